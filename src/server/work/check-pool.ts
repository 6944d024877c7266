import { Piscina } from 'piscina';
import type { Examination } from '../../assessment/examination.ts';
import type { GivenDocument } from '../../engine.ts';
import { busy, tookTooLong, unreadableDocument } from '../http/problems.ts';
import type { CheckedText, CheckTask, FinishedReport, ReportTask, Unreadable, WorkerSettings } from './check-task.ts';

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

const RUNS_FROM_SOURCE = import.meta.url.endsWith('.ts');
const WORKER = new URL(`./check-worker.${RUNS_FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url).href;

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
      filename: WORKER,
      minThreads: options.workers,
      maxThreads: options.workers,
      maxQueue: Number.POSITIVE_INFINITY,
      niceIncrement: LESS_URGENT,
      workerData: options.knowledge,
      ...(RUNS_FROM_SOURCE ? { execArgv: ['--import', new URL('./from-source.mjs', import.meta.url).href] } : {}),
    });
  }

  /** Checks in progress and waiting. */
  get load(): number {
    return this.waitingOrRunning;
  }

  /** @throws Problem `BUSY`, `TOOK_TOO_LONG`, `DOCUMENT_UNREADABLE`; and what `signal` was aborted with */
  async check(task: CheckTask, signal?: AbortSignal): Promise<CheckedText> {
    return (await this.run('check', task, signal)) as CheckedText;
  }

  /** @throws like `check` */
  async report(task: ReportTask, signal?: AbortSignal): Promise<FinishedReport> {
    return (await this.run('report', task, signal)) as FinishedReport;
  }

  /** Checks a document with everything that a graph keeps of it. @throws like `check` */
  async examine(given: GivenDocument, signal?: AbortSignal): Promise<Examination> {
    return (await this.run('examine', given, signal)) as Examination;
  }

  /** Ends the threads once what has begun is finished. */
  async close(): Promise<void> {
    await this.pool.close();
  }

  /** Ends the threads at once. */
  async destroy(): Promise<void> {
    await this.pool.destroy();
  }

  private async run(name: string, task: CheckTask | GivenDocument, signal: AbortSignal | undefined): Promise<Finished> {
    const { workers, queue, timeout } = this.options;
    if (this.waitingOrRunning >= workers + queue) throw busy(this.secondsUntilFree());
    const time = AbortSignal.timeout(timeout);
    this.waitingOrRunning++;
    try {
      const answer = await this.pool.run(task, { name, signal: signal ? AbortSignal.any([signal, time]) : time });
      if ('unreadable' in answer) throw unreadableDocument(answer.unreadable);
      return answer;
    } catch (error) {
      if (time.aborted) throw tookTooLong(timeout);
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
