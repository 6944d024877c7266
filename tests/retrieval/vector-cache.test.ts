import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storageError } from '../../src/retrieval/retrieval-error.ts';
import { textHash, VectorCache } from '../../src/retrieval/vector-cache.ts';
import { temporaryFolder } from './model.ts';

const entry = (name: string, ...values: number[]) => [textHash(name), Float32Array.from(values)] as const;

function filled(): string {
  const path = join(temporaryFolder(), 'deep', 'vectors.cache');
  new VectorCache(path, 2).put([entry('a', 1, 2), entry('b', 3, 4)]);
  return path;
}

it('keeps vectors between runs, exactly', () => {
  const cache = new VectorCache(filled(), 2);
  expect(cache.size).toBe(2);
  expect(cache.get(textHash('b'))).toEqual(Float32Array.from([3, 4]));
  expect(cache.get(textHash('c'))).toBeUndefined();
});

it('writes a text once', () => {
  const path = filled();
  const before = readFileSync(path).length;
  new VectorCache(path, 2).put([entry('a', 1, 2)]);
  expect(readFileSync(path).length).toBe(before);
});

it('drops an incomplete record and goes on after the whole ones', () => {
  const path = filled();
  truncateSync(path, readFileSync(path).length - 3);
  const cache = new VectorCache(path, 2);
  expect(cache.get(textHash('b'))).toBeUndefined();
  cache.put([entry('b', 5, 6)]);
  expect(new VectorCache(path, 2).get(textHash('b'))).toEqual(Float32Array.from([5, 6]));
});

it('never gives a vector whose bytes have changed', () => {
  const path = filled();
  const bytes = readFileSync(path);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(new VectorCache(path, 2).size).toBe(0);
});

it('ignores a file of something else', () => {
  const path = filled();
  writeFileSync(path, 'x'.repeat(500));
  expect(new VectorCache(path, 2).size).toBe(0);
});

it('names the file and the fix where it cannot write', () => {
  const file = join(temporaryFolder(), 'file');
  appendFileSync(file, '');
  expect(() => new VectorCache(join(file, 'vectors.cache'), 2).put([entry('a', 1, 2)])).toThrow(
    /vectors\.cache.*--data/u,
  );
});

it('says that the disk is full', () => {
  let failure: unknown;
  try {
    writeFileSync('/dev/full', 'a');
  } catch (error) {
    failure = error;
  }
  expect(storageError('vectors.cache', failure).message).toMatch(/disk is full.*--data/u);
});
