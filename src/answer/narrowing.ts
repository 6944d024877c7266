import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { besideOf, type Constraint, type Constraints } from './constraint.ts';
import { entityOf, factsFrom, foundBy } from './found.ts';
import type { Piece, Question } from './question.ts';
import { NO_WORDS, type Relation } from './relation.ts';
import type { State, Step } from './state.ts';
import { isOfNoun } from './word-order.ts';

const CONSTRAINT = 0.5;
/** A condition that no fact of the relation could meet («founded» of a model). */
export const IMPOSSIBLE = -1;
const UNUSED_KIND = -0.2;
const FITTING_KIND = 0.7;

/** Narrows what was found by what else the question names: another thing, a term, a time, a kind. */
export class Narrowing {
  private readonly knowledge: KnowledgeBase;
  private readonly constraints: Constraints;

  constructor(knowledge: KnowledgeBase, constraints: Constraints) {
    this.knowledge = knowledge;
    this.constraints = constraints;
  }

  constrain(state: State, constraint: Constraint): State[] {
    const waiting: State = { ...state, score: state.score + CONSTRAINT, pending: [...state.pending, constraint] };
    const last = state.steps.at(-1);
    if (!last) return [waiting];
    if (constraint.excluded) {
      const found = state.found.filter((one) => !constraint.ids.includes(entityOf(one) ?? ''));
      return [{ ...state, found, score: state.score + CONSTRAINT }];
    }
    if (constraint.beside) {
      const facts = besideOf(last.facts, constraint);
      const steps = [...state.steps.slice(0, -1), { ...last, facts }];
      return [{ ...state, steps, found: foundBy(facts, last.direction), score: state.score + CONSTRAINT }];
    }
    const facts = last.facts.filter((fact) => this.constraints.holds(fact, constraint, last.relation));
    const possible = this.constraints.possible(constraint, last.relation, last.direction);
    if (facts.length === 0 && !possible && this.constraints.tied(subjectsOf(last), constraint, last.relation))
      return [{ ...state, score: state.score + CONSTRAINT / 2 }, waiting];
    const step: Step = { ...last, facts, constraints: [...last.constraints, constraint] };
    const score = state.score + (possible ? CONSTRAINT : IMPOSSIBLE);
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
    return found.length > 0 ? { ...state, found } : undefined;
  }

  /** «the framework that …»: a kind beside what was found, or beside the entity itself. */
  filter(state: State, piece: Piece, question: Question): State {
    const { focus } = question;
    const kinds = piece.kinds.map((id) => id.slice('kind/'.length));
    const kept = state.found.filter((one) => {
      const id = entityOf(one);
      return id !== undefined && (this.knowledge.isOfKind(id, kinds) || this.isKindOf(id, kinds));
    });
    const family = question.pick && state.steps.length === 0 ? this.family(state, piece, kinds) : undefined;
    if (family) return family;
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
        const relation = unspoken(predicate);
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

  /** «the latest GPT model», «Qwen系列最新的模型»: what is of the kind that a name stands for. */
  family(state: State, piece: Piece | undefined, kinds: readonly string[]): State | undefined {
    const predicate = [...this.knowledge.ontology.predicates.values()].find(({ range }) => range.includes('kind'));
    const ids = state.found.map(entityOf).filter((id) => id !== undefined);
    if (!predicate) return undefined;
    const facts = ids
      .flatMap((id) => factsFrom(this.knowledge, id, predicate, 'inverse'))
      .filter(({ subject }) => kinds.length === 0 || this.knowledge.isOfKind(subject, kinds));
    const members = new Set(facts.map(({ subject }) => subject));
    // the sizes of a version are of the version
    const own = facts.filter(
      ({ subject, value }) =>
        !this.knowledge
          .factsOf(subject, predicate.id)
          .some((other) => other.value.type === 'entity' && other.value !== value && members.has(other.value.id)),
    );
    const found = foundBy(own, 'inverse');
    if (found.length < 2) return undefined;
    const relation = unspoken(predicate);
    const step: Step = { piece, relation, direction: 'inverse', facts: own, constraints: [] };
    return { ...state, found, steps: [step], score: state.score + relation.weight + FITTING_KIND };
  }

  private isKindOf(id: EntityId, kinds: readonly string[]): boolean {
    if (!id.startsWith('kind/')) return false;
    const ancestors = this.knowledge.ontology.ancestors(id.slice('kind/'.length));
    return kinds.some((kind) => ancestors.has(kind));
  }
}

/** A relation that no word says. */
function unspoken(predicate: Predicate): Relation {
  return { predicate, weight: 0.6, layer: 'label', voices: [], timing: 'during', set: {}, words: NO_WORDS };
}

function subjectsOf({ facts }: Step): EntityId[] {
  return [...new Set(facts.map(({ subject }) => subject))];
}
