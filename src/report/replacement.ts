import type { ClaimResult } from '../assessment/result.ts';
import type { Names } from './names.ts';

/** An edit of the original text. Offsets are UTF-16 code units, end exclusive. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Signs that a correction is more than a value: a list, a remark, a sentence. */
const MORE_THAN_A_VALUE = /[\n;；。！？!?()（）[\]【】{}:：、]|, | and | or |[^\d]\.\s/u;

/**
 * The edit that would correct a refuted claim, only where it is sound: the wrong value stands in the quote literally
 * and once, and the correction is a bare value. Otherwise undefined, and a person has to write the sentence anew.
 */
export function replacement(claim: ClaimResult, text: string, names: Names): Replacement | undefined {
  const { correction } = claim;
  if (claim.verdict !== 'REFUTED' || claim.negated || !correction || MORE_THAN_A_VALUE.test(correction))
    return undefined;
  if (text.slice(claim.start, claim.end) !== claim.quote) return undefined;
  const place = onlyPlace(claim, names);
  if (!place) return undefined;
  return { start: claim.start + place.start, end: claim.start + place.end, text: correction };
}

/** Where the object stands in the quote: its longest spelling that occurs, and that only once. */
function onlyPlace(claim: ClaimResult, names: Names): { start: number; end: number } | undefined {
  const quote = claim.quote.toLowerCase();
  if (quote.length !== claim.quote.length) return undefined;
  const spellings = [
    claim.object,
    names.entity(claim.object, 'en'),
    names.entity(claim.object, 'zh'),
    ...names.spellings(claim.object),
  ];
  const longestFirst = [...new Set(spellings.map((spelling) => spelling.toLowerCase()))]
    .filter((spelling) => spelling.length > 1)
    .sort((a, b) => b.length - a.length);
  for (const spelling of longestFirst) {
    const start = quote.indexOf(spelling);
    if (start === -1) continue;
    const end = start + spelling.length;
    const alone = quote.indexOf(spelling, start + 1) === -1 && !insideWord(quote, start, end);
    return alone ? { start, end } : undefined;
  }
  return undefined;
}

function insideWord(text: string, start: number, end: number): boolean {
  const latin = /[a-z\d]{2}/u;
  return latin.test(text.slice(Math.max(0, start - 1), start + 1)) || latin.test(text.slice(end - 1, end + 1));
}
