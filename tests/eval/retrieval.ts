import type { Language } from '../../src/knowledge/model.ts';
import type { Channel } from '../../src/retrieval/fusion.ts';
import type { Search } from '../../src/retrieval/search.ts';

/** A question or description with what has to be found. Ids may end in `*`: any that begin so. */
export interface RetrievalQuery {
  readonly id: string;
  readonly query: string;
  readonly language: Language;
  readonly type: 'fact' | 'entity';
  readonly relevant: readonly string[];
}

/** Recall among the first five: the share of what is relevant that is found there, as a mean over the queries. */
export interface RetrievalScore {
  /** The wordings compared are in the query's language only. */
  readonly monolingual: number;
  /** The wordings compared are in the other language only. */
  readonly crossLingual: number;
  /** Both, as in use. */
  readonly both: number;
}

const DEPTH = 5;
const OTHER = { en: 'zh', zh: 'en' } as const;

/** Asks all queries for hits of their type, through these channels. */
export async function scoreRetrieval(
  search: Search,
  queries: readonly RetrievalQuery[],
  channels: readonly Channel[],
): Promise<RetrievalScore> {
  const mean = async (languages: (language: Language) => readonly Language[]) => {
    let sum = 0;
    for (const query of queries) sum += await recall(search, query, { channels, languages: languages(query.language) });
    return Math.round((sum / queries.length) * 1000) / 1000;
  };
  return {
    monolingual: await mean((language) => [language]),
    crossLingual: await mean((language) => [OTHER[language]]),
    both: await mean(() => ['en', 'zh']),
  };
}

async function recall(
  search: Search,
  { query, type, relevant }: RetrievalQuery,
  options: { readonly channels: readonly Channel[]; readonly languages: readonly Language[] },
): Promise<number> {
  const { hits } = await search.search(query, { ...options, types: [type], limit: DEPTH });
  const found = relevant.filter((pattern) => hits.some(({ id }) => matches(id, pattern)));
  return found.length / relevant.length;
}

function matches(id: string, pattern: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}
