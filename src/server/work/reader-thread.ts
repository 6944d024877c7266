import { Piscina } from 'piscina';
import { type Entailment, EntailmentError, type Pair, type PairReader } from '../../entailment/entailment-model.ts';
import { threadOf } from './thread.ts';

/** What the thread sends back: what the pairs show, or why the classifier cannot be used. */
export type PairsRead = Entailment[] | { readonly unusable: string };

/** Reads pairs of sentences in a thread of its own, which starts when first needed: other requests need not wait meanwhile. */
export class ReaderThread implements PairReader {
  private readonly pool: Piscina<readonly Pair[], PairsRead>;
  /** The end of the reading that was asked for last: one thread reads in order. */
  private last: Promise<void> = Promise.resolve();

  /** `folder`: of the classifier. */
  constructor(folder: string) {
    this.pool = new Piscina({
      ...threadOf('reader-worker'),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: folder,
    });
  }

  /** @throws EntailmentError where the classifier cannot be loaded. */
  async read(pairs: readonly Pair[]): Promise<Entailment[]> {
    const reading = this.pool.run(pairs);
    this.last = reading.then(
      () => undefined,
      () => undefined,
    );
    const answer = await reading;
    if ('unusable' in answer) throw new EntailmentError('CLASSIFIER_UNUSABLE', answer.unusable);
    return answer;
  }

  /** Ends the thread once what has begun is finished. */
  async close(): Promise<void> {
    // the pool itself would give up what waits for a thread that is still starting
    await this.last;
    await this.pool.close();
  }

  /** Ends the thread at once. */
  async destroy(): Promise<void> {
    await this.pool.destroy();
  }
}
