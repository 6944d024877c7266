import { searchTerms, wholeName } from '../full-text.ts';

/**
 * The Lucene query that finds texts which hold all words of a text; undefined where it has no word. Tokens are letters and
 * digits in small letters, so nothing in them has a meaning to Lucene. A word as a whole counts more than a beginning.
 */
export function luceneQuery(text: string): string | undefined {
  const terms = searchTerms(text).map(({ tokens, beginning }) => {
    if (!beginning) return `+"${tokens.join(' ')}"`;
    return `+(${tokens[0]}^2 ${tokens[0]}*)`;
  });
  return terms.length === 0 ? undefined : terms.join(' ');
}

/** Like `luceneQuery`, for entities: what is called exactly so comes first, what has the words in its names before others. */
export function luceneNameQuery(text: string): string | undefined {
  const words = luceneQuery(text);
  if (words === undefined) return undefined;
  return `(${words} nameTokens:(${words.replaceAll('+', '')})^4) nameTokens:${wholeName(text)}^20`;
}
