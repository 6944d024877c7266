import fc from 'fast-check';
import { exportJsonLines } from '../../src/export/jsonl.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type IngestingProcess, startIngesting } from './ingesting-process.ts';
import { differences, ingestionInto, type MakePlace, manyDocuments, type Place, snapshot } from './support.ts';

/** What became of one ingestion that was killed and run again. */
export interface KilledIngestion {
  /** Milliseconds from the beginning of its writing to the kill. */
  readonly moment: number;
  /** Whether it was still running. */
  readonly interrupted: boolean;
  /** How many documents the graph held right after the kill. */
  readonly documents: number;
  /** How the graph differs, after another run, from that of an ingestion that nobody killed. */
  readonly differences: readonly string[];
}

export interface KillOptions {
  /** How many ingestions are killed before their end. */
  readonly kills: number;
  /** Of the random moments. */
  readonly seed: number;
  readonly documents: number;
}

/**
 * Kills ingestions (SIGKILL) at random moments, each into an empty place, and runs each again to its end. Moments are random in the
 * time that an ingestion takes which nobody kills; the step that falls into that moment is waited for, so that it comes true on
 * a machine that is slower by then. On one that is faster, some end before: those do not count as kills, and others follow.
 */
export async function* killIngestions(makePlace: MakePlace, options: KillOptions): AsyncGenerator<KilledIngestion> {
  const { kills, seed, documents } = options;
  const { graph, steps } = await undisturbed(makePlace, documents);
  // Evenly spread: fast-check prefers small numbers unless told otherwise
  const shares = fc.sample(fc.noBias(fc.integer({ min: 0, max: 9_900 })), { seed, numRuns: kills * 3 });
  let left = kills;
  for (const share of shares) {
    if (left === 0) return;
    const place = await makePlace();
    const moment = (share / 10_000) * (steps.at(-1) ?? 0);
    const step = Math.max(
      0,
      steps.findLastIndex((begun) => begun <= moment),
    );
    const killed = startIngesting(place, documents);
    await killed.reached(step);
    await new Promise((resolve) => setTimeout(resolve, moment - (steps[step] ?? 0)));
    const interrupted = await killed.kill();
    if (interrupted) left -= 1;
    const held = await ingestAgain(place, documents);
    yield { moment, interrupted, documents: held, differences: differences(await wholeGraph(place), graph) };
    await place.dispose();
  }
}

/**
 * The graph of an ingestion that nobody kills, and the milliseconds at which its steps begin and the last one ends. The first run
 * only warms the server up.
 */
export async function undisturbed(makePlace: MakePlace, documents: number) {
  for (let run = 1; ; run++) {
    const place = await makePlace();
    const steps = await stepsOf(startIngesting(place, documents), documents);
    const graph = await wholeGraph(place);
    await place.dispose();
    if (run === 2) return { graph, steps };
  }
}

/** All that a graph holds: as the store gives it, as it is exported, and as the engine itself shows it. */
export async function wholeGraph(place: Place) {
  const { store, exported } = await opened(place, async (store) => ({
    store: await snapshot(store),
    exported: await linesOf(store),
  }));
  return { store, exported, raw: await place.raw?.() };
}

/** What one does after a crash: the same once more. @returns the number of documents that were there already */
async function ingestAgain(place: Place, documents: number): Promise<number> {
  return opened(place, async (store) => {
    const before = (await store.statistics()).documents;
    const ingestion = ingestionInto(store);
    await ingestion.loadKnowledge();
    for (const given of manyDocuments(documents)) await ingestion.ingest(given);
    await ingestion.compareDocuments();
    return before;
  });
}

async function opened<T>({ settings }: Place, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function linesOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of exportJsonLines(store)) lines.push(line);
  return lines;
}

/** @throws where the process ends with an error */
async function stepsOf(process: IngestingProcess, documents: number): Promise<readonly number[]> {
  const steps: number[] = [];
  // The knowledge, the documents, the comparison, the end
  for (let step = 0; step <= documents + 2; step++) steps.push(await process.reached(step));
  const { code, output } = await process.ended;
  if (code !== 0) throw new Error(output);
  return steps;
}
