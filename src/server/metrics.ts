import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Verdict } from '../assessment/result.ts';

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What the service counts, for Prometheus. Each app has its own registry. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'errata_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer, by operation.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly verdicts = new Counter({
    name: 'errata_verdicts_total',
    help: 'Verdicts given, by operation: verify counts claims asked for, check counts claims found in documents.',
    labelNames: ['operation', 'verdict'],
    registers: [this.registry],
  });
  private readonly work = new Histogram({
    name: 'errata_work_duration_seconds',
    help: 'Time that parts of the service took: the engine, the store, the model.',
    labelNames: ['part', 'operation'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** `defaults`: also memory, event loop and the like; once a process. */
  constructor({ defaults = false }: { defaults?: boolean } = {}) {
    if (defaults) collectDefaultMetrics({ register: this.registry });
  }

  request(labels: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe({ ...labels, status: String(labels.status) }, seconds);
  }

  verdict(operation: 'verify' | 'check', verdict: Verdict, count = 1): void {
    this.verdicts.inc({ operation, verdict }, count);
  }

  /** Seconds that a part took for an operation. */
  took(part: 'engine' | 'store' | 'model', operation: string, seconds: number): void {
    this.work.observe({ part, operation }, seconds);
  }

  /** A figure that is read when it is asked for. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `errata_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in Prometheus' text format. */
  async print(): Promise<string> {
    return await this.registry.metrics();
  }
}
