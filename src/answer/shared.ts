import { compareDates } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, PartialDate } from '../knowledge/model.ts';

/** Two facts that tie two things to a third in the same way: «both received the Turing Award in 2018». */
export interface SharedTie {
  readonly first: Fact;
  readonly second: Fact;
  readonly through: EntityId;
  /** How much the tie tells: 0 the most. */
  readonly rank: number;
}

const UNDATED = 2;
const APART = 4;

/** The first of those that have a key in common. */
function firstOf<One>(all: readonly One[], key: (one: One) => string): One[] {
  return [...new Map([...all].reverse().map((one) => [key(one), one])).values()].reverse();
}

/** Facts that say something of both themselves. */
export function directTies(knowledge: KnowledgeBase, a: EntityId, b: EntityId): Fact[] {
  const between = (from: EntityId, to: EntityId) =>
    [...knowledge.allFactsOf(from).values()]
      .flat()
      .filter(
        ({ value, qualifiers, predicate }) =>
          !isLoose(knowledge, predicate) &&
          ((value.type === 'entity' && value.id === to) || (qualifiers.advisor ?? []).includes(to)),
      );
  return firstOf([...between(a, b), ...between(b, a)], ({ subject, predicate, value }) =>
    JSON.stringify([subject, predicate, value]),
  );
}

/** What ties both to the same thing, the most telling first: made together, then at the same time, then by what is rare. */
export function sharedTies(knowledge: KnowledgeBase, a: EntityId, b: EntityId): SharedTie[] {
  const others = tiesOf(knowledge, b);
  const ties = [...tiesOf(knowledge, a)].flatMap(([key, first]) => {
    const second = others.get(key);
    return second ? [...pairs(first, second)].map((pair) => tie(knowledge, pair, a)) : [];
  });
  const sorted = ties.filter(({ rank }) => rank < APART).sort((x, y) => x.rank - y.rank);
  return firstOf(sorted, ({ first }) => first.predicate);
}

/** The facts of a thing by predicate, direction and what they lead to. */
function tiesOf(knowledge: KnowledgeBase, id: EntityId): Map<string, Fact[]> {
  const ties = new Map<string, Fact[]>();
  const add = (key: string, fact: Fact) => ties.set(key, [...(ties.get(key) ?? []), fact]);
  for (const [predicate, facts] of knowledge.allFactsOf(id))
    for (const fact of facts)
      if (fact.value.type === 'entity' && !isLoose(knowledge, predicate) && isThing(knowledge, fact.value.id))
        add(`${predicate} → ${fact.value.id}`, fact);
  for (const [predicate, facts] of knowledge.allFactsAbout(id))
    for (const fact of facts) if (!isLoose(knowledge, predicate)) add(`${predicate} ← ${fact.subject}`, fact);
  return ties;
}

/** Of several facts on each side, those that overlap in time, else the first ones. */
function pairs(first: readonly Fact[], second: readonly Fact[]): [Fact, Fact][] {
  const all = first.flatMap((x) => second.map((y): [Fact, Fact] => [x, y]));
  const together = all.filter(([x, y]) => atOnce(x, y) === true);
  return together.length > 0 ? together.slice(0, 1) : all.slice(0, 1);
}

function tie(knowledge: KnowledgeBase, [first, second]: [Fact, Fact], a: EntityId): SharedTie {
  const through = first.subject === a && first.value.type === 'entity' ? first.value.id : first.subject;
  const made = knowledge.ontology.questions.belongs.includes(first.predicate);
  const together = atOnce(first, second);
  const work = knowledge.isOfKind(through, ['organisation']) ? 0 : 0.5;
  const base = made
    ? work
    : together === true
      ? first.qualifiers.at === undefined
        ? 1
        : 0.6
      : together === undefined
        ? UNDATED
        : APART;
  // of prizes the well-known one, of all else what few things have
  const fame = Math.min(0.9, Math.log2(1 + knowledge.fame(through)) / 12);
  return { first, second, through, rank: base + (first.qualifiers.at === undefined ? fame : 0.9 - fame) };
}

/** Whether two facts hold at the same time; undefined where their dates do not tell. */
function atOnce({ qualifiers: x }: Fact, { qualifiers: y }: Fact): boolean | undefined {
  if (x.at !== undefined && y.at !== undefined) return compareDates(x.at, y.at) === 0;
  const [from, to] = [span(x), span(y)];
  if (!from || !to) return undefined;
  return compareDates(from.start, to.end) <= 0 && compareDates(to.start, from.end) <= 0;
}

function span({ start, end }: Fact['qualifiers']): { start: PartialDate; end: PartialDate } | undefined {
  return start === undefined ? undefined : { start, end: end ?? '9999' };
}

/** Fields, kinds and places are common to all. */
function isThing(knowledge: KnowledgeBase, id: EntityId): boolean {
  return !knowledge.isVocabulary(id) && !knowledge.isOfKind(id, ['field', 'place']);
}

function isLoose({ ontology }: KnowledgeBase, predicate: string): boolean {
  return ontology.questions.loose.includes(predicate) || (ontology.predicates.get(predicate)?.free ?? false);
}
