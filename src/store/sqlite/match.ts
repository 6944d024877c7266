import { searchTerms } from '../full-text.ts';

/** The FTS5 query that finds texts which hold all words of a text; undefined where it has no word. */
export function toQuery(text: string): string | undefined {
  const terms = searchTerms(text).map(({ tokens, beginning }) => `"${tokens.join(' ')}"${beginning ? ' *' : ''}`);
  return terms.length === 0 ? undefined : terms.join(' AND ');
}
