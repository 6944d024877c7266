import { endsLikeSentence } from './characters.ts';

const LONGEST_TITLE = 60;
const NUMERAL = '[一二三四五六七八九十百零〇\\d]{1,4}';
const TITLES: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(?:第${NUMERAL}[部卷篇]|第${NUMERAL}部分)|^Part [IVX\\d]+\\b`), 1],
  [new RegExp(`^第${NUMERAL}章|^Chapter [IVX\\d]+\\b|^(?:附录|Appendix)\\s?[A-Z\\d]?(?=[：:\\s.]|$)`), 2],
  [new RegExp(`^第${NUMERAL}节|^Section \\d+\\b`), 3],
  [/^[一二三四五六七八九十]{1,3}、/, 4],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]|^[A-Z\d]{1,2}(?:\.\d{1,2}){1,3}\s+(?=\S)/, 5],
];
const ITEM =
  /^(?:[-*+–—](?=[ \t])|[•·●○▪◦‣■]|\d{1,3}[.)](?=[ \t]|[\u3400-\u9fff“《])|\d{1,3}[、．]|[（(]\d{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)[ \t\u3000]*/u;

/** The level of a line that is a title by its numbering ("第1章", "一、", "1.1 …") and its shape; undefined for others. */
export function readTitleLevel(line: string): number | undefined {
  if (line.length > LONGEST_TITLE || endsLikeSentence(line)) return undefined;
  return TITLES.find(([pattern]) => pattern.test(line))?.[1];
}

/** The length of the mark that makes a line a list item ("- ", "1. ", "• ", "一、"); 0 if there is none. */
export function readItemMark(line: string): number {
  return ITEM.exec(line)?.[0].length ?? 0;
}
