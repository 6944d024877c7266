import { z } from 'zod';
import type { Page } from '../../store/graph-answers.ts';
import type { PageQuery } from '../../store/graph-queries.ts';
import { invalidRequest } from '../http/problems.ts';
import { builder } from './builder.ts';
import { PAGE } from './limits.ts';

/** The arguments of every list. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ description: `How many, 1 to ${PAGE.most}; ${PAGE.usual} where it is not said.` }),
  after: t.string({ description: 'The cursor after which to go on: `endCursor` of the page before.' }),
}));

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page as Relay wants it. */
export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * A place in a list of the store: after the `count`-th entry of the page that begins after `begin`, which is `id`. The store's own
 * cursors name values, not numbers, so that nothing added or removed elsewhere shifts them; the last entry of a page has
 * one of those (`count` 0), which is what clients go on with.
 */
const placeSchema = z.tuple([z.string().nullable(), z.int().min(0).max(PAGE.most), z.string()]);
type Place = z.output<typeof placeSchema>;

type List<T> = (query: PageQuery) => Promise<Page<T>>;

/**
 * One page of a list of the store as a connection; one question to the store (more for a cursor from the middle of a page).
 * @throws Problem `REQUEST_INVALID` where `first` is out of range or `after` no cursor of a list
 */
export async function toConnection<T extends { readonly id: string }>(
  { first, after }: PageArgs,
  list: List<T>,
): Promise<Connection<T>> {
  const limit = pageSize(first);
  const place = after === null || after === undefined ? undefined : readCursor(after);
  const begin = place === undefined ? null : await beginAfter(place, list);
  const page = begin === undefined ? { items: [] } : await list({ limit, ...(begin === null ? {} : { after: begin }) });
  const last = page.items.length - 1;
  const edges = page.items.map((node, index) => {
    const end = index === last && page.next !== undefined;
    return { cursor: writeCursor(end ? [page.next ?? null, 0, ''] : [begin ?? null, index + 1, node.id]), node };
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: page.next !== undefined,
      hasPreviousPage: place !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The store's cursor of a place; undefined where nothing follows it. */
async function beginAfter<T extends { readonly id: string }>(
  [begin, count, id]: Place,
  list: List<T>,
): Promise<string | undefined> {
  if (count === 0) return begin ?? undefined;
  const from = begin === null ? {} : { after: begin };
  const page = await list({ ...from, limit: count });
  if (page.items.at(-1)?.id === id) return page.next;
  const moved = (await list({ ...from, limit: count + PAGE.most })).items.findIndex((item) => item.id === id) + 1;
  return moved === 0 ? page.next : (await list({ ...from, limit: moved })).next;
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? PAGE.usual;
  if (size >= 1 && size <= PAGE.most) return size;
  const en = `is ${size}, but must be a number from 1 to ${PAGE.most}`;
  throw invalidRequest([{ pointer: '/first', detail: { en, zh: `为 ${size}，须在 1 到 ${PAGE.most} 之间` } }]);
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    const detail = {
      en: 'is no cursor of this list: pass `endCursor` of the page before',
      zh: '不是本列表的游标：请传入上一页的 endCursor',
    };
    throw invalidRequest([{ pointer: '/after', detail }]);
  }
}
