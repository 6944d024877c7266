import type { Answer } from '../../src/answer/answer.ts';

/** One thing that a right answer says, in any of these wordings; a wording may be the beginning of a word («rout»). */
export type Item = readonly string[];

const SHORT = /^(?:[a-z0-9]{1,2}|.)$/u;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Whether an answer says all items. Short wordings («no», «8», «三») must be a whole word of a value, since a sentence has such words for many
 * reasons; longer ones begin a word of the sentence, of a value, or of the ids of what is named, which are the same in both languages. Yes and
 * no begin the value itself.
 */
export function saysAll(
  items: readonly Item[],
  { answer, answers, facts, falsePremise }: Answer,
  yesNo: boolean,
): boolean {
  const values = answers.map(({ text }) => plain(text));
  const ids = [
    ...answers.map(({ entityId }) => entityId ?? ''),
    ...(falsePremise ? facts.map(({ factId }) => factId) : []),
  ];
  const said = plain([answer ?? '', ...values, ...ids.map((id) => id.replaceAll('-', ' '))].join(' | '));
  return items.every((item) =>
    item.map(plain).some((wording) => {
      if (yesNo) return values.some((value) => value.startsWith(wording));
      return SHORT.test(wording) ? values.some((value) => isWord(value, wording)) : begins(said, wording);
    }),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/gu, '');
}

function begins(text: string, wording: string): boolean {
  for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) {
    const inWord = /^[\p{L}\p{N}]$/u.test(wording.charAt(0)) && sameScript(text.charAt(at - 1), wording.charAt(0));
    const inNumber = /\d$/u.test(wording) && /^\d/u.test(text.slice(at + wording.length));
    if (!inWord && !inNumber) return true;
  }
  return false;
}

function sameScript(a: string, b: string): boolean {
  return [/^\d$/u, /^[\p{Script=Latin}]$/u].some((script) => script.test(a) && script.test(b));
}

function isWord(text: string, wording: string): boolean {
  return [...WORDS.segment(text)].some(({ segment }) => segment === wording);
}
