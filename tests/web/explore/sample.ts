import type { GraphPart } from '../../../src/web/explore/data/graph-queries.ts';
import type { GraphEntity, GraphFact, RefutedClaim } from '../../../src/web/explore/data/schemas.ts';

/** Parts of an invented graph, as the service answers them. */

const both = (text: string) => ({ en: text, zh: `${text}（中文）` });

export function entity(id: string, kinds: readonly string[] = ['person']): GraphEntity {
  return {
    id,
    label: both(id),
    kind: kinds[0] ?? '',
    kinds: [...kinds],
    kindLabel: both(kinds[0] ?? ''),
    factCount: 3,
  };
}

interface FactOptions {
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly at?: string;
}

/** `a employer b`: a fact between two entities; with `date`, a fact with a date. */
export function fact(words: string, { date, start, end, at }: FactOptions = {}): GraphFact {
  const [subject = '', predicate = '', value = ''] = words.split(' ');
  return {
    id: `${words} ${start ?? ''}`,
    subject: entity(subject),
    predicate,
    predicateLabel: both(predicate),
    value: date
      ? { type: 'date', entity: null, date, url: null }
      : { type: 'entity', entity: entity(value), date: null, url: null },
    valueText: both(date ?? value),
    period: { start: start ?? null, end: end ?? null, at: at ?? null },
    note: undefined,
    asOf: null,
    sources: [{ url: 'https://example.org/almanac', title: 'The Almanac' }],
  };
}

/** A refuted claim; `object` is an entity where it begins with a small letter, else words. */
export function claim(words: string, evidence: readonly GraphFact[]): RefutedClaim {
  const [subject = '', predicate = '', object = ''] = words.split(' ');
  const argument = (text: string) => ({ text, entity: /^[a-z]/u.test(text) ? entity(text) : null });
  return {
    id: words,
    quote: words,
    start: 0,
    end: words.length,
    predicate,
    negated: false,
    correction: 'right',
    explanation: both('because'),
    from: null,
    to: null,
    section: [],
    subject: argument(subject),
    object: argument(object),
    document: 'notes.md',
    evidence: [...evidence],
  };
}

/** What lies around the subject of the first fact. */
export function part(facts: readonly GraphFact[], claims: readonly RefutedClaim[] = []): GraphPart {
  const ends = facts.flatMap(({ subject, value }) => [subject, ...(value.entity ? [value.entity] : [])]);
  const entities = [...new Map(ends.map((end) => [end.id, end])).values()];
  return { entities, facts: [...facts], claims, truncated: false };
}
