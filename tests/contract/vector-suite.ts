import { expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Stores } from './graph-store.ts';
import { manyDocuments, rowsOf, worldRows } from './support.ts';

const MODEL = 'a model';

/** A vector that points along an axis, and a little along another. */
function vector(axis: number, lean = 0): Float32Array {
  const values = new Float32Array(8);
  values[axis] = 1;
  values[(axis + 1) % 8] = lean;
  return values;
}

/** Passages by meaning. */
export function vectorSuite(stores: Stores): void {
  const filled = async () => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    for (const { name, text } of manyDocuments(4)) await store.writeDocument(rowsOf(name, text));
    return store;
  };
  /** Gives each passage a vector: the n-th one axis n modulo 8, leaning the more the later it comes. */
  const embed = async (store: GraphStore, model = MODEL) => {
    const passages = await store.passagesWithoutVector(model, 1000);
    const vectors = passages.map(({ id }, index) => [id, vector(index % 8, index / 100)] as const);
    await store.writeVectors(model, new Map(vectors));
    return passages;
  };

  it('says which passages have no vector yet, some at a time', async () => {
    const store = await filled();
    const { passages } = await store.statistics();
    const some = await store.passagesWithoutVector(MODEL, 3);
    expect(some).toHaveLength(3);
    await store.writeVectors(MODEL, new Map(some.map(({ id }) => [id, vector(0)])));
    const rest = await store.passagesWithoutVector(MODEL, 1000);
    expect(rest).toHaveLength(passages - 3);
    expect(rest.map(({ id }) => id)).not.toContain(some[0]?.id);
  });

  it('finds the nearest, best first, with their cosines', async () => {
    const store = await filled();
    const passages = await embed(store);
    const found = await store.nearestPassages({ model: MODEL, vector: vector(2), limit: 2 });
    expect(found.map(({ passage }) => passage)).toEqual([passages[2], passages[10]]);
    expect(found[0]?.similarity).toBeCloseTo(1 / Math.hypot(1, 0.02), 2);
    expect(found[1]?.similarity).toBeCloseTo(1 / Math.hypot(1, 0.1), 2);
  });

  it('finds only passages of the language asked for', async () => {
    const store = await filled();
    await embed(store);
    for (const language of ['en', 'zh'] as const) {
      const found = await store.nearestPassages({ model: MODEL, vector: vector(1), language, limit: 5 });
      expect(found.length).toBeGreaterThan(0);
      for (const { passage } of found) expect(passage.language).toBe(language);
    }
  });

  it('compares only vectors of the same model', async () => {
    const store = await filled();
    await embed(store);
    expect(await store.nearestPassages({ model: 'another', vector: vector(0) })).toEqual([]);
    const passages = await embed(store, 'another');
    expect(await store.nearestPassages({ model: MODEL, vector: vector(0) })).toEqual([]);
    expect(await store.passagesWithoutVector(MODEL, 1000)).toEqual(passages);
    expect((await store.nearestPassages({ model: 'another', vector: vector(0) })).length).toBeGreaterThan(0);
  });

  it('forgets vectors with their passages, and leaves out those of passages that are gone', async () => {
    const store = await filled();
    const passages = await embed(store);
    for (const { id } of (await store.listDocuments()).items) await store.forgetDocument(id);
    expect(await store.nearestPassages({ model: MODEL, vector: vector(0) })).toEqual([]);
    await store.writeVectors(MODEL, new Map(passages.map(({ id }) => [id, vector(0)])));
    expect(await store.nearestPassages({ model: MODEL, vector: vector(0) })).toEqual([]);
  });

  it('refuses limits out of range', async () => {
    const store = await stores.empty();
    const asked = [
      store.passagesWithoutVector(MODEL, 0),
      store.nearestPassages({ model: MODEL, vector: vector(0), limit: 201 }),
    ];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'STORE_BAD_QUERY' });
  });
}
