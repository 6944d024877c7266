/** Cosine of two vectors of length 1, in [-1, 1]. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** The vector scaled to length 1; undefined for one without direction (zero or not finite). */
export function normalised(vector: Float32Array): Float32Array | undefined {
  const length = Math.sqrt(dot(vector, vector));
  if (!Number.isFinite(length) || length < 1e-9) return undefined;
  return vector.map((value) => value / length);
}

/** The mean of vectors; undefined for fewer than `least`, whose mean would say more of them than of their language. */
export function meanOf(vectors: readonly Float32Array[], least: number): Float32Array | undefined {
  const [first] = vectors;
  if (!first || vectors.length < least) return undefined;
  const sum = new Float64Array(first.length);
  for (const vector of vectors)
    for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (vector[index] ?? 0);
  return Float32Array.from(sum, (value) => value / vectors.length);
}

/** A vector without what all of its language share, again of length 1; itself where there is no mean. */
export function centred(vector: Float32Array, mean: Float32Array | undefined): Float32Array {
  if (!mean) return vector;
  return normalised(vector.map((value, index) => value - (mean[index] ?? 0))) ?? vector;
}
