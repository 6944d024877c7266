import type { Span } from '../text/document.ts';
import type { NumberValue } from './item.ts';

export interface FoundNumber extends Span {
  readonly value: NumberValue;
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
  trillion: 1e12,
  t: 1e12,
  hundred: 100,
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  兆: 1e12,
};
const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const HAN = '零一二三四五六七八九';
const DIGITS =
  /(?<![\w.-]|[\d],)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: ?[x×] ?10(?:\^?\{?(\d+)\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?(?:([ -]?)(thousand|million|billion|trillion|hundred|mn|bn|[kmbt])(?![\p{Script=Latin}\d])| ?([十百千]?[万亿兆]+|千|百))?/gu;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const HAN_NUMBER = /[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零点]*/gu;
const BEFORE: readonly [RegExp, NumberValue['bound']][] = [
  [
    /(?:about|around|approximately|roughly|nearly|almost|some|an estimated|~|≈|约|大约|大概|近|将近|接近|约为)[  ]?$/u,
    'about',
  ],
  [/(?:more than|over|above|at least|exceeding|upwards of|超过|逾|多达|不少于|至少|超)[  ]?$/u, 'over'],
  [/(?:less than|fewer than|under|below|at most|up to|不到|少于|不足|至多)[  ]?$/u, 'under'],
];

/** Numbers in folded text (digits, magnitudes, number words), with about/over/under. Offsets count in `folded`. */
export function findNumbers(folded: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of folded.matchAll(DIGITS)) {
    const [all, whole = '', fraction = '', power, superscript, , scale, hanScale] = match;
    const exponent =
      power ?? (superscript ? [...superscript].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('') : undefined);
    const factor = (SCALES[scale ?? hanScale ?? ''] ?? 1) * (exponent === undefined ? 1 : 10 ** Number(exponent));
    const plain = whole.replaceAll(',', '');
    const amount = Number(plain + fraction) * factor;
    const digits = (plain + fraction).replace(/\D/gu, '').replace(/^0+/u, '').replace(/0+$/u, '').length;
    push(found, folded, match.index, match.index + all.length, amount, Math.max(1, digits));
  }
  for (const match of folded.matchAll(HAN_NUMBER)) {
    const amount = hanNumber(match[0]);
    if (amount !== undefined) push(found, folded, match.index, match.index + match[0].length, amount, 2);
  }
  for (const match of folded.matchAll(/\b[a-z]{3,9}\b/gu)) {
    const amount = WORDS.indexOf(match[0]);
    if (amount > 0) push(found, folded, match.index, match.index + match[0].length, amount, 2);
  }
  return found.sort((a, b) => a.start - b.start);
}

function push(found: FoundNumber[], folded: string, start: number, end: number, amount: number, digits: number): void {
  const before = folded.slice(Math.max(0, start - 16), start);
  const bound = BEFORE.find(([pattern]) => pattern.test(before))?.[1];
  const more = /^(?:多|余|\+)/u.test(folded.slice(end));
  found.push({
    start,
    end: more ? end + 1 : end,
    value: { type: 'number', amount, bound: bound ?? (more ? 'over' : 'exact'), digits },
  });
}

/** Reads 一百七十五亿, 三, 十二, 两万; undefined where it is no well-formed number. */
export function hanNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const value = character === '两' ? 2 : HAN.indexOf(character);
    const scale = SCALES[character];
    if (value >= 0) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (scale === undefined) return undefined;
    else if (scale >= 1e4) {
      total = (total + section + (digit ?? 0)) * scale;
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * scale;
      digit = undefined;
    }
  }
  return total + section + (digit ?? 0);
}
