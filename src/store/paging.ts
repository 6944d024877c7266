import { z } from 'zod';
import type { Page } from './graph-answers.ts';
import { StoreError } from './store-error.ts';

/** A whole number in a range. @throws StoreError `STORE_BAD_QUERY` naming the range. */
export function inRange(name: string, value: number, [least, most]: readonly [number, number]): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new StoreError('STORE_BAD_QUERY', `${name} is ${value}, but must be a whole number from ${least} to ${most}.`);
}

/** The size of a page: 1…1000, default 50. @throws StoreError `STORE_BAD_QUERY`. */
export function pageSize(limit: number | undefined): number {
  return inRange('limit', limit ?? 50, [1, 1000]);
}

/** The place of a row in a list: the values it is sorted by. */
export type Place = readonly (string | number)[];

const place = z.array(z.union([z.string(), z.number()]));

/** Packs a place; `list` keeps cursors of different lists apart. */
export function toCursor(list: string, at: Place): string {
  return Buffer.from(JSON.stringify([list, ...at])).toString('base64url');
}

/** Unpacks a cursor of this list whose place has this many values. @throws StoreError `STORE_BAD_CURSOR`. */
export function fromCursor(list: string, cursor: string, values: number): Place {
  try {
    const [name, ...at] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (name === list && at.length === values) return at;
  } catch {
    // said below
  }
  throw new StoreError(
    'STORE_BAD_CURSOR',
    `“${cursor}” is no cursor of this list. Pass the "next" of the page before, or none.`,
  );
}

/** A page of at most `size` of these rows (of which one more was asked for than fits); `at` gives a row's place. */
export function toPage<T>(
  rows: readonly T[],
  size: number,
  { list, at }: { list: string; at: (row: T) => Place },
): Page<T> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return rows.length > size && last !== undefined ? { items, next: toCursor(list, at(last)) } : { items };
}
