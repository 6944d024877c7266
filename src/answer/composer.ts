import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { type Constraint, Constraints, constraintOf } from './constraint.ts';
import { entityOf, type Found, factsFrom, fitsSlot, foundBy } from './found.ts';
import type { PlannedEntity } from './plan.ts';
import type { Piece, Question } from './question.ts';
import { NO_WORDS, type Place, type Relation, slotByOrder } from './relation.ts';
import { isOfNoun, placeOf } from './word-order.ts';

/** A relation applied to what was found before. */
export interface Step {
  readonly piece: Piece | undefined;
  readonly relation: Relation;
  readonly direction: 'forward' | 'inverse';
  readonly facts: readonly Fact[];
  readonly constraints: readonly Constraint[];
  /** The relation is the noun after the question word itself: «how many authors». */
  readonly inFocus?: boolean;
  /** No word says the relation: «X's models». */
  readonly implied?: boolean;
}

/** A way from an entity of the question to an answer, as far as it has been gone. */
export interface State {
  readonly start: PlannedEntity;
  readonly found: readonly Found[];
  readonly steps: readonly Step[];
  /** Relations that were left unread; they cost nothing where a step says the same («the name that X goes by»). */
  readonly skipped: readonly Piece[];
  /** Constraints that wait for the next relation. */
  readonly pending: readonly Constraint[];
  readonly used: ReadonlySet<number>;
  readonly score: number;
}

const MOST_STATES = 1500;
const MOST_RELATIONS = 24;
const MOST_PIECES = 14;
const AGREES = 0.2;
const DISAGREES = -0.6;
/** A label or post that is asked of the other end than usual. */
const AGAINST_USE = -0.3;
const MISPLACED_NOUN = -0.3;
const UNUSED_RELATION = -1.2;
const UNUSED_KIND = -0.2;
const FITTING_KIND = 0.7;
const CONSTRAINT = 0.5;
/** A condition that no fact of the relation could meet («founded» of a model). */
const IMPOSSIBLE = -1;
/** A kind's noun that is read as a relation («the company» → founder). */
const KIND_AS_RELATION = -1.1;
const LATER_CANDIDATE = -0.02;

/**
 * Composes what a question says: from each entity it names outwards, the nearest relation first («the advisor of the
 * author of X», «X的作者的导师»). Word order says which side a thing is on only where the types leave it open.
 */
export class Composer {
  private readonly knowledge: KnowledgeBase;
  private readonly constraints: Constraints;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.constraints = new Constraints(knowledge);
  }

  /** All ways that use every piece that carries meaning, in no order. */
  compose(question: Question): State[] {
    const pieces = question.pieces.filter(carriesMeaning);
    if (pieces.length === 0 || pieces.length > MOST_PIECES) return [];
    const done: State[] = [];
    const open = this.starts(pieces, question);
    for (let taken = 0; open.length > 0 && taken < MOST_STATES; taken++) {
      const state = open.pop();
      if (!state) break;
      const next = this.nearest(state, pieces);
      if (next.length === 0) {
        if (state.pending.length === 0) done.push(withoutSkipped(state));
        continue;
      }
      for (const piece of next) open.push(...this.advance(state, piece, question));
    }
    return done;
  }

  private starts(pieces: readonly Piece[], question: Question): State[] {
    const named = pieces.filter(({ things }) => things.length > 0);
    const dates = pieces.filter(({ item }) => item.value?.type === 'date');
    const terms = pieces.filter(({ terms }) => terms.length > 0);
    const base = { steps: [], skipped: [], pending: [], score: 0 };
    const fromNames = named.flatMap((piece) =>
      piece.things.slice(0, 6).map((id, order): State => {
        const found: Found[] = [{ value: { type: 'entity', id }, facts: [] }];
        const start = { text: piece.item.surface, id };
        return { ...base, start, found, used: new Set([piece.index]), score: order * LATER_CANDIDATE };
      }),
    );
    if (fromNames.length > 0) return fromNames;
    const fromTerms = terms.flatMap((piece) =>
      piece.terms.slice(0, 2).map((id): State => {
        const found: Found[] = [{ value: { type: 'entity', id }, facts: [] }];
        return { ...base, start: { text: piece.item.surface, id }, found, used: new Set([piece.index]) };
      }),
    );
    return [...fromTerms, ...this.datedStarts(dates, pieces, question)];
  }

  /** «Which models were released in 2018?»: everything that a predicate gives a date in that time. */
  private datedStarts(dates: readonly Piece[], pieces: readonly Piece[], question: Question): State[] {
    const [date] = dates;
    if (date?.item.value?.type !== 'date' || !namesKind(pieces, question)) return [];
    const constraint = constraintOf(date, question.pieces);
    return pieces.flatMap((piece) =>
      piece.relations
        .filter(({ predicate }) => predicate.range.includes('date'))
        .map((relation): State => {
          const facts = this.knowledge.facts.filter(
            (fact) =>
              fact.predicate === relation.predicate.id &&
              fact.rank !== 'deprecated' &&
              this.constraints.holds(fact, constraint, relation),
          );
          const step: Step = { piece, relation, direction: 'inverse', facts, constraints: [constraint] };
          return {
            start: { text: date.item.surface, id: date.item.surface },
            found: foundBy(facts, 'inverse'),
            steps: [step],
            skipped: [],
            pending: [],
            used: new Set([date.index, piece.index]),
            score: relation.weight,
          };
        }),
    );
  }

  /** The next unused piece on either side of what has been used. */
  private nearest({ used }: State, pieces: readonly Piece[]): Piece[] {
    const open = pieces.filter(({ index }) => !used.has(index));
    const from = Math.min(...used);
    const to = Math.max(...used);
    const inside = open.filter(({ index }) => index > from && index < to);
    if (inside.length > 0) return inside.slice(0, 1);
    const left = open.filter(({ index }) => index < from).at(-1);
    const right = open.find(({ index }) => index > to);
    return [left, right].filter((piece) => piece !== undefined);
  }

  private advance(state: State, piece: Piece, question: Question): State[] {
    const used = new Set([...state.used, piece.index]);
    const result: State[] = [];
    const relations = piece.relations.slice(0, MOST_RELATIONS);
    for (const relation of relations) result.push(...this.apply({ ...state, used }, piece, relation, question));
    if (piece.kinds.length > 0) result.push(this.filter({ ...state, used }, piece, question));
    if (piece.things.length > 0 || piece.item.value?.type === 'date' || piece.terms.length > 0)
      result.push(...this.constrain({ ...state, used }, constraintOf(piece, question.pieces)));
    else if (piece.relations.length > 0 && piece.kinds.length === 0)
      result.push({ ...state, used, skipped: [...state.skipped, piece] });
    return result;
  }

  private constrain(state: State, constraint: Constraint): State[] {
    const waiting: State = { ...state, score: state.score + CONSTRAINT, pending: [...state.pending, constraint] };
    const last = state.steps.at(-1);
    if (!last) return [waiting];
    if (constraint.excluded) {
      const found = state.found.filter((one) => !constraint.ids.includes(entityOf(one) ?? ''));
      return [{ ...state, found, score: state.score + CONSTRAINT }];
    }
    const facts = last.facts.filter((fact) => this.constraints.holds(fact, constraint, last.relation));
    const step: Step = { ...last, facts, constraints: [...last.constraints, constraint] };
    const score =
      state.score + (this.constraints.possible(constraint, last.relation, last.direction) ? CONSTRAINT : IMPOSSIBLE);
    const narrowed = {
      ...state,
      score,
      steps: [...state.steps.slice(0, -1), step],
      found: foundBy(facts, last.direction),
    };
    const described =
      facts.length === 0 ? (this.describedBy(state, constraint) ?? this.tiedTo(state, constraint)) : undefined;
    return [described ?? narrowed, waiting];
  }

  /** «open-source frameworks by Google»: a term that the things found have as a value. */
  private describedBy(state: State, { piece }: Constraint): State | undefined {
    const modifiers = [...this.knowledge.ontology.predicates.values()].filter(({ modifier }) => modifier);
    const found = state.found.filter((one) => {
      const id = entityOf(one);
      return (
        id !== undefined &&
        modifiers.some(({ id: predicate }) =>
          this.knowledge
            .factsOf(id, predicate)
            .some(({ value }) => value.type === 'entity' && piece.terms.includes(value.id)),
        )
      );
    });
    return found.length > 0 ? { ...state, found } : undefined;
  }

  /** «papers by X at NeurIPS»: works and tools that another fact of theirs ties to what is named. Not people: a person has many ties. */
  private tiedTo(state: State, { ids, piece }: Constraint): State | undefined {
    if (piece.things.length === 0) return undefined;
    const found = state.found.filter((one) => {
      const id = entityOf(one);
      if (id === undefined || this.knowledge.isVocabulary(id) || this.knowledge.isOfKind(id, ['agent', 'place']))
        return false;
      return [...this.knowledge.allFactsOf(id)].some(([name, facts]) => {
        const through = this.knowledge.ontology.predicates.get(name)?.through ?? [];
        return facts.some(
          ({ value }) =>
            value.type === 'entity' && ids.some((other) => this.knowledge.closure(value.id, through).has(other)),
        );
      });
    });
    return found.length > 0 && found.length < state.found.length ? { ...state, found } : undefined;
  }

  /** «the framework that …»: a kind beside what was found, or beside the entity itself. */
  private filter(state: State, piece: Piece, question: Question): State {
    const { focus } = question;
    const kinds = piece.kinds.map((id) => id.slice('kind/'.length));
    const kept = state.found.filter((one) => {
      const id = entityOf(one);
      return id !== undefined && (this.knowledge.isOfKind(id, kinds) || this.isKindOf(id, kinds));
    });
    if (kept.length > 0) return { ...state, found: kept, score: state.score + FITTING_KIND };
    const owned = state.steps.length === 0 && (question.language === 'en' || isOfNoun(piece, question, undefined));
    const belonging = owned ? this.belonging(state, piece, kinds) : undefined;
    if (belonging) return belonging;
    // what is asked for may be named away from the question word: «X的博士导师是哪位学者»
    const ofAnswer = focus !== undefined && focus.kinds.length === 0;
    return { ...state, score: state.score + (ofAnswer ? UNUSED_KIND : 2 * UNUSED_KIND) };
  }

  /** «X's papers», «ResNet论文»: things of a kind that belong to what is named. */
  private belonging(state: State, piece: Piece, kinds: readonly string[]): State | undefined {
    const ids = state.found.map(entityOf).filter((id) => id !== undefined);
    for (const name of this.knowledge.ontology.questions.belongs) {
      const predicate = this.knowledge.ontology.predicates.get(name);
      for (const direction of ['forward', 'inverse'] as const) {
        if (!predicate) continue;
        const facts = ids.flatMap((id) => factsFrom(this.knowledge, id, predicate, direction));
        const found = foundBy(facts, direction).filter((one) => {
          const id = entityOf(one);
          return id !== undefined && this.knowledge.isOfKind(id, kinds);
        });
        if (found.length === 0) continue;
        const relation: Relation = {
          predicate,
          weight: 0.6,
          layer: 'label',
          voices: [],
          timing: 'during',
          set: {},
          words: NO_WORDS,
        };
        const step: Step = {
          piece,
          relation,
          direction,
          facts: found.flatMap((one) => one.facts),
          constraints: [],
          implied: true,
        };
        return { ...state, found, steps: [step], score: state.score + relation.weight };
      }
    }
    return undefined;
  }

  private isKindOf(id: EntityId, kinds: readonly string[]): boolean {
    if (!id.startsWith('kind/')) return false;
    const ancestors = this.knowledge.ontology.ancestors(id.slice('kind/'.length));
    return kinds.some((kind) => ancestors.has(kind));
  }

  private apply(state: State, piece: Piece, relation: Relation, question: Question): State[] {
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
      const order = this.orderScore(relation, slot, place);
      const facts = this.factsFor(fitting, relation, direction, state.pending, question).filter((fact) =>
        this.isSoRelated(fact, relation, piece.item.text, direction),
      );
      const { pending: constraints } = state;
      const step: Step = { piece, relation, direction, facts, constraints, inFocus: piece.inFocus };
      const asNoun = piece.kinds.length > 0 && relation.voices.every(({ form }) => form === 'noun');
      const noun = asNoun && !isOfNoun(piece, question, before?.relation) ? KIND_AS_RELATION : 0;
      const words = (used.size - state.used.size) * CONSTRAINT;
      const impossible = state.pending.filter((each) => !this.constraints.possible(each, relation, direction)).length;
      const score = state.score + relation.weight + order + noun + words + impossible * IMPOSSIBLE;
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
    const fitting = all.filter(
      (fact) =>
        roles.every(([name, terms]) => this.hasQualifier(fact, name, terms)) &&
        pending.every((constraint) => this.constraints.holds(fact, constraint, relation)),
    );
    return predicate.changes ? inTense(fitting, relation, question) : preferred(fitting, predicate);
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

/** What was left unread counts against a reading, unless a step says the same. */
function withoutSkipped(state: State): State {
  const said = new Set(state.steps.map(({ relation }) => relation.predicate));
  const lost = state.skipped.filter(({ relations }) => !relations.some(({ predicate }) => said.has(predicate)));
  return { ...state, score: state.score + lost.length * UNUSED_RELATION };
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

function namesKind(pieces: readonly Piece[], { focus }: Question): boolean {
  return (focus?.kinds.length ?? 0) > 0 || pieces.some(({ kinds }) => kinds.length > 0);
}

function carriesMeaning({ gap, things, kinds, terms, relations, item }: Piece): boolean {
  if (gap) return relations.length > 0;
  return things.length + kinds.length + terms.length + relations.length > 0 || item.value?.type === 'date';
}
