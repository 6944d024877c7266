import type { Item } from '../linking/item.ts';

export interface Parenthesis {
  readonly items: readonly Item[];
  /** The item before the opening bracket. */
  readonly host: Item | undefined;
  /** All items before the opening bracket in its chunk, for names that the linker does not know as a whole. */
  readonly before: readonly Item[];
}

const OPEN = new Set(['(', '（', '[', '【']);
const CLOSE = new Set([')', '）', ']', '】']);

/** Takes bracketed parts out of a sentence. */
export function splitParentheses(items: readonly Item[]): { items: Item[]; parentheses: Parenthesis[] } {
  const outer: Item[] = [];
  const parentheses: Parenthesis[] = [];
  let depth = 0;
  let inner: Item[] = [];
  for (const item of items) {
    if (item.type === 'punct' && OPEN.has(item.text)) depth++;
    else if (item.type === 'punct' && CLOSE.has(item.text) && depth > 0) {
      depth--;
      if (depth === 0) {
        parentheses.push({ items: inner, host: outer.at(-1), before: [...outer] });
        inner = [];
      }
    } else if (depth > 0) inner.push(item);
    else outer.push(item);
  }
  return { items: [...outer, ...inner], parentheses };
}
