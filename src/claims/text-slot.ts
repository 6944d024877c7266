import type { Item } from '../linking/item.ts';
import { type Chunk, isName } from './chunk.ts';
import { is } from './grammar.ts';
import type { Filler } from './match.ts';
import type { Pattern } from './pattern.ts';

/** Slots whose value is a text: expansions, former names, titles. */

/** The words after a trigger up to the next comma or preposition, as a text value (for names, expansions, titles). */
export function textAfter(chunk: Chunk, from: number, pattern: Pattern): Filler | undefined {
  const { items } = chunk;
  if (isAdjunct(items[from + 1], pattern)) return undefined;
  let start = from + 1;
  while (
    start < items.length &&
    (is(items[start], 'be', 'det', 'aspect', 'adv', 'prep') || items[start]?.type === 'punct') &&
    !isName(items[start])
  ) {
    start++;
    // «“best language …”»: what a quotation opens with belongs to it
    if (/^["“‘「『]$/u.test(items[start - 1]?.text ?? '')) break;
  }
  let end = start;
  while (
    end < items.length &&
    !(items[end]?.type === 'punct' && !/["'“”‘’\-·]/u.test(items[end]?.text ?? '')) &&
    !is(items[end], 'rel', 'but')
  )
    end++;
  const first = items[start];
  const last = items[end - 1];
  if (
    !first ||
    !last ||
    end <= start ||
    (end - start === 1 && (first.value?.type === 'date' || first.value?.type === 'number'))
  )
    return undefined;
  const only = end - start === 1 ? first : undefined;
  // «前身是1998年在北京成立的微软中国研究院»: the name closes a Chinese phrase
  const possessive = pattern.language === 'zh' ? items.slice(start, end).findLastIndex((item) => is(item, 'poss')) : -1;
  const words = items.slice(start + possessive + 1, end);
  const text = only?.value?.type === 'title' ? only.value.title : textOf(words);
  return {
    arguments: [{ start: words[0]?.start ?? first.start, end: last.end, text, entities: only?.entities ?? [] }],
    index: end - 1,
  };
}

/** «wrote his thesis under X at Y»: what follows says where and how, it is no title. */
function isAdjunct(item: Item | undefined, { voice, language }: Pattern): boolean {
  return (
    language === 'en' && voice === 'active' && /^(?:at|by|during|from|in|under|while|with)$/u.test(item?.text ?? '')
  );
}

/** The words before a trigger back to «是» or a comma, as a text value. */
export function textBefore(items: readonly Item[], from: number): Filler | undefined {
  let end = from;
  while (end > 0 && is(items[end - 1], 'poss', 'aspect')) end--;
  let start = end;
  while (start > 0 && !is(items[start - 1], 'be') && !/^[,，:：]$|^(?:为|即)$/u.test(items[start - 1]?.text ?? ''))
    start--;
  const piece = items.slice(start, end);
  const [first] = piece;
  const last = piece.at(-1);
  if (!first || !last || start === 0) return undefined;
  const only = piece.length === 1 ? first : undefined;
  const text = (only?.value?.type === 'title' ? only.value.title : textOf(piece)).replace(/^[“"'‘]|[”"'’]$/gu, '');
  return { arguments: [{ start: first.start, end: last.end, text, entities: only?.entities ?? [] }], index: start };
}

/** The text of items with the white space that stood between them. */
export function textOf(items: readonly Item[]): string {
  let result = '';
  let end: number | undefined;
  for (const item of items) {
    if (end !== undefined && item.start > end) result += ' ';
    result += item.surface;
    end = item.end;
  }
  return result;
}
