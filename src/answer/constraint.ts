import { relationOf } from '../claims/circumstances.ts';
import { compareDates, overlap, within } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, PartialDate } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { DateValue } from '../linking/item.ts';
import { fitsSlot } from './found.ts';
import type { Piece } from './question.ts';
import type { Relation } from './relation.ts';

/** A time that the answer must fit. */
export interface TimeConstraint {
  readonly date: DateValue;
  readonly relation: ReturnType<typeof relationOf>;
}

/** What the question says of a fact besides its subject or value: another entity, a term, a time. */
export interface Constraint {
  readonly piece: Piece;
  readonly ids: readonly EntityId[];
  readonly time?: TimeConstraint;
  /** «besides X», «除了X»: everything but this. */
  readonly excluded?: boolean;
  /** «together with X»: X is one of them, and the others are asked for. */
  readonly beside?: boolean;
}

const BESIDE = /^(?:with|和|与|跟|同)$/u;
const TOGETHER = /^(?:一起|一同|共同|合作|联手|联合|合伙)/u;
const EXCLUDING = /^(?:besides|except|excluding|除了|除|除去)$/u;

export function constraintOf(piece: Piece, pieces: readonly Piece[]): Constraint {
  const value = piece.item.value;
  const ids = [...piece.things, ...piece.terms];
  const before = pieces[piece.index - 1]?.item.text ?? '';
  if (value?.type !== 'date') {
    if (EXCLUDING.test(before)) return { piece, ids, excluded: true };
    const after = pieces[piece.index + 1]?.item.text ?? '';
    return BESIDE.test(before) && (before === 'with' || TOGETHER.test(after))
      ? { piece, ids, beside: true }
      : { piece, ids };
  }
  const items = pieces.map(({ item }) => item);
  return { piece, ids: [], time: { date: value, relation: relationOf(items, piece.index) } };
}

/** Checks facts against what else the question says. */
export class Constraints {
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  holds(fact: Fact, constraint: Constraint, relation: Relation): boolean {
    if (constraint.excluded) return !constraint.ids.some((id) => fact.subject === id || endsIn(fact, id));
    if (constraint.beside) return true;
    if (constraint.time) return this.timeHolds(fact, constraint.time, relation);
    return constraint.ids.some((id) => this.mentions(fact, id, relation.predicate));
  }

  /**
   * «the Transformer paper at NeurIPS, when was it published?»: what the relation cannot meet, but another fact of what is asked about ties it
   * to. Not of people, organisations and places, which have ties to everything; and not of figures,
   * where it may say what is counted.
   */
  tied(ids: readonly EntityId[], { piece, time, excluded }: Constraint, { predicate }: Relation): boolean {
    if (time || excluded || piece.things.length === 0 || predicate.range.includes('number')) return false;
    return ids.some((id) => {
      if (this.knowledge.isVocabulary(id) || this.knowledge.isOfKind(id, ['agent', 'place'])) return false;
      return piece.things.some((thing) => this.anyFact(id, thing) || this.anyFact(thing, id));
    });
  }

  private anyFact(from: EntityId, to: EntityId): boolean {
    return [...this.knowledge.allFactsOf(from)].some(([name, facts]) => {
      const through = this.knowledge.ontology.predicates.get(name)?.through ?? [];
      return facts.some(({ value }) => value.type === 'entity' && this.knowledge.closure(value.id, through).has(to));
    });
  }

  /** Whether some fact of the relation could meet the constraint, by the types of its other end and its qualifiers. */
  possible({ ids, time }: Constraint, { predicate }: Relation, direction: 'forward' | 'inverse'): boolean {
    const { qualifiers, dated, range, domain } = predicate;
    if (time)
      return range.includes('date') || dated.length > 0 || qualifiers.some((name) => /^(?:at|start|end)$/u.test(name));
    const other = direction === 'forward' ? range : domain;
    return ids.some((id) => {
      if (fitsSlot(this.knowledge, id, other)) return true;
      const vocabulary = this.knowledge.ontology.terms.get(id)?.vocabulary;
      const named = vocabulary === undefined ? ['field', 'advisor', 'for', 'with', 'place'] : [vocabulary];
      return named.some((name) => qualifiers.includes(name));
    });
  }

  /** Whether the fact's other end, or one of its qualifiers, is the entity (or a part of it). */
  private mentions({ subject, value, qualifiers }: Fact, id: EntityId, { through }: Predicate): boolean {
    if (subject === id) return true;
    // «which tokenizer does X use»: one that is a tokenizer
    if (value.type === 'entity' && this.knowledge.closure(value.id, [...through, 'isA']).has(id)) return true;
    const { role, degree, field, advisor, with: companions, place } = qualifiers;
    return [role, degree, field, advisor, qualifiers.for, companions, place].some((ids) =>
      ids?.some((other) => this.knowledge.closure(other, ['isA', 'partOf', 'locatedIn']).has(id)),
    );
  }

  private timeHolds(fact: Fact, { date, relation }: TimeConstraint, { predicate, timing }: Relation): boolean {
    const { at, start, end } = fact.qualifiers;
    if (fact.value.type === 'date') return relates(fact.value.date, date, relation);
    if (at !== undefined) return relates(at, date, relation);
    if (timing === 'start') return start !== undefined && relates(start, date, relation);
    if (timing === 'end') return end !== undefined && relates(end, date, relation);
    if (start !== undefined || end !== undefined) {
      if (relation === 'before') return start !== undefined && compareDates(start, date.start) < 0;
      if (relation === 'after') return end === undefined || compareDates(end, date.end) > 0;
      if (relation === 'since') return end === undefined || compareDates(end, date.start) >= 0;
      return overlap(date, { start, end });
    }
    return this.datesOf(fact, predicate).some((known) => relates(known, date, relation));
  }

  /** The dates that tell when what a fact says came about: those of the predicates named by `dated`. */
  datesOf({ subject, value }: Fact, { dated }: Predicate): PartialDate[] {
    return [subject, ...(value.type === 'entity' ? [value.id] : [])].flatMap((id) =>
      dated.flatMap((name) =>
        this.knowledge.factsOf(id, name).flatMap((fact) => (fact.value.type === 'date' ? [fact.value.date] : [])),
      ),
    );
  }
}

/** «together with X»: the facts of the others, at the same time where there is one; none where X is not among them. */
export function besideOf(facts: readonly Fact[], { ids, beside }: Constraint): readonly Fact[] {
  if (!beside) return facts;
  const isOwn = (fact: Fact) => ids.some((id) => fact.subject === id || endsIn(fact, id));
  const own = facts.filter(isOwn);
  const dates = own.map(({ qualifiers }) => qualifiers.at);
  return facts.filter((fact) => own.length > 0 && !isOwn(fact) && dates.includes(fact.qualifiers.at));
}

function endsIn({ value }: Fact, id: EntityId): boolean {
  return value.type === 'entity' && value.id === id;
}

function relates(known: PartialDate, { start, end }: DateValue, relation: TimeConstraint['relation']): boolean {
  if (relation === 'before') return compareDates(known, start) < 0;
  if (relation === 'after') return compareDates(known, end) > 0;
  if (relation === 'since') return compareDates(known, start) >= 0;
  if (relation === 'until') return compareDates(known, end) <= 0;
  return within(known, { start, end });
}
