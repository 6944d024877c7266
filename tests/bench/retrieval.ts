import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Embedder } from '../../src/retrieval/embedder.ts';
import { ExactIndex } from '../../src/retrieval/exact-index.ts';
import { HnswIndex } from '../../src/retrieval/hnsw-index.ts';
import { vectorSettings } from '../../src/retrieval/vector-settings.ts';
import { normalised } from '../../src/retrieval/vectors.ts';
import { randomVectors } from '../retrieval/random-vectors.ts';

/**
 * `npx tsx tests/bench/retrieval.ts [--count 100000] [--uniform] [--no-model]`: how fast the model and the vector index are.
 *
 * Vectors are random, by default in a space of 32 dimensions laid into 384 with some noise: texts' vectors fill no more either.
 * `--uniform` spreads them evenly over all 384, the worst case for any graph, where neighbours are hardly nearer than strangers.
 */
const DIMENSION = 384;
const LATENT = 32;
const NOISE = 0.3;
const QUERIES = 200;
const has = (flag: string) => process.argv.includes(flag);
const count = Number(process.argv[process.argv.indexOf('--count') + 1]) || 100_000;
const figures: Record<string, { value: number; goal: string }> = {};

function note(name: string, value: number, goal = ''): void {
  figures[name] = { value: Number(value.toFixed(3)), goal };
  console.log(`${name}: ${figures[name]?.value}${goal && ` (goal ${goal})`}`);
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

async function benchModel(): Promise<void> {
  const embedder = Embedder.shared(vectorSettings({}, process.env).model);
  note('model loaded (ms)', await time(() => embedder.identity()), '≤ 2000');
  const singles: number[] = [];
  for (let index = 0; index < 50; index++)
    singles.push(await time(() => embedder.embed([`Who developed the framework number ${index}?`], 'query')));
  note('short text, median (ms)', percentile(singles, 0.5), '≤ 15');
  note('short text, 95 % (ms)', percentile(singles, 0.95));
  const texts = Array.from(
    { length: 480 },
    (_, index) => `Framework ${index} – developer: a laboratory of number ${index}`,
  );
  note(
    'short texts a second, in batches',
    texts.length / ((await time(() => embedder.embed(texts, 'passage'))) / 1000),
  );
  note('resident memory with the model (MB)', process.memoryUsage().rss / 1e6, '≤ 700');
}

/** Vectors with the structure of texts', or without any. */
function vectors(amount: number, seed: number): Float32Array[] {
  if (has('--uniform')) return randomVectors(amount, DIMENSION, seed);
  const axes = randomVectors(LATENT, DIMENSION, 77);
  const noise = randomVectors(1000, DIMENSION, seed + 1);
  return randomVectors(amount, LATENT, seed).map((latent, index) => {
    const vector = new Float32Array(DIMENSION);
    for (let axis = 0; axis < LATENT; axis++)
      for (let place = 0; place < DIMENSION; place++)
        vector[place] = (vector[place] ?? 0) + (latent[axis] ?? 0) * (axes[axis]?.[place] ?? 0);
    const shift = noise[(index * 7) % noise.length];
    return normalised(vector.map((value, place) => value + NOISE * (shift?.[place] ?? 0))) ?? vector;
  });
}

async function benchIndex(): Promise<void> {
  const stored = vectors(count, 1);
  const queries = vectors(QUERIES, 500);
  const exact = new ExactIndex(new Map(stored.entries()));
  const graph = HnswIndex.create({ dimension: DIMENSION, capacity: count });
  note(
    `graph of ${count} vectors built (s)`,
    (await time(() =>
      stored.forEach((vector, label) => {
        graph.add(label, vector);
      }),
    )) / 1000,
  );
  const folder = mkdtempSync(join(tmpdir(), 'errata-bench-'));
  const path = join(folder, 'graph.bin');
  note('saved and verified (ms)', await time(() => graph.save(path)));
  let reopened = graph;
  const options = { labels: stored.map((_, label) => label), dimension: DIMENSION };
  note(
    'reopened (ms)',
    await time(() => {
      reopened = HnswIndex.load(path, options);
    }),
  );
  rmSync(folder, { recursive: true });
  const exactTimes: number[] = [];
  const graphTimes: number[] = [];
  let shared = 0;
  for (const query of queries) {
    const right = new Set<number>();
    exactTimes.push(
      await time(() => {
        for (const { label } of exact.search(query, 10)) right.add(label);
      }),
    );
    graphTimes.push(
      await time(() => {
        shared += reopened.search(query, 10).filter(({ label }) => right.has(label)).length;
      }),
    );
  }
  note('recall@10 against the scan, reopened', shared / (QUERIES * 10), '≥ 0.97');
  note('query of the graph, median (ms)', percentile(graphTimes, 0.5), '≤ 2');
  note('query of the graph, 95 % (ms)', percentile(graphTimes, 0.95));
  note('query of the scan, median (ms)', percentile(exactTimes, 0.5));
  note('resident memory at the end (MB)', process.memoryUsage().rss / 1e6);
}

const before = loadavg()[0] ?? 0;
if (!has('--no-model')) await benchModel();
await benchIndex();
console.table(figures);
console.log(
  `${cpus().length} cores, Node ${process.version}, load ${before.toFixed(2)} before, ${(loadavg()[0] ?? 0).toFixed(2)} after`,
);
