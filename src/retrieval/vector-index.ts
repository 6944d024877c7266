/** A stored vector near a given one. */
export interface Neighbour {
  readonly label: number;
  /** Cosine, in [-1, 1]. */
  readonly similarity: number;
}

/** Nearest neighbours among vectors of length 1 that go by numbers. */
export interface VectorIndex {
  readonly kind: 'exact' | 'hnsw';
  /** How many vectors can be found. */
  readonly count: number;
  /** Adds a vector under a number that is not used yet. */
  add(label: number, vector: Float32Array): void;
  /** Takes a vector out; nothing happens where there is none. */
  remove(label: number): void;
  /** The nearest, best first; equally near ones in order of their numbers. */
  search(vector: Float32Array, limit: number): Neighbour[];
  /** The stored vector. */
  get(label: number): Float32Array | undefined;
  /** Writes everything to a file. @throws what the file system throws. */
  save(path: string): void;
}

/** From this many vectors on an exact scan takes longer than a person waiting for a command should notice. */
export const EXACT_LIMIT = 10_000;
