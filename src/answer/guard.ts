import type { Missing } from './answer.ts';

/** Longest question read, in UTF-16 code units. */
const LONGEST = 400;

/** Why a text cannot be read as a question at all; undefined where it can. */
export function unreadable(text: string): Missing | undefined {
  if (text === '') return 'empty';
  if (text.length > LONGEST) return 'too-long';
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 'not-a-question';
  const readable = letters.filter((letter) => /[\p{Script=Latin}\p{Script=Han}\p{Script=Greek}]/u.test(letter));
  return readable.length * 3 < letters.length * 2 ? 'unknown-language' : undefined;
}
