import { hasTag, type Item } from '../linking/item.ts';
import { type Chunk, splitChunks } from './chunk.ts';
import { toArgument } from './claim.ts';
import { isFunctionWord } from './grammar.ts';

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

/** Puts what brackets say («Cyc (begun in 1984 under …)») behind the clause they stand in, as said of the name before them. */
export function withAsides(chunks: readonly Chunk[], asides: readonly Parenthesis[]): Chunk[] {
  const result = [...chunks];
  for (const { items, host } of asides) {
    if (!host || !states(items)) continue;
    const at = result.findLastIndex((chunk) => chunk.items.includes(host));
    const about = host.entities.length > 0 ? [toArgument(host)] : [];
    const inside = splitChunks(items).map((chunk) => ({
      ...chunk,
      aside: true,
      subjects: [...about, ...(result[at]?.subjects ?? [])],
    }));
    result.splice(at + 1, 0, ...inside);
  }
  return result;
}

/** Whether a bracket says more than a name, a reference or a figure. */
function states(items: readonly Item[]): boolean {
  const words = items.filter((item) => item.type !== 'punct' && item.value === undefined && item.entities.length === 0);
  return words.some((item) => hasTag(item, 'trigger') || hasTag(item, 'unit') || !isFunctionWord(item));
}
