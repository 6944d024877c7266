import type { Item } from '../linking/item.ts';
import { textOf } from './text-slot.ts';

/** Which holder of a post is meant: the n-th («第三任院长», "first director"), or the one of today («现任CEO»). */
export type Incumbency = number | 'current';

const ORDINALS: readonly RegExp[] = [
  /(?:首任|首位|第一任|第一位|创院|创校|创所|创始)$|(?:\bfirst|founding|inaugural) $/iu,
  /第[二2两](?:任|位)$|\bsecond $/iu,
  /第[三3](?:任|位)$|\bthird $/iu,
  /第[四4](?:任|位)$|\bfourth $/iu,
  /第[五5](?:任|位)$|\bfifth $/iu,
];
const CURRENT = /(?:现任|现在的|如今的|当前的|目前的)$|\b(?:current|present|incumbent) $/iu;
const TERM_OF_OFFICE = /^(?:任|首任|现任|前任|时任|历任|继任|往任)$/u;

/** A word of time in office before the name of a post («首任院长»): no verb, though it can be one. */
export function isTermOfOffice(item: Item, next: Item | undefined): boolean {
  return TERM_OF_OFFICE.test(item.text) && isPost(next);
}

/** Which holder the words right before a post say; undefined where they say none. */
export function incumbencyOf(items: readonly Item[], post: Item): Incumbency | undefined {
  const at = items.indexOf(post);
  if (at <= 0) return undefined;
  const before = `${textOf(items.slice(Math.max(0, at - 4), at))}${/\p{Script=Han}/u.test(post.text) ? '' : ' '}`;
  if (CURRENT.test(before)) return 'current';
  const order = ORDINALS.findIndex((pattern) => pattern.test(before));
  return order < 0 ? undefined : order + 1;
}

/** Whether words name a post by its order among its holders. */
export function saysIncumbency(items: readonly Item[]): boolean {
  return items.some((item) => isPost(item) && incumbencyOf(items, item) !== undefined);
}

function isPost(item: Item | undefined): boolean {
  return item?.entities.some((id) => id.startsWith('role/') && id !== 'role/founder') ?? false;
}
