import { fold } from '../text/fold.ts';

/** Scripts that write words without spaces between them. */
const DENSE_SCRIPTS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
/** Runs of those, and runs of other letters and digits. */
const RUN = new RegExp(`[${DENSE_SCRIPTS}]+|(?:[^\\P{Letter}${DENSE_SCRIPTS}]|\\p{Number})+`, 'gu');
const DENSE = new RegExp(`^[${DENSE_SCRIPTS}]`, 'u');
/** Begins the token of a whole name: a letter that no text uses. */
const WHOLE = 'ꙮ';
const MARKS = /\p{Mark}+/gu;
/** Longest run kept as one word, in characters. */
const LONGEST = 40;

/**
 * A text as tokens for the index, separated by spaces: other words as they are, of «深度学习» each pair of neighbours and the
 * last character alone, so that any part of two or more characters is found as a phrase and one character as a beginning.
 */
export function toTokens(text: string): string {
  return runsOf(text)
    .flatMap((run) => (DENSE.test(run) ? pairs(run, true) : [run]))
    .join(' ');
}

/** Tokens that stand one after the other in a text that fits; the last one, with `beginning`, may go on. */
export interface SearchTerm {
  readonly tokens: readonly string[];
  readonly beginning: boolean;
}

/** What a text must hold, all of it, to be found by these words; empty where there is no word. At most 64 terms. */
export function searchTerms(text: string): SearchTerm[] {
  const terms = [...new Set(runsOf(text))].map((run): SearchTerm => {
    const parts = DENSE.test(run) ? pairs(run, false) : [];
    return parts.length === 0 ? { tokens: [run], beginning: true } : { tokens: parts, beginning: false };
  });
  return terms.slice(0, 64);
}

/** One token for a whole name, which ranks what is called exactly so before what merely contains it. */
export function wholeName(name: string): string {
  return `${WHOLE}${runsOf(name).join('')}`;
}

function runsOf(text: string): string[] {
  const folded = fold(text).normalize('NFD').replace(MARKS, '').normalize('NFC');
  return [...folded.matchAll(RUN)].map(([run]) => (DENSE.test(run) ? run : [...run].slice(0, LONGEST).join('')));
}

function pairs(run: string, withLast: boolean): string[] {
  const characters = [...run];
  const result = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  const last = characters.at(-1);
  return withLast && last !== undefined ? [...result, last] : result;
}
