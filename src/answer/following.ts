import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { besideOf, type Constraint, type Constraints } from './constraint.ts';
import { entityOf, factsFrom, fitsSlot, foundBy } from './found.ts';
import { IMPOSSIBLE } from './narrowing.ts';
import type { Piece, Question } from './question.ts';
import { type Place, type Relation, slotByOrder } from './relation.ts';
import type { State, Step } from './state.ts';
import { isOfNoun, nounOf, placeOf } from './word-order.ts';

const AGREES = 0.2;
const DISAGREES = -0.6;
/** A label or post that is asked of the other end than usual. */
const AGAINST_USE = -0.3;
const MISPLACED_NOUN = -0.3;
const EXTRA_WORD = 0.5;
/** «the founder of X studied …»: a step from X that passes over the noun that X is joined to. */
const PASSED_OVER = -1.2;
/** A kind's noun that is read as a relation («the company» → founder). */
const KIND_AS_RELATION = -1.1;

/** Follows a relation from what was found: from its subject or from its object, as types and word order tell. */
export class Following {
  private readonly knowledge: KnowledgeBase;
  private readonly constraints: Constraints;

  constructor(knowledge: KnowledgeBase, constraints: Constraints) {
    this.knowledge = knowledge;
    this.constraints = constraints;
  }

  apply(state: State, piece: Piece, relation: Relation, question: Question): State[] {
    const { predicate } = relation;
    const before = state.steps.at(-1);
    const used = usedWith(state.used, relation, question);
    const place = placeOf(state.used, piece, question);
    const ids = state.found.map(entityOf).filter((id) => id !== undefined);
    return (['s', 'o'] as const).flatMap((slot) => {
      const kinds = slot === 's' ? predicate.domain : predicate.range;
      const fitting = ids.filter((id) => fitsSlot(this.knowledge, id, kinds));
      if (fitting.length === 0) return [];
      const direction = slot === 's' ? 'forward' : 'inverse';
      // there and back again says nothing
      if (before && before.relation.predicate === predicate && before.direction !== direction) return [];
      // «the latest model of the X family»: said twice
      if (before?.relation.predicate === predicate && predicate.range.includes('kind')) return [];
      const order = this.orderScore(relation, slot, place);
      const constraints = state.pending.filter(
        (each) =>
          this.constraints.possible(each, relation, direction) || !this.constraints.tied(fitting, each, relation),
      );
      const related = this.factsFor(fitting, relation, direction, constraints, question).filter((fact) =>
        this.isSoRelated(fact, relation, piece.item.text, direction),
      );
      const facts = constraints.reduce<readonly Fact[]>(besideOf, related);
      const step: Step = { piece, relation, direction, facts, constraints, inFocus: piece.inFocus };
      const asNoun = piece.kinds.length > 0 && relation.voices.every(({ form }) => form === 'noun');
      const noun = asNoun && !isOfNoun(piece, question, before?.relation) ? KIND_AS_RELATION : 0;
      const words = (used.size - state.used.size) * EXTRA_WORD;
      const joined = before ? undefined : nounOf(state.used, piece, question);
      const passed = joined !== undefined && joined !== piece && !used.has(joined.index) ? PASSED_OVER : 0;
      const impossible = constraints.filter((each) => !this.constraints.possible(each, relation, direction)).length;
      const score = state.score + relation.weight + order + noun + words + passed + impossible * IMPOSSIBLE;
      return [{ ...state, used, found: foundBy(facts, direction), steps: [...state.steps, step], pending: [], score }];
    });
  }

  private orderScore(relation: Relation, slot: 's' | 'o', place: Place): number {
    if (relation.voices.length === 0) {
      const usual = relation.layer === 'role' && relation.set.role ? 'o' : 's';
      if (slot !== usual) return AGAINST_USE;
      return relation.layer === 'label' ? AGREES / 2 : 0;
    }
    const slots = relation.voices.map((voice) => slotByOrder(voice, place)).filter((told) => told !== undefined);
    const misplaced = place.nominal === false && relation.voices.every(({ form }) => form === 'noun');
    if (slots.length === 0) return misplaced ? MISPLACED_NOUN : 0;
    return slots.includes(slot) ? AGREES : DISAGREES;
  }

  private factsFor(
    ids: readonly EntityId[],
    relation: Relation,
    direction: 'forward' | 'inverse',
    pending: readonly Constraint[],
    question: Question,
  ): Fact[] {
    const { predicate, set } = relation;
    const all = ids.flatMap((id) => factsFrom(this.knowledge, id, predicate, direction));
    const roles = Object.entries(set);
    const held = all.filter(
      (fact) =>
        roles.every(([name, terms]) => this.hasQualifier(fact, name, terms)) &&
        pending.every((constraint) => this.constraints.holds(fact, constraint, relation)),
    );
    // the head of a part is not the head of the whole
    const own = held.filter(({ value }) => value.type === 'entity' && ids.includes(value.id));
    const fitting = direction === 'inverse' && roles.length > 0 && own.length > 0 ? own : held;
    if (predicate.changes) return inTense(fitting, relation, question);
    // «the largest version»: of all figures, not only of the usual one
    return question.pick ? fitting : preferred(fitting, predicate);
  }

  /** «X's brother»: only those whose relation goes by that word. */
  private isSoRelated({ qualifiers }: Fact, { predicate, layer }: Relation, word: string, direction: string): boolean {
    if (!predicate.qualifiers.includes('relation') || layer === 'label') return true;
    const words = this.knowledge.ontology.questions.relations[qualifiers.relation ?? ''];
    return direction === 'forward' && [...(words?.en ?? []), ...(words?.zh ?? [])].includes(word);
  }

  private hasQualifier(fact: Fact, name: string, terms: readonly EntityId[]): boolean {
    const own = fact.qualifiers[name as 'role' | 'degree' | 'field'];
    return own?.some((id) => terms.some((term) => this.knowledge.closure(id, []).has(term))) ?? false;
  }
}

/** The words that a phrasing needs besides its trigger are read with it. */
function usedWith(used: ReadonlySet<number>, { words }: Relation, { pieces }: Question): ReadonlySet<number> {
  if (words.size === 0) return used;
  const read = pieces
    .filter(({ item, things }) => things.length === 0 && words.has(item.text))
    .map(({ index }) => index);
  return new Set([...used, ...read]);
}

function firstOfEach(facts: readonly Fact[]): Fact[] {
  const undated = facts.filter(({ qualifiers }) => qualifiers.start === undefined && qualifiers.end === undefined);
  const first = new Map(undated.reverse().map((fact) => [fact.subject, fact]));
  return [...facts.filter((fact) => !undated.includes(fact)), ...first.values()];
}

/** Where the knowledge prefers a figure, date or text to others, only that one is meant. */
function preferred(facts: Fact[], { range }: Predicate): Fact[] {
  const literal = range.every((kind) => kind === 'date' || kind === 'number' || kind === 'text' || kind === 'url');
  const best = literal ? facts.filter(({ rank }) => rank === 'preferred') : [];
  if (best.length > 0) return best;
  // «100 classes», beside «20 (superclasses)»
  const plain = range.includes('number') ? facts.filter(({ qualifiers }) => qualifiers.note === undefined) : [];
  if (plain.length > 0) return plain;
  // of several spellings of what a name stands for, the one written first
  return range.every((kind) => kind === 'text') ? firstOfEach(facts) : facts;
}

/** «Where does X work?» asks for what has not ended; «where did X work?» for all. */
function inTense(facts: Fact[], { timing, layer }: Relation, { tense, pieces, focus, language }: Question): Fact[] {
  const dated = pieces.some(({ item }) => item.value?.type === 'date');
  if (dated || tense === 'past' || timing === 'end' || timing === 'start') return facts;
  if (focus?.asked === 'when' || focus?.asked === 'until-when' || focus?.asked === 'duration') return facts;
  const current = facts.filter(({ qualifiers }) => qualifiers.end === undefined);
  if (tense === 'present') return current;
  const several = /哪些|哪几|多少|几/u.test(focus?.words ?? '');
  return language === 'zh' && !several && (current.length > 0 || layer === 'role') ? current : facts;
}
