import { fold } from '../text/fold.ts';

/** Scripts that write words without spaces between them, and what counts as a part of a word in any script. */
const SCRIPTS = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const PARTS = '[\\p{Letter}\\p{Number}]';
/** Runs of the ones, and runs of the others. */
const RUN = new RegExp(`[${SCRIPTS}&&${PARTS}]+|[${PARTS}--${SCRIPTS}]+`, 'gv');
const DENSE = new RegExp(`^[${SCRIPTS}&&${PARTS}]`, 'v');
/** Begins the token of a whole name: a letter that no text uses. */
const WHOLE = 'ꙮ';
const MARKS = /\p{Mark}+/gu;
/** Longest run kept as one word, in characters. */
const LONGEST = 40;

/**
 * Texts as tokens for the index, separated by spaces: other words as they are, of «深度学习» each pair of neighbours and the
 * last character alone, so that any part of two or more characters is found as a phrase and one character as a beginning.
 */
export function toTokens(...texts: readonly string[]): string {
  const [first = [], ...others] = texts.map(runsOf);
  const words = new Set(first);
  // Of further texts (translations, mostly) words that were there before say nothing new
  const more = others.flatMap((runs) => runs.filter((run) => !words.has(run)));
  return [...first, ...more].map((run) => (isDense(run) ? pairs(run) : run)).join(' ');
}

/** Tokens that stand one after the other in a text that fits; the last one, with `beginning`, may go on. */
export interface SearchTerm {
  readonly tokens: readonly string[];
  readonly beginning: boolean;
}

/** What a text must hold, all of it, to be found by these words; empty where there is no word. At most 64 terms. */
export function searchTerms(text: string): SearchTerm[] {
  const terms = [...new Set(runsOf(text))].map((run): SearchTerm => {
    const parts = isDense(run) ? pairs(run).split(' ').slice(0, -1) : [];
    return parts.length === 0 ? { tokens: [run], beginning: true } : { tokens: parts, beginning: false };
  });
  return terms.slice(0, 64);
}

/** One token for a whole name, which ranks what is called exactly so before what merely contains it. */
export function wholeName(name: string): string {
  return `${WHOLE}${runsOf(name).join('')}`;
}

/** The runs of a text, folded; accents that stand alone are left out. */
function runsOf(text: string): string[] {
  const folded = fold(text);
  const runs: string[] = [];
  let start = -1;
  let sort = 0;
  for (let at = 0; at <= folded.length; at++) {
    const code = folded.charCodeAt(at);
    // Marks and surrogates are rare: let the slow way see to them
    const next = at === folded.length ? 0 : sortOf(code);
    if (next === RARE) return runsOfRare(folded);
    if (next === sort) continue;
    if (sort !== 0) runs.push(folded.slice(start, sort === WORD ? Math.min(at, start + LONGEST) : at));
    start = at;
    sort = next;
  }
  return runs;
}

function runsOfRare(folded: string): string[] {
  const plain = folded.normalize('NFD').replace(MARKS, '').normalize('NFC');
  return [...plain.matchAll(RUN)].map(([run]) => (DENSE.test(run) ? run : [...run].slice(0, LONGEST).join('')));
}

const DENSE_SORT = 1;
const WORD = 2;
const RARE = 3;

const UNKNOWN = 255;
/** For each UTF-16 code unit, once it has been met: 0 between words, 1 dense script, 2 other letter or digit, 3 mark or surrogate. */
const sorts = new Uint8Array(0x10000).fill(UNKNOWN);

function sortOf(code: number): number {
  const known = sorts[code] ?? 0;
  if (known !== UNKNOWN) return known;
  const sort = classify(String.fromCharCode(code));
  sorts[code] = sort;
  return sort;
}

function classify(character: string): number {
  if (/\p{Mark}|\p{Surrogate}/u.test(character) || character !== character.normalize('NFD')) return RARE;
  if (DENSE.test(character)) return DENSE_SORT;
  return /[\p{Letter}\p{Number}]/u.test(character) ? WORD : 0;
}

function isDense(run: string): boolean {
  const sort = sortOf(run.charCodeAt(0));
  return sort === DENSE_SORT || (sort === RARE && DENSE.test(run));
}

/** Each pair of neighbours, and the last character alone. */
function pairs(run: string): string {
  const characters = [...run];
  let result = '';
  for (let at = 1; at < characters.length; at++) result += `${characters[at - 1]}${characters[at]} `;
  return result + (characters.at(-1) ?? '');
}
