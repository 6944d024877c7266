import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engineInDepth, loadEngine } from '../engine/knowledge.ts';
import { type ArticleScore, scoreArticles } from './articles.ts';
import { type MutationScore, scoreMutations } from './mutations.ts';
import {
  type Annotation,
  type ClaimScore,
  type CorpusScore,
  developmentClaims,
  inDepth,
  type LabelledClaim,
  readLines,
  scoreClaims,
  scoreCorpus,
} from './score.ts';
import { scoreTrueTexts, type TrueTextScore } from './true-texts.ts';

/** Quality must not slip unseen: the scores recorded in results.json are the floor. Refresh them with `npm run eval -- --write`. */
const recorded = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8')) as {
  corpus: CorpusScore;
  [set: string]: unknown;
};
const TOLERANCE = 0.01;

it.each([
  ['development', 'claims-dev.jsonl'],
  ['development2', 'claims-dev2.jsonl'],
  ['development3', 'claims-dev3.jsonl'],
  ['development4', 'claims-dev4.jsonl'],
  ['development5', 'claims-dev5.jsonl'],
  ['development6', 'claims-dev6.jsonl'],
  ['development7', 'claims-dev7.jsonl'],
  ['development8', 'claims-dev8.jsonl'],
  ['development9', 'claims-dev9.jsonl'],
  ['test', 'claims-test.jsonl'],
  ['test2', 'claims-test2.jsonl'],
  ['test3', 'claims-test3.jsonl'],
  ['test4', 'claims-test4.jsonl'],
  ['test5', 'claims-test5.jsonl'],
  ['test6', 'claims-test6.jsonl'],
  ['test7', 'claims-test7.jsonl'],
])('is no worse than recorded on the %s claims', (set, file) => {
  const before = (recorded[set] as Record<string, ClaimScore>)['all'];
  const now = scoreClaims(loadEngine(), readLines<LabelledClaim>(file))['all'];
  if (!before || !now) throw new Error(`results.json holds nothing for ${set}; run: npm run eval -- --write`);
  expect(now.accuracy).toBeGreaterThanOrEqual(before.accuracy - TOLERANCE);
  expect(now.refutedPrecision).toBeGreaterThanOrEqual(before.refutedPrecision - TOLERANCE);
  expect(now.flips).toBeLessThanOrEqual(before.flips + TOLERANCE);
});

it.each([['dev9'], ['test3'], ['test5']])(
  'is no worse than recorded on the claims of %s when it reads in depth what it leaves open',
  async (set) => {
    const before = (recorded['inDepth'] as Record<string, Record<string, ClaimScore>> | undefined)?.[set]?.['all'];
    if (!before) throw new Error(`results.json holds nothing in depth for ${set}; run: npm run eval -- --write`);
    const claims = readLines<LabelledClaim>(`claims-${set}.jsonl`);
    const now = scoreClaims(await inDepth(engineInDepth(), claims), claims)['all'];
    expect(now?.accuracy).toBeGreaterThanOrEqual(before.accuracy - TOLERANCE);
    expect(now?.refutedPrecision).toBeGreaterThanOrEqual(before.refutedPrecision - TOLERANCE);
    expect(now?.flips).toBeLessThanOrEqual(before.flips + TOLERANCE);
  },
  // it reads some hundred sentences, beside other tests
  240_000,
);

it('takes changed values and denials no worse than recorded', () => {
  const before = recorded['mutations'] as MutationScore | undefined;
  if (!before) throw new Error('results.json holds nothing for mutations; run: npm run eval -- --write');
  const now = scoreMutations(loadEngine(), developmentClaims());
  expect(now.changedNotSupported).toBeGreaterThanOrEqual(before.changedNotSupported - TOLERANCE);
  expect(now.changedRefuted).toBeGreaterThanOrEqual(before.changedRefuted - TOLERANCE);
  expect(now.deniedRefuted).toBeGreaterThanOrEqual(before.deniedRefuted - TOLERANCE);
});

it('is no worse than recorded on the corpus', () => {
  const text = readFileSync(new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url), 'utf8');
  const now = scoreCorpus(loadEngine(), text, readLines<Annotation>('corpus.jsonl'));
  expect(now.errorsFlagged).toBeGreaterThanOrEqual(recorded.corpus.errorsFlagged - TOLERANCE);
  expect(now.flagPrecision).toBeGreaterThanOrEqual(recorded.corpus.flagPrecision - TOLERANCE);
  expect(now.trueStatementsFlagged).toBeLessThanOrEqual(recorded.corpus.trueStatementsFlagged + TOLERANCE);
});

it.each([
  ['articlesDevelopment', 'dev'],
  ['articlesTest', 'test'],
] as const)('is no worse than recorded on the articles: %s', (set, half) => {
  const before = recorded[set] as ArticleScore | undefined;
  if (!before) throw new Error(`results.json holds nothing for ${set}; run: npm run eval -- --write`);
  const now = scoreArticles(loadEngine(), half);
  expect(now.errorsFlagged).toBeGreaterThanOrEqual(before.errorsFlagged - TOLERANCE);
  expect(now.flagPrecision).toBeGreaterThanOrEqual(before.flagPrecision - TOLERANCE);
  expect(now.trueStatementsFlagged).toBeLessThanOrEqual(before.trueStatementsFlagged + TOLERANCE);
});

it('raises no more false alarms on true texts than recorded', () => {
  const before = recorded['trueTexts'] as TrueTextScore | undefined;
  if (!before) throw new Error('results.json holds nothing for trueTexts; run: npm run eval -- --write');
  const now = scoreTrueTexts(loadEngine());
  expect(now.flags).toBeLessThanOrEqual(before.flags + 2);
  expect(now.supported).toBeGreaterThanOrEqual(before.supported * (1 - TOLERANCE));
});
