import type { Span } from '../text/document.ts';
import type { ItemValue } from './item.ts';

export interface FoundName extends Span {
  readonly value: ItemValue;
}

const URL_PATTERN = /https?:\/\/[^\s<>()（）[\]"'，。；、《》“”]+[^\s<>()（）[\]"'，。；、《》“”.,;:!?]/giu;
const BARE_URL =
  /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|edu|cn|cc|dev|co)(?:\/[\w./#?=&%~+-]*)?(?![\w-])/giu;
const TITLE = /《([^》]{1,120})》|“([^”]{2,120})”|"([^"]{2,120})"|「([^」]{2,120})」|‘([^’]{3,120})’/gu;
const OPENING = /[《“"「‘]/u;
const NONE: readonly never[] = [];
/** Capitalised words, joined by small words inside names; Chinese characters may follow without a space. */
const LATIN_NAME =
  /\p{Lu}(?:(?!\p{Script=Han})[\p{L}\p{M}\d'’+&.-])*(?:[ ](?:(?:of|de|la|van|von|der|den|di|du|and|for|the|&)[ ]){0,2}\p{Lu}(?:(?!\p{Script=Han})[\p{L}\p{M}\d'’+&.-])*)*/gu;
const HAN_TRANSLITERATION = /[\p{Script=Han}]{1,6}(?:·[\p{Script=Han}]{1,8})+/gu;

/** URLs, and titles in quotation marks or 《》. Offsets count in `text` (unfolded). */
export function findUrlsAndTitles(text: string): FoundName[] {
  const found: FoundName[] = [];
  for (const match of text.includes('://') ? text.matchAll(URL_PATTERN) : NONE) {
    found.push({ start: match.index, end: match.index + match[0].length, value: { type: 'url', url: match[0] } });
  }
  for (const match of text.includes('.') ? text.matchAll(BARE_URL) : NONE) {
    if (/\.(?:js|py)$/iu.test(match[0])) continue;
    const start = match.index;
    if (found.some((other) => start >= other.start && start < other.end)) continue;
    found.push({ start, end: start + match[0].length, value: { type: 'url', url: `https://${match[0]}` } });
  }
  for (const match of OPENING.test(text) ? text.matchAll(TITLE) : NONE) {
    const title = match.slice(1).find((group) => group !== undefined) ?? '';
    found.push({ start: match.index, end: match.index + match[0].length, value: { type: 'title', title } });
  }
  return found;
}

/** Runs of capitalised Latin words and Chinese transliterated names (约翰·史密斯): names, perhaps unknown ones. */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = [];
  for (const pattern of text.includes('·') ? [LATIN_NAME, HAN_TRANSLITERATION] : [LATIN_NAME]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[0].replace(/[.'’-]+$/u, '').replace(/['’]s$/u, '');
      if (name.length < 2) continue;
      const person = pattern === HAN_TRANSLITERATION;
      const value: ItemValue = person ? { type: 'name', name, person } : { type: 'name', name };
      found.push({ start: match.index, end: match.index + name.length, value });
    }
  }
  return found;
}

/** Surnames that rarely begin other words, so that surname and one or two characters standing alone are a name. */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邱侯邹熊孟秦阎薛尹雷贺龚汤殷陶黎马钱戴严莫孔邵龙傅顾俞柯翁',
);

/** Whether a run of Han characters, standing between function words, looks like a Chinese person's name. */
export function isHanPersonName(text: string): boolean {
  return text.length >= 2 && text.length <= 3 && SURNAMES.has(text[0] ?? '');
}
