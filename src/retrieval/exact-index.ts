import { readFileSync, writeFileSync } from 'node:fs';
import type { Neighbour, VectorIndex } from './vector-index.ts';
import { dot } from './vectors.ts';

/** Compares with every vector: right by construction, fast enough for some thousands. */
export class ExactIndex implements VectorIndex {
  readonly kind = 'exact';
  private readonly vectors: Map<number, Float32Array>;

  constructor(vectors: Map<number, Float32Array> = new Map()) {
    this.vectors = vectors;
  }

  /** Reads a saved index whose vectors have these labels, in this order. @throws Error where the file has another size. */
  static load(path: string, { labels, dimension }: { labels: readonly number[]; dimension: number }): ExactIndex {
    const bytes = readFileSync(path);
    if (bytes.length !== labels.length * dimension * 4)
      throw new Error(`${path} has another size than its sidecar says`);
    const floats = new Float32Array(Uint8Array.from(bytes).buffer);
    return new ExactIndex(
      new Map(labels.map((label, row) => [label, floats.subarray(row * dimension, (row + 1) * dimension)])),
    );
  }

  get count(): number {
    return this.vectors.size;
  }

  add(label: number, vector: Float32Array): void {
    this.vectors.set(label, vector);
  }

  remove(label: number): void {
    this.vectors.delete(label);
  }

  get(label: number): Float32Array | undefined {
    return this.vectors.get(label);
  }

  search(vector: Float32Array, limit: number): Neighbour[] {
    const all: Neighbour[] = [];
    for (const [label, other] of this.vectors) all.push({ label, similarity: dot(vector, other) });
    return all.sort((a, b) => b.similarity - a.similarity || a.label - b.label).slice(0, limit);
  }

  save(path: string): void {
    const rows = [...this.vectors.values()].map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength));
    writeFileSync(path, Buffer.concat(rows));
  }
}
