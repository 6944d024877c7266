import { Piscina } from 'piscina';
import type { Examination } from '../../assessment/examination.ts';
import type { GivenDocument } from '../../engine.ts';
import { busy, tookTooLong, unreadableDocument } from '../http/problems.ts';
import type { CheckedText, CheckTask, FinishedReport, ReportTask, Unreadable, WorkerSettings } from './check-task.ts';
import { threadOf } from './thread.ts';

interface CheckPoolOptions {
  readonly knowledge: WorkerSettings;
  /** Threads; each keeps the knowledge in memory of its own. */
  readonly workers: number;
  /** Checks that may wait; more are refused. */
  readonly queue: number;
  /** Milliseconds after which a check is given up. */
  readonly timeout: number;
}

type Finished = CheckedText | FinishedReport | Examination;

/**
 * How much less urgent a check is than what the main thread answers meanwhile (as `nice` counts). Where there are fewer processors than
 * threads, a long document would otherwise keep short requests waiting.
 */
const LESS_URGENT = 10;

/** Checks documents in worker threads, a bounded number at a time. */
export class CheckPool {
  private readonly pool: Piscina<CheckTask | GivenDocument, Finished | Unreadable>;
  private readonly options: CheckPoolOptions;
  private waitingOrRunning = 0;

  constructor(options: CheckPoolOptions) {
    this.options = options;
    this.pool = new Piscina({
      ...threadOf('check-worker'),
      minThreads: options.workers,
      maxThreads: options.workers,
      maxQueue: Number.POSITIVE_INFINITY,
      niceIncrement: LESS_URGENT,
      workerData: options.knowledge,
    });
  }

  /** Checks in progress and waiting. */
  get load(): number {
    return this.waitingOrRunning;
  }

  /** @throws Problem `BUSY`, `TOOK_TOO_LONG`, `DOCUMENT_UNREADABLE`; and what `signal` was aborted with */
  async check(task: CheckTask, signal?: AbortSignal): Promise<CheckedText> {
    return (await this.runInTime('check', task, signal)) as CheckedText;
  }

  /** @throws like `check` */
  async report(task: ReportTask, signal?: AbortSignal): Promise<FinishedReport> {
    return (await this.runInTime('report', task, signal)) as FinishedReport;
  }

  /**
   * Checks a document with everything that a graph keeps of it. Takes as long as it takes: only who may write hands documents in, and
   * a service that starts on a busy machine must get through the corpus. @throws like `check`, but not `TOOK_TOO_LONG`
   */
  async examine(given: GivenDocument): Promise<Examination> {
    return (await this.run('examine', given)) as Examination;
  }

  /** Ends the threads once what has begun is finished. */
  async close(): Promise<void> {
    await this.pool.close();
  }

  /** Ends the threads at once. */
  async destroy(): Promise<void> {
    await this.pool.destroy();
  }

  /** @throws Problem `TOOK_TOO_LONG` besides */
  private async runInTime(name: string, task: CheckTask, signal: AbortSignal | undefined): Promise<Finished> {
    const { timeout } = this.options;
    const time = AbortSignal.timeout(timeout);
    try {
      return await this.run(name, task, signal ? AbortSignal.any([signal, time]) : time);
    } catch (error) {
      throw time.aborted && !signal?.aborted ? tookTooLong(timeout) : error;
    }
  }

  private async run(name: string, task: CheckTask | GivenDocument, signal?: AbortSignal): Promise<Finished> {
    const { workers, queue } = this.options;
    if (this.waitingOrRunning >= workers + queue) throw busy(this.secondsUntilFree());
    this.waitingOrRunning++;
    try {
      const answer = await this.pool.run(task, { name, ...(signal ? { signal } : {}) });
      if ('unreadable' in answer) throw unreadableDocument(answer.unreadable);
      return answer;
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    } finally {
      this.waitingOrRunning--;
    }
  }

  /** Seconds after which asking again makes sense: a check's usual time, at least one second, at most a minute. */
  private secondsUntilFree(): number {
    const { mean } = this.pool.histogram.runTime;
    return Math.min(60, Math.max(1, Math.ceil((Number.isFinite(mean) ? mean : 1000) / 1000)));
  }
}
