import { compareDates, overlap, sameDate } from '../knowledge/date.ts';
import type { Fact, Qualifiers, Rank, Value } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Known } from './known.ts';
import { linkKey, nameKey } from './names.ts';

/** Numbers this close (relative) are the same number, rounded. */
const ROUNDING = 0.03;

/** A fact whose references are resolved. */
export interface ImportedFact {
  readonly predicate: Predicate;
  readonly value: Value;
  readonly qualifiers: Qualifiers;
  readonly rank: Rank;
  readonly asOf?: string;
  readonly sources: readonly string[];
}

/** How an imported fact stands to the knowledge. `against`: the facts that speak against it; none where a list is complete without it. */
export type Comparison =
  | { readonly outcome: 'new' }
  | { readonly outcome: 'known' }
  | { readonly outcome: 'conflict'; readonly reason: string; readonly against: readonly Fact[] };

const NEW: Comparison = { outcome: 'new' };
const KNOWN: Comparison = { outcome: 'known' };

export function compareFact(subject: string, fact: ImportedFact, known: Known): Comparison {
  const facts = known.factsOf(subject, fact.predicate.id);
  const same = facts.filter(({ value }) => sameValue(value, fact.value, fact.predicate, known));
  return same.length > 0 ? compareSame(same, fact) : compareOther(subject, facts, fact, known);
}

function compareSame(same: readonly Fact[], fact: ImportedFact): Comparison {
  if (fact.rank === 'deprecated' && same.every(({ rank }) => rank !== 'deprecated')) {
    return { outcome: 'conflict', reason: 'the import deprecates this value', against: same };
  }
  const disagreements = same.map((one) => disagreement(one.qualifiers, fact.qualifiers));
  if (disagreements.includes(undefined)) return KNOWN;
  if (fact.predicate.changes && same.every((one) => apart(one.qualifiers, fact.qualifiers))) return NEW;
  return { outcome: 'conflict', reason: disagreements[0] ?? '', against: same };
}

function compareOther(subject: string, facts: readonly Fact[], fact: ImportedFact, known: Known): Comparison {
  const { predicate, qualifiers } = fact;
  if (fact.rank === 'deprecated') return NEW;
  const held = facts.filter(({ rank }) => rank !== 'deprecated');
  const rivals = held.filter((one) => excludes(one, fact, known));
  if (rivals.length > 0) return { outcome: 'conflict', reason: 'another value is known', against: rivals };
  const moment = qualifiers.at ?? qualifiers.start ?? qualifiers.end;
  if (known.knowledge.isComplete(subject, predicate.id, moment)) {
    return { outcome: 'conflict', reason: 'the known list is complete without it', against: held };
  }
  if (fact.value.type === 'entity' && known.knowledge.isInverseComplete(fact.value.id, predicate.id, moment)) {
    return {
      outcome: 'conflict',
      reason: `all that have ${fact.value.id} are listed, this is not among them`,
      against: [],
    };
  }
  return NEW;
}

/** Whether a known fact leaves no room for another value. */
function excludes(one: Fact, fact: ImportedFact, known: Known): boolean {
  const { predicate } = fact;
  const timeless = !predicate.changes || !apart(one.qualifiers, fact.qualifiers);
  if (!predicate.many || fact.value.type === 'number') return timeless;
  if (one.value.type !== 'entity' || fact.value.type !== 'entity') return false;
  const vocabulary = known.knowledge.ontology.terms.get(fact.value.id)?.vocabulary;
  const other = known.knowledge.ontology.terms.get(one.value.id)?.vocabulary;
  return (
    vocabulary !== undefined && vocabulary === other && known.knowledge.ontology.isExclusive(vocabulary) && timeless
  );
}

/** The same value: dates at the coarser precision, numbers rounded, places within each other, texts folded. */
export function sameValue(a: Value, b: Value, predicate: Predicate, known: Known): boolean {
  if (a.type === 'date' && b.type === 'date') return sameDate(a.date, b.date);
  if (a.type === 'url' && b.type === 'url') return linkKey(a.url) === linkKey(b.url);
  if (a.type === 'number' && b.type === 'number') {
    return Math.abs(a.amount - b.amount) <= ROUNDING * Math.max(Math.abs(a.amount), Math.abs(b.amount));
  }
  if (a.type === 'text' && b.type === 'text') {
    const names = [b.text.en, b.text.zh].map((text) => nameKey(text ?? ''));
    return [a.text.en, a.text.zh].some((text) => text !== undefined && names.includes(nameKey(text)));
  }
  if (a.type !== 'entity' || b.type !== 'entity') return false;
  if (a.id === b.id) return true;
  const { through } = predicate;
  if (through.length === 0) return false;
  return known.knowledge.closure(a.id, through).has(b.id) || known.knowledge.closure(b.id, through).has(a.id);
}

/** The first date on which two sets of qualifiers differ, in words; undefined where they can both hold. */
function disagreement(a: Qualifiers, b: Qualifiers): string | undefined {
  for (const name of ['start', 'end', 'at'] as const) {
    const [one, other] = [a[name], b[name]];
    if (one !== undefined && other !== undefined && !sameDate(one, other))
      return `${name}: ${one} is known, not ${other}`;
  }
  return undefined;
}

/** Whether two periods (or moments) have no day in common for certain. */
function apart(a: Qualifiers, b: Qualifiers): boolean {
  if (a.at !== undefined && b.at !== undefined) return compareDates(a.at, b.at) !== 0;
  return !overlap(periodOf(a), periodOf(b));
}

function periodOf({ start, end, at }: Qualifiers): { start: string | undefined; end: string | undefined } {
  return { start: start ?? at, end: end ?? at };
}
