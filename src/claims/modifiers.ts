import type { Item } from '../linking/item.ts';
import { isVerb } from './chunk.ts';
import { is } from './grammar.ts';

/** How far a Chinese modifier can reach before the 的 that ends it, and the words between 的 and its noun. */
const LONGEST_MODIFIER = 14;
const LONGEST_DESCRIPTION = 5;

/**
 * «提出了后来统治序列建模的LSTM», «脱胎于用Lua写成的Torch», «前身是蒙特利尔大学的Theano»: where a modifier begins at `at`,
 * the place of the noun behind its 的, if that `fits`.
 */
export function headBehind(items: readonly Item[], at: number, fits: (index: number) => boolean): number | undefined {
  let head: number | undefined;
  if (is(items[at + 1], 'poss')) {
    if (fits(at)) head = nounBehind(items, at + 1, fits);
  } else if (opensClause(items, at)) head = clauseHead(items, at, fits);
  return head === undefined ? undefined : (headBehind(items, head, fits) ?? head);
}

/** A verb that no conjunction joins to the one before it, or a preposition with its verb still to come. */
function opensClause(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (is(items[at - 1], 'conj') || items[at - 1]?.text === '、') return false;
  if (is(item, 'prep', 'agent')) return !is(item, 'be', 'conj');
  return isVerb(item) && item?.entities.length === 0 && !is(items[at + 1], 'conj');
}

function clauseHead(items: readonly Item[], at: number, fits: (index: number) => boolean): number | undefined {
  let verb = false;
  for (let index = at; index < Math.min(items.length, at + LONGEST_MODIFIER); index++) {
    const item = items[index];
    if (item?.type === 'punct' && !/[、“”‘’《》「」]/u.test(item.text)) return undefined;
    if (is(item, 'poss') && verb) {
      const head = nounBehind(items, index, fits);
      if (head !== undefined) return head;
    }
    verb ||= isVerb(item);
  }
  return undefined;
}

/** The noun that 的 leads to: kinds and plain words may describe it, nothing else. */
function nounBehind(items: readonly Item[], of: number, fits: (index: number) => boolean): number | undefined {
  for (let index = of + 1; index <= of + LONGEST_DESCRIPTION; index++) {
    const item = items[index];
    if (!item || item.type === 'punct' || is(item, 'poss', 'be', 'prep', 'agent', 'conj')) return undefined;
    if (fits(index)) return index;
    if (isVerb(item) && item.entities.length === 0 && !isSort(items[index + 1])) return undefined;
  }
  return undefined;
}

/** «计算框架», «推理引擎»: the verb before a sort of thing only names the sort. */
export function isSort(item: Item | undefined): boolean {
  return item !== undefined && item.entities.length > 0 && item.entities.every((id) => id.startsWith('kind/'));
}
