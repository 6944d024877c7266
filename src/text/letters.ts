const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{N}]/u;

/** What a character is to words: part of Chinese ones, a letter or digit of other ones, or neither. */
export const OTHER = 0;
export const HAN_LETTER = 1;
export const PLAIN_LETTER = 2;
const UNKNOWN = 255;

/** By UTF-16 code unit, worked out when first asked for. */
const sorts = new Uint8Array(0x10000).fill(UNKNOWN);

/** The sort of the UTF-16 code unit at a place; half of a surrogate pair and what lies outside the text are neither. */
export function letterSort(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return OTHER;
  if (sorts[code] === UNKNOWN) sorts[code] = sortOf(String.fromCharCode(code));
  return sorts[code] ?? OTHER;
}

function sortOf(character: string): number {
  if (HAN.test(character)) return HAN_LETTER;
  return LETTER.test(character) ? PLAIN_LETTER : OTHER;
}

/** A stretch of letters of one sort. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly han: boolean;
}

/** The longest stretches of Chinese characters and of other letters and digits, in order. Characters outside the basic plane count too. */
export function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let sort = OTHER;
  const close = (end: number) => {
    if (sort !== OTHER) runs.push({ text: text.slice(start, end), start, han: sort === HAN_LETTER });
  };
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const own = point > 0xffff ? sortOf(String.fromCodePoint(point)) : letterSort(text, at);
    if (own !== sort) {
      close(at);
      start = at;
      sort = own;
    }
    at += point > 0xffff ? 2 : 1;
  }
  close(text.length);
  return runs;
}
