import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { HnswIndex } from '../../src/retrieval/hnsw-index.ts';
import { normalised } from '../../src/retrieval/vectors.ts';
import { temporaryFolder } from './model.ts';
import { randomVectors } from './random-vectors.ts';

const DIMENSION = 16;
vi.setConfig({ testTimeout: 60_000 });

it.each(['exact', 'hnsw'] as const)('gives the same neighbours after saving and loading: %s', (kind) => {
  const vectors = randomVectors(300, DIMENSION);
  const index = kind === 'exact' ? new ExactIndex() : HnswIndex.create({ dimension: DIMENSION, capacity: 10 });
  for (const [label, vector] of vectors.entries()) index.add(label, vector);
  index.remove(7);
  const path = join(temporaryFolder(), 'index.bin');
  index.save(path);
  const options = { labels: vectors.map((_, label) => label).filter((label) => label !== 7), dimension: DIMENSION };
  const loaded = kind === 'exact' ? ExactIndex.load(path, options) : HnswIndex.load(path, options);
  expect(loaded.count).toBe(299);
  for (const vector of vectors.slice(0, 20)) expect(loaded.search(vector, 5)).toEqual(index.search(vector, 5));
  expect(loaded.search(vectors[7] ?? new Float32Array(), 1)[0]?.label).not.toBe(7);
});

it('scans exactly: similarities fall, the vector itself comes first, removed ones are gone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (count, seed) => {
      const index = new ExactIndex();
      const vectors = randomVectors(count, DIMENSION, seed);
      for (const [label, vector] of vectors.entries()) index.add(label, vector);
      const found = index.search(vectors[1] ?? new Float32Array(), count);
      expect(found[0]).toMatchObject({ label: 1, similarity: expect.closeTo(1, 5) });
      expect(found).toHaveLength(count);
      for (const [place, { similarity }] of found.entries())
        expect(similarity).toBeLessThanOrEqual(found[place - 1]?.similarity ?? 2);
      index.remove(1);
      expect(index.search(vectors[1] ?? new Float32Array(), count).map(({ label }) => label)).not.toContain(1);
    }),
    { numRuns: 30 },
  );
});

it('finds nearly what the scan finds', () => {
  const vectors = randomVectors(600, DIMENSION);
  const exact = new ExactIndex();
  const graph = HnswIndex.create({ dimension: DIMENSION });
  for (const [label, vector] of vectors.entries()) {
    exact.add(label, vector);
    graph.add(label, vector);
  }
  let shared = 0;
  for (const query of randomVectors(50, DIMENSION, 9)) {
    const right = new Set(exact.search(query, 10).map(({ label }) => label));
    shared += graph.search(query, 10).filter(({ label }) => right.has(label)).length;
  }
  expect(shared / 500).toBeGreaterThanOrEqual(0.97);
});

it.each([
  ['of another dimension', Float32Array.from([1, 0])],
  ['without direction', new Float32Array(DIMENSION)],
  ['with no number', new Float32Array(DIMENSION).fill(Number.NaN)],
])('refuses a vector %s', (_, vector) => {
  expect(() => HnswIndex.create({ dimension: DIMENSION }).add(0, vector)).toThrow(RangeError);
});

it('refuses a truncated graph and one with other vectors', () => {
  const path = join(temporaryFolder(), 'index.bin');
  const index = HnswIndex.create({ dimension: DIMENSION });
  for (const [label, vector] of randomVectors(20, DIMENSION).entries()) index.add(label, vector);
  index.save(path);
  expect(() => HnswIndex.load(path, { labels: [0, 99], dimension: DIMENSION })).toThrow(/other vectors/u);
  truncateSync(path, 300);
  expect(() => HnswIndex.load(path, { labels: [0], dimension: DIMENSION })).toThrow();
  writeFileSync(path, '12');
  expect(() => ExactIndex.load(path, { labels: [0], dimension: DIMENSION })).toThrow(/size/u);
});

it('does not call a graph saved that could not be written', () => {
  const index = HnswIndex.create({ dimension: DIMENSION });
  index.add(0, normalised(new Float32Array(DIMENSION).fill(1)) ?? new Float32Array());
  expect(() => index.save(join(temporaryFolder(), 'no', 'folder', 'index.bin'))).toThrow();
});
