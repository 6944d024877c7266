import { Piscina } from 'piscina';
import { type Entailment, EntailmentError, type Pair, type PairReader } from '../../entailment/entailment-model.ts';

/** What the thread sends back: what the pairs show, or why the classifier cannot be used. */
export type PairsRead = Entailment[] | { readonly unusable: string };

const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts');
const WORKER = new URL(`./reader-worker.${RUNS_FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url).href;

/** Reads pairs of sentences in a thread of its own, which starts when first needed: other requests need not wait meanwhile. */
export class ReaderThread implements PairReader {
  private readonly pool: Piscina<readonly Pair[], PairsRead>;
  private last: Promise<unknown> = Promise.resolve();

  /** `folder`: of the classifier. */
  constructor(folder: string) {
    this.pool = new Piscina({
      filename: WORKER,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: folder,
      ...(RUNS_FROM_SOURCE ? { execArgv: ['--import', new URL('./from-source.mjs', import.meta.url).href] } : {}),
    });
  }

  /** @throws EntailmentError where the classifier cannot be loaded. */
  async read(pairs: readonly Pair[]): Promise<Entailment[]> {
    const reading = this.pool.run(pairs);
    this.last = Promise.allSettled([this.last, reading]);
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
