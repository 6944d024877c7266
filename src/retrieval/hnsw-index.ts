import hnswlib from 'hnswlib-node';
import type { Neighbour, VectorIndex } from './vector-index.ts';
import { normalised } from './vectors.ts';

/** Neighbours per vector, and how widely to look while building and while searching: recall@10 ≥ 0.97 at 100,000 (npm run bench). */
const LINKS = 16;
const EF_CONSTRUCTION = 200;
const EF_SEARCH = 128;
const SEED = 100;
/** The file of a graph can hold this many times its vectors before it is enlarged. */
const GROWTH = 1.5;

export interface HnswOptions {
  readonly dimension: number;
  /** How many vectors to make room for (default 1000). */
  readonly capacity?: number;
}

/**
 * Hierarchical navigable small world graph (Malkov, Yashunin 2018) by hnswlib: finds nearly all nearest neighbours without
 * looking at most vectors. The same additions in the same order give the same graph. hnswlib itself accepts vectors of any size
 * or content and files of any dimension; here they are refused.
 */
export class HnswIndex implements VectorIndex {
  readonly kind = 'hnsw';
  private readonly dimension: number;
  private readonly index: InstanceType<typeof hnswlib.HierarchicalNSW>;
  private readonly labels: Set<number>;
  /** Labels in the graph, deleted ones included. */
  private stored: number;

  private constructor(dimension: number, index: InstanceType<typeof hnswlib.HierarchicalNSW>, labels: Set<number>) {
    this.dimension = dimension;
    this.index = index;
    this.index.setEf(EF_SEARCH);
    this.labels = labels;
    this.stored = index.getCurrentCount();
  }

  static create({ dimension, capacity = 1000 }: HnswOptions): HnswIndex {
    const index = new hnswlib.HierarchicalNSW('ip', dimension);
    index.initIndex({ maxElements: capacity, m: LINKS, efConstruction: EF_CONSTRUCTION, randomSeed: SEED });
    return new HnswIndex(dimension, index, new Set());
  }

  /**
   * Reads a saved graph that holds these labels (deleted ones left out).
   * @throws Error where it cannot be read or holds other vectors.
   */
  static load(path: string, { labels, dimension }: { labels: readonly number[]; dimension: number }): HnswIndex {
    const index = new hnswlib.HierarchicalNSW('ip', dimension);
    index.readIndexSync(path);
    const present = new Set(index.getIdsList());
    if (labels.some((label) => !present.has(label)))
      throw new Error(`${path} holds other vectors than its sidecar says`);
    return new HnswIndex(dimension, index, new Set(labels));
  }

  get count(): number {
    return this.labels.size;
  }

  /** Share of deleted vectors, which slow down searching until the graph is built anew. */
  get waste(): number {
    return this.stored === 0 ? 0 : 1 - this.labels.size / this.stored;
  }

  add(label: number, vector: Float32Array): void {
    if (vector.length !== this.dimension || !normalised(vector)) throw new RangeError('not a vector of this index');
    if (this.stored >= this.index.getMaxElements()) this.index.resizeIndex(Math.ceil(this.stored * GROWTH) + 1000);
    this.index.addPoint(Array.from(vector), label);
    this.labels.add(label);
    this.stored++;
  }

  remove(label: number): void {
    if (this.labels.delete(label)) this.index.markDelete(label);
  }

  get(label: number): Float32Array | undefined {
    return this.labels.has(label) ? Float32Array.from(this.index.getPoint(label)) : undefined;
  }

  search(vector: Float32Array, limit: number): Neighbour[] {
    if (vector.length !== this.dimension) throw new RangeError('not a vector of this index');
    const wanted = Math.min(limit, this.labels.size);
    if (wanted === 0) return [];
    const { neighbors, distances } = this.index.searchKnn(Array.from(vector), wanted);
    return neighbors
      .map((label, place) => ({ label, similarity: 1 - (distances[place] ?? 1) }))
      .sort((a, b) => b.similarity - a.similarity || a.label - b.label);
  }

  /** hnswlib says nothing where writing fails, so what it wrote is read again. */
  save(path: string): void {
    this.index.writeIndexSync(path);
    HnswIndex.load(path, { labels: [...this.labels], dimension: this.dimension });
  }
}
