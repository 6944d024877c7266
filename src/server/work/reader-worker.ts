import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { EntailmentError, EntailmentModel, type Pair } from '../../entailment/entailment-model.ts';
import type { PairsRead } from './reader-thread.ts';

/** Runs in a worker thread: reads pairs of sentences with a classifier of its own. */

// As in the thread that checks documents: short requests on the main thread go first.
if (process.platform === 'linux') setPriority(0, 5);

const model = new EntailmentModel(z.string().parse(workerData));

/** What the pool calls. Errors lose their class on the way between threads; what is foreseen is said as data. */
export default async function read(pairs: readonly Pair[]): Promise<PairsRead> {
  try {
    return await model.read(pairs);
  } catch (error) {
    if (error instanceof EntailmentError) return { unusable: error.message };
    throw error;
  }
}
