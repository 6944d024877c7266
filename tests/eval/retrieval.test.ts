import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Search } from '../../src/retrieval/search.ts';
import { loadEngine } from '../engine/knowledge.ts';
import { type RetrievalQuery, type RetrievalScore, scoreRetrieval } from './retrieval.ts';
import { readLines } from './score.ts';

const recorded = JSON.parse(readFileSync(new URL('retrieval-results.json', import.meta.url), 'utf8')) as Record<
  string,
  RetrievalScore
>;
/** New knowledge may push a hit out of the first five. */
const TOLERANCE = 0.05;

it.each(['entity', 'fact'])(
  'finds no less by words and graph than recorded: %s',
  { timeout: 240_000 },
  async (wanted) => {
    const before = recorded[`${wanted}: lexical + graph`];
    if (!before)
      throw new Error('retrieval-results.json holds nothing; run: npx tsx tests/eval/run-retrieval.ts --write');
    const search = await Search.open({ knowledge: loadEngine().knowledge });
    const queries = readLines<RetrievalQuery>('retrieval.jsonl').filter(({ type }) => type === wanted);
    const now = await scoreRetrieval(search, queries, ['lexical', 'graph']);
    expect(now.both).toBeGreaterThanOrEqual(before.both - TOLERANCE);
    expect(now.crossLingual).toBeGreaterThanOrEqual(before.crossLingual - TOLERANCE);
  },
);

it('knows every id that a query asks for', () => {
  const { knowledge } = loadEngine();
  const ids = { entity: [...knowledge.entities.keys()], fact: knowledge.facts.map(({ id }) => id) };
  for (const { id, type, relevant } of readLines<RetrievalQuery>('retrieval.jsonl'))
    for (const pattern of relevant)
      expect(
        ids[type].some((known) => (pattern.endsWith('*') ? known.startsWith(pattern.slice(0, -1)) : known === pattern)),
        id,
      ).toBe(true);
});
