import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Connection, toConnection } from '../../../src/server/graphql/connection.ts';
import type { PageQuery } from '../../../src/store/graph-queries.ts';
import { startGraph } from './support.ts';

/** A list of the store: sorted ids, cursors that name the last id. */
function listOf(ids: readonly string[]) {
  return async ({ after, limit = 50 }: PageQuery) => {
    const from = after === undefined ? 0 : ids.findIndex((id) => id > after);
    const rest = from < 0 ? [] : ids.slice(from);
    const items = rest.slice(0, limit).map((id) => ({ id }));
    const last = items.at(-1)?.id;
    return rest.length > limit && last !== undefined ? { items, next: last } : { items };
  };
}

const someIds = fc
  .uniqueArray(fc.integer({ min: 100, max: 999 }).map(String), { maxLength: 60 })
  .map((ids) => ids.sort());

describe('cursors', () => {
  it('lead through every list once and in order, from any entry of any page', async () => {
    await fc.assert(
      fc.asyncProperty(
        someIds,
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        async (ids, first, stops) => {
          const list = listOf(ids);
          const seen: string[] = [];
          let after: string | null = null;
          for (;;) {
            const page: Connection<{ id: string }> = await toConnection({ first, after }, list);
            const stop = stops.pop();
            const taken: typeof page.edges = stop === undefined ? page.edges : page.edges.slice(0, (stop % first) + 1);
            seen.push(...taken.map(({ node }) => node.id));
            after = taken.at(-1)?.cursor ?? null;
            if (after === null || (taken.length === page.edges.length && !page.pageInfo.hasNextPage)) break;
          }
          expect(seen).toEqual(ids);
        },
      ),
    );
  });

  it('stay true when entries before them come and go', async () => {
    const ids = ['b', 'd', 'f', 'h', 'j'];
    const page = await toConnection({ first: 4 }, listOf(ids));
    const cursor = page.edges[1]?.cursor ?? null;
    const next = async (now: string[]) =>
      (await toConnection({ first: 1, after: cursor }, listOf(now))).edges.map(({ node }) => node.id);
    expect(await next(['a', 'b', 'c', 'd', 'f', 'h', 'j'])).toEqual(['f']);
    expect(await next(['d', 'f', 'h', 'j'])).toEqual(['f']);
  });

  it('of other lists, or made up, are refused with the fix', async () => {
    const { ask } = await startGraph();
    for (const query of [
      '{ entities(after: "nonsense") { nodes { slug } } }',
      '{ entities(first: 0) { nodes { slug } } }',
      '{ entities(first: 101) { nodes { slug } } }',
    ]) {
      const { errors } = await ask(query);
      expect(errors?.[0]?.extensions?.code).toBe('REQUEST_INVALID');
    }
    const { data } = await ask('{ entities(first: 2) { pageInfo { endCursor } } }');
    const { errors } = await ask('query ($after: String) { documents(after: $after) { nodes { name } } }', {
      after: data.entities.pageInfo.endCursor,
    });
    expect(errors?.[0]?.extensions?.code).toBe('STORE_BAD_CURSOR');
  });

  it('page through the store in the order of ids', async () => {
    const { ask } = await startGraph();
    const all: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(
        'query ($after: String) { entities(first: 7, after: $after) { edges { node { slug } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      all.push(...data.entities.edges.map(({ node }: { node: { slug: string } }) => node.slug));
      after = data.entities.pageInfo.hasNextPage ? data.entities.pageInfo.endCursor : null;
    } while (after !== null);
    expect(all).toEqual([...new Set(all)].sort());
    const { data } = await ask('{ statistics { entities } }');
    expect(all).toHaveLength(data.statistics.entities);
  });
});
