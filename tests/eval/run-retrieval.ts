import { writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Channel } from '../../src/retrieval/fusion.ts';
import { Search } from '../../src/retrieval/search.ts';
import { vectorSettings } from '../../src/retrieval/vector-settings.ts';
import { settingsFrom } from '../../src/settings.ts';
import { type RetrievalQuery, scoreRetrieval } from './retrieval.ts';
import { readLines } from './score.ts';

/**
 * Part of `npm run eval`: recall@5 of search. Meaning takes part where the data folder has vectors (`errata index`); `--write` records
 * the scores.
 */
const WITHOUT_MODEL: readonly Channel[] = ['lexical', 'graph'];
const WAYS: readonly (readonly Channel[])[] = [WITHOUT_MODEL, ['lexical', 'semantic', 'graph']];

const search = await Search.open({
  knowledge: loadKnowledge(settingsFrom({}, process.env)),
  vectors: vectorSettings({}, process.env),
});
const { notes } = await search.search('a first search');
for (const { en } of notes) console.log(en);
const queries = readLines<RetrievalQuery>('retrieval.jsonl');
const results: Record<string, object> = {};
for (const channels of WAYS) {
  for (const type of ['entity', 'fact'] as const) {
    const chosen = queries.filter((query) => query.type === type);
    results[`${type}: ${channels.join(' + ')}`] = await scoreRetrieval(search, chosen, channels);
  }
}
console.log(`\nsearch: recall@5, ${queries.length} queries`);
console.table(results);
if (process.argv.includes('--write'))
  writeFileSync(new URL('retrieval-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
