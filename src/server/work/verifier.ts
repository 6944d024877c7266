import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Verification } from '../../assessment/result.ts';
import type { Engine } from '../../engine.ts';
import type { Metrics } from '../metrics.ts';

/** Milliseconds that a batch may keep other requests waiting. */
const TURN = 5;

interface VerifierOptions {
  readonly metrics: Metrics;
  /** Answers to keep. The same claim against the same knowledge always has the same answer. 0: none. */
  readonly cache: number;
}

/** Verifies short claims on this thread, so that they need not wait behind documents. */
export class Verifier {
  readonly engine: Engine;
  private readonly metrics: Metrics;
  private readonly answers: LRUCache<string, Verification> | undefined;

  constructor(engine: Engine, { metrics, cache }: VerifierOptions) {
    this.engine = engine;
    this.metrics = metrics;
    this.answers = cache > 0 ? new LRUCache({ max: cache }) : undefined;
  }

  async verify(claim: string): Promise<Verification> {
    const known = this.answers?.get(claim);
    const verification = known ?? (await this.decide(claim));
    this.metrics.verdict('verify', verification.verdict);
    return verification;
  }

  /** Verifies in order, giving way to other requests every few milliseconds. @throws what `signal` was aborted with */
  async verifyAll(claims: readonly string[], signal?: AbortSignal): Promise<Verification[]> {
    const results: Verification[] = [];
    let turn = performance.now();
    for (const claim of claims) {
      if (performance.now() - turn > TURN) {
        await nextTurn();
        signal?.throwIfAborted();
        turn = performance.now();
      }
      results.push(await this.verify(claim));
    }
    return results;
  }

  private async decide(claim: string): Promise<Verification> {
    const start = performance.now();
    const verification = await this.engine.verifyInDepth(claim);
    this.metrics.took('engine', 'verify', (performance.now() - start) / 1000);
    this.answers?.set(claim, verification);
    return verification;
  }
}
