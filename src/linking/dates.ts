import { parseDate } from '../knowledge/date.ts';
import type { Span } from '../text/document.ts';
import type { DateValue } from './item.ts';

export interface FoundDate extends Span {
  readonly value: DateValue;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '((?:1[5-9]|20)\\d\\d)';
const HAN_DIGITS = '〇零一二三四五六七八九';
const HAN_YEAR = `([一二][${HAN_DIGITS}]{3})`;
const HAN_MONTH = '十[一二]?|[一二三四五六七八九]';
const HAN_DAY = '[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]';

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => { start: string; end?: string } | undefined;
}

/** Dates in folded text, in the usual English and Chinese forms; longest first where they overlap. */
const RULES: readonly Rule[] = [
  // 2015-11-09, 2015/11/9, 2015.11.09
  rule(`\\b${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d.])`, ([y, m, d]) => date(y, m, d)),
  // 2015年11月9日, 2015 年 11 月, 2015年
  rule(`${YEAR} ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]`, ([y, m, d]) => date(y, m, d)),
  rule(`${YEAR} ?年 ?(\\d{1,2}) ?月(?:份|初|底|中旬|下旬|上旬)?`, ([y, m]) => date(y, m)),
  rule(`${YEAR} ?年?(?:代|年代)`, ([y]) => decade(Number(y))),
  rule(`(?:20|二十)世纪(\\d0|[一二三四五六七八九]十)年代(?:初期|初|中期|末期|末|后期)?`, ([d]) =>
    decade(1900 + decadeOf(d)),
  ),
  rule(`上(?:个)?世纪(\\d0|[一二三四五六七八九]十)年代(?:初期|初|中期|末期|末|后期)?`, ([d]) =>
    decade(1900 + decadeOf(d)),
  ),
  rule(`${YEAR} ?年? ?(?:-|–|—|~|至|到) ?${YEAR} ?年(?:间|期间)?`, ([a, b]) => ({ start: a ?? '', end: b ?? '' })),
  rule(`${YEAR} ?年(?:初|底|末|春|夏|秋|冬|年初|年底|春季|夏季|秋季|冬季|上半年|下半年)?`, ([y]) => date(y)),
  rule(`${HAN_YEAR}年(${HAN_MONTH})月(${HAN_DAY})[日号]`, ([y, m, d]) => date(hanYear(y), hanNumber(m), hanNumber(d))),
  rule(`${HAN_YEAR}年(${HAN_MONTH})月`, ([y, m]) => date(hanYear(y), hanNumber(m))),
  rule(`${HAN_YEAR}年`, ([y]) => date(hanYear(y))),
  // November 9, 2015; 9 November 2015; November 2015
  rule(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, ([m, d, y]) => date(y, month(m), d)),
  rule(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\\b`, ([d, m, y]) => date(y, month(m), d)),
  rule(`\\b${MONTH},? (?:of )?${YEAR}\\b`, ([m, y]) => date(y, month(m))),
  // 18 July '23, July '23: of this century
  rule(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ['’]([0-4]\\d)\\b`, ([d, m, y]) => date(`20${y}`, month(m), d)),
  rule(`\\b${MONTH},? ['’]([0-4]\\d)\\b`, ([m, y]) => date(`20${y}`, month(m))),
  // 23/06/1922: which is the day is sure only above 12
  rule(`(?<![\\d./-])(\\d{1,2})[./](\\d{1,2})[./]${YEAR}(?![\\d/])`, ([a, b, y]) => dayFirst(a, b, y)),
  // from 2014 to 2017, between 2014 and 2017
  rule(`\\b(?:from|between) ${YEAR} (?:to|until|till|through|and) ${YEAR}\\b`, ([a, b]) => ({
    start: a ?? '',
    end: b ?? '',
  })),
  // 1990s, the early 1990s
  rule(`\\b${YEAR.replace('\\d\\d)', '\\d0)')}'?s\\b`, ([y]) => decade(Number(y))),
  // 2015–2017; 2015-17
  rule(`\\b${YEAR} ?[-–~] ?${YEAR}\\b(?![-\\d])`, ([a, b]) => ({ start: a ?? '', end: b ?? '' })),
  rule(
    `(?<![-\\w.,$¥])${YEAR}(?![\\d%]|,\\d|\\.\\d|-\\d)(?=$|[^\\p{Script=Latin}\\p{Script=Han}\\d]|[之前后至起到的与和及在由于])`,
    ([y]) => date(y),
  ),
];

/** Finds every date; of overlapping ones the longest wins. Offsets count in `folded`. */
export function findDates(folded: string): FoundDate[] {
  if (!/\d{4}|世纪|[〇零]|['’]\d\d|[一二][一二三四五六七八九]{3}年/u.test(folded)) return [];
  const found: FoundDate[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of folded.matchAll(pattern)) {
      const period = read(match.slice(1));
      if (!period) continue;
      const { start, end = start } = period;
      found.push({ start: match.index, end: match.index + match[0].length, value: { type: 'date', start, end } });
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: FoundDate[] = [];
  for (const candidate of found) {
    if (!kept.some((other) => candidate.start < other.end && other.start < candidate.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function rule(pattern: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(pattern, 'gu'), read };
}

function date(year?: string, monthNumber?: string, day?: string): { start: string } | undefined {
  const parts = [year, monthNumber?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  const parsed = parseDate(parts.join('-'));
  return parsed === undefined ? undefined : { start: parsed };
}

function decade(year: number): { start: string; end: string } {
  const first = year - (year % 10);
  return { start: String(first), end: String(first + 9) };
}

function decadeOf(text = '0'): number {
  const digit = HAN_DIGITS.indexOf(text[0] ?? '') - 1;
  return digit > 0 ? digit * 10 : Number(text);
}

function month(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3)) + 1);
}

/** 十二, 二十, 三十一. */
function hanNumber(text = ''): string {
  const [tens, ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (han: string) => Math.max(0, HAN_DIGITS.indexOf(han) - 1);
  return String((tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(ones));
}

function dayFirst(a = '', b = '', year = ''): { start: string } | undefined {
  if (Number(a) > 12) return date(year, b, a);
  return Number(b) > 12 ? date(year, a, b) : date(year);
}

function hanYear(text = ''): string {
  return [...text].map((digit) => Math.max(0, HAN_DIGITS.indexOf(digit) - 1)).join('');
}
