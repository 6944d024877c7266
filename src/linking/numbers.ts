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
const WORDS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
]);
const MAGNITUDE = '(?:hundred|thousand|million|billion|trillion)';
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const SMALL = `(?:${TENS}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|${Object.keys(WORDS).join('|')})\\b`;
/** «three», «fifty-seven», «two hundred and ten», «two hundred billion», «half a million». */
const ENGLISH_NUMBER = new RegExp(
  `\\b(?:(?:half )?an? ${MAGNITUDE}|${SMALL}(?:[ -]${MAGNITUDE}(?:(?: and | )${SMALL})?)*)\\b`,
  'gu',
);
const HAN = '零一二三四五六七八九';
const DIGITS =
  /(?<![\w.-]|[\d],)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: ?[x×] ?10(?:\^\{?(\d+)\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?(?:([ -]?)(thousand|million|billion|trillion|hundred|mn|bn|[kmbt])(?![\p{Script=Latin}\d])| ?([多余]?)([十百千]?[万亿兆]+|千|百))?/gu;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const HAN_NUMBER = /[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零点]*(?:[几多余][百千万亿]+)?/gu;
const BEFORE: readonly [RegExp, NumberValue['bound']][] = [
  [
    /(?:about|around|approximately|roughly|nearly|almost|some|an estimated|in the region of|in the order of|on the order of|in the neighbou?rhood of|close to|circa|ca\.|~|≈|约|大约|大概|近|将近|接近|约为)[  ]?$/u,
    'about',
  ],
  [/(?:more than|over|above|at least|exceeding|upwards of|past|beyond|超过|逾|多达|不少于|至少|超)[  ]?$/u, 'over'],
  [/(?:less than|fewer than|under|below|at most|up to|不到|少于|不足|至多)[  ]?$/u, 'under'],
];

const ANY_DIGIT = /\d/u;
const ANY_HAN = /[一二两三四五六七八九十]/u;
const NONE: readonly never[] = [];
const ANY_NUMBER = new RegExp(`\\d|[${HAN}十百千万亿两〇]|${ENGLISH_NUMBER.source}`, 'u');

/** Whether a folded text can hold a number or a date at all. */
export function mayHoldFigure(folded: string): boolean {
  return ANY_NUMBER.test(folded);
}

/** Numbers in folded text (digits, magnitudes, number words), with about/over/under. Offsets count in `folded`. */
export function findNumbers(folded: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of ANY_DIGIT.test(folded) ? folded.matchAll(DIGITS) : NONE) {
    const [all, whole = '', fraction = '', power, superscript, , scale, over = '', hanScale] = match;
    const exponent =
      power ?? (superscript ? [...superscript].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('') : undefined);
    const factor = (SCALES[scale ?? hanScale ?? ''] ?? 1) * (exponent === undefined ? 1 : 10 ** Number(exponent));
    const plain = whole.replaceAll(',', '');
    const amount = Number(plain + fraction) * factor;
    const digits = (plain + fraction).replace(/\D/gu, '').replace(/^0+/u, '').replace(/0+$/u, '').length;
    push(found, folded, {
      start: match.index,
      end: match.index + all.length,
      amount,
      digits: Math.max(1, digits),
      over: over !== '',
    });
  }
  for (const match of ANY_HAN.test(folded) ? folded.matchAll(HAN_NUMBER) : NONE) {
    const amount = hanNumber(match[0].replace(/[几多余]/u, ''));
    const over = /[几多余]/u.test(match[0]);
    if (amount !== undefined)
      push(found, folded, { start: match.index, end: match.index + match[0].length, amount, digits: 2, over });
  }
  for (const match of folded.matchAll(ENGLISH_NUMBER)) {
    const amount = englishNumber(match[0]);
    const digits = Math.max(2, String(amount).replace(/0+$/u, '').length);
    if (amount > 0) push(found, folded, { start: match.index, end: match.index + match[0].length, amount, digits });
  }
  return found.sort((a, b) => a.start - b.start);
}

function push(
  found: FoundNumber[],
  folded: string,
  { start, end, amount, digits, over = false }: Span & { amount: number; digits: number; over?: boolean },
): void {
  const before = folded.slice(Math.max(0, start - 16), start);
  const bound = BEFORE.find(([pattern]) => pattern.test(before))?.[1];
  const more = /^(?:多|余|\+)/u.test(folded.slice(end));
  found.push({
    start,
    end: more ? end + 1 : end,
    value: { type: 'number', amount, bound: bound ?? (more || over ? 'over' : 'exact'), digits },
  });
}

/** Reads «two hundred billion», «half a million», «fifty-seven»; 0 where nothing is counted. */
function englishNumber(text: string): number {
  let total = 0;
  let section = /^half/u.test(text) ? 0.5 : /^an? /u.test(text) ? 1 : 0;
  for (const word of text.split(/[ -]/u)) {
    const scale = SCALES[word];
    if (word in WORDS) section += WORDS[word] ?? 0;
    else if (word === 'hundred') section = (section || 1) * 100;
    else if (scale !== undefined && word.length > 2) {
      total += section * scale;
      section = 0;
    }
  }
  return total + section;
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
