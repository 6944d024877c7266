import { describe, expect, it } from 'vitest';
import type { ClaimResult } from '../../src/assessment/result.ts';
import { coverageOf } from '../../src/import/coverage.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { KNOWLEDGE, ONTOLOGY } from './world.ts';

const knowledge = loadKnowledge({ ontology: ONTOLOGY, knowledge: [KNOWLEDGE] });
const text =
  'Ada Byte was born in 1986. She works at Bit Works. Later Ada Byte met Eve Null. 艾达·拜特，伊芙·零。Eve Null is nice.';

function claim(quote: string, verdict: ClaimResult['verdict'], reason?: ClaimResult['reason']): ClaimResult {
  const start = text.indexOf(quote);
  const base = {
    quote,
    start,
    end: start + quote.length,
    subject: 'person/ada-byte',
    predicate: 'employer',
    object: 'x',
    negated: false,
  } as const;
  const rest = {
    verdict,
    confidence: 1,
    layer: 'phrasing',
    explanation: { en: '', zh: '' },
    evidence: [],
    language: 'en',
    section: [],
  } as const;
  return reason === undefined ? { ...base, ...rest } : { ...base, ...rest, reason };
}

const claims = [
  claim('Ada Byte was born in 1986', 'SUPPORTED'),
  claim('She works at Bit Works', 'NOT_ENOUGH_INFO', 'no-fact'),
  claim('She works', 'NOT_ENOUGH_INFO', 'no-fact'),
  claim('is nice', 'NOT_ENOUGH_INFO', 'not-checkable'),
];
const result = { document: 'a.txt', language: 'en', sentences: 5, claims, contradictions: [] } as const;

describe('coverage', () => {
  const found = coverageOf({ text, format: 'plain' }, result, knowledge);

  it('counts the share of checkable statements that are decided', () => {
    expect(found).toMatchObject({ statements: 3, decided: 1, share: 1 / 3 });
  });

  it('groups what is undecided by reason, subject and predicate', () => {
    expect(found.undecided).toEqual([
      {
        reason: 'no-fact',
        subject: 'person/ada-byte',
        predicate: 'employer',
        count: 2,
        examples: ['She works at Bit Works', 'She works'],
      },
    ]);
  });

  it('lists unknown names of both languages, most frequent first', () => {
    expect(found.unknownNames.map(({ name, count }) => [name, count])).toEqual([
      ['Eve Null', 2],
      ['伊芙·零', 1],
    ]);
  });

  it('lists sentences with names in which nothing was understood', () => {
    expect(found.silent.map(({ quote, names }) => [quote, names])).toEqual([
      ['Later Ada Byte met Eve Null.', ['Ada Byte', 'Eve Null']],
      ['艾达·拜特，伊芙·零。', ['艾达·拜特', '伊芙·零']],
    ]);
  });
});
