import type { Source } from '../../src/knowledge/model.ts';
import type { KnowledgeRows, StoredEntity, StoredFact } from '../../src/store/graph-model.ts';

const PER_SUBJECT = 10;
const SOURCES = 1000;
const PREDICATES = [
  'isA',
  'developer',
  'author',
  'employer',
  'birthDate',
  'introducedIn',
  'homepage',
  'award',
  'locatedIn',
  'partOf',
];

export const subjectOf = (number: number) => `thing/synthetic-${number}`;

/** A knowledge of this many made-up facts, ten a subject, four of them between entities; made while it is read. */
export function syntheticKnowledge(facts: number): KnowledgeRows {
  const subjects = Math.ceil(facts / PER_SUBJECT);
  const sources = Array.from(
    { length: SOURCES },
    (_, index): Source => ({
      id: `source-${index}`,
      url: `https://example.org/pages/${index}`,
      title: `Page ${index}`,
      kind: index % 3 === 0 ? 'primary' : 'secondary',
      read: '2026-01',
    }),
  );
  const lists = sources.map((source) => [source]);
  return {
    version: `synthetic ${facts}`,
    predicates: PREDICATES.map((id) => ({ id, label: { en: id, zh: id }, many: true })),
    sources,
    entities: iterable(subjects, entity),
    facts: iterable(facts, (index) => fact(index, { subjects, lists })),
  };
}

function iterable<T>(count: number, make: (index: number) => T): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) yield make(index);
    },
  };
}

function entity(index: number): StoredEntity {
  const label = { en: `Synthetic ${index}`, zh: `合成物${index}` };
  return {
    id: subjectOf(index),
    kind: 'thing',
    label,
    aliases: [],
    description: {},
    sameAs: [],
    kinds: ['thing'],
    vocabulary: false,
    complete: [],
  };
}

function fact(index: number, { subjects, lists }: { subjects: number; lists: readonly Source[][] }): StoredFact {
  const subject = Math.floor(index / PER_SUBJECT);
  const turn = index % PER_SUBJECT;
  const predicate = PREDICATES[turn] ?? 'isA';
  const other = (subject * 7919 + turn * 104_729) % subjects;
  const value =
    turn < 4
      ? ({ type: 'entity', id: subjectOf(other) } as const)
      : ({ type: 'date', date: String(1950 + (index % 75)) } as const);
  const said = value.type === 'entity' ? `Synthetic ${other}` : value.date;
  return {
    id: `${subjectOf(subject)}.${predicate}.${said}`,
    subject: subjectOf(subject),
    predicate,
    value,
    qualifiers: turn % 3 === 0 ? { start: '2001', end: '2010' } : {},
    rank: 'normal',
    sources: lists[index % lists.length] ?? [],
    statement: { en: `Synthetic ${subject} – ${predicate}: ${said}`, zh: `合成物${subject}——${predicate}：${said}` },
  };
}
