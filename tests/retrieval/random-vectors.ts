import { normalised } from '../../src/retrieval/vectors.ts';

/** Vectors of length 1 in directions that a seeded generator (mulberry32) spreads evenly. */
export function randomVectors(count: number, dimension: number, seed = 1): Float32Array[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimension }, () => gaussian(random));
    return normalised(vector) ?? vector;
  });
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
