import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, onTestFinished } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { Metrics } from '../../src/server/metrics.ts';
import type { Services } from '../../src/server/services.ts';
import { type ServerFlags, serverSettingsFrom } from '../../src/server/settings.ts';
import { CheckPool } from '../../src/server/work/check-pool.ts';
import { Verifier } from '../../src/server/work/verifier.ts';
import { engine } from '../fixtures/world.ts';

const path = (name: string) => fileURLToPath(new URL(`../fixtures/world/${name}`, import.meta.url));

/** The invented world, for workers, which load their own knowledge. */
export const WORLD = { ontology: path('ontology.yaml'), knowledge: [path('knowledge.yaml')] };

/** A true and a false claim of the invented world. */
export const TRUE_CLAIM = 'Torchlet was developed by Acme Labs.';
export const FALSE_CLAIM = 'Torchlet was developed by Globex Research.';

let pool: CheckPool | undefined;

/** Workers take a while to start: those of a test file are shared. */
function sharedPool(): CheckPool {
  pool ??= new CheckPool({ knowledge: WORLD, workers: 1, queue: 32, timeout: 60_000 });
  return pool;
}
afterAll(async () => await pool?.destroy());

export interface TestServiceOptions extends ServerFlags {
  /** Leaves the knowledge out, as while the service starts. */
  readonly unloaded?: boolean;
}

/** The service on the invented world, without a socket; freed after the test. `log` collects its log lines. */
export async function startService({ unloaded = false, ...flags }: TestServiceOptions = {}) {
  const settings = serverSettingsFrom(flags, {});
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const metrics = new Metrics();
  const special = flags.workers !== undefined || flags.checkTimeout !== undefined;
  const { workers, queue, checkTimeout: timeout } = settings;
  const services: Services = {
    metrics,
    checks: special ? new CheckPool({ knowledge: WORLD, workers, queue, timeout }) : sharedPool(),
    verifier: unloaded ? undefined : new Verifier(engine, { metrics, cache: settings.cache }),
    stopping: false,
  };
  const app = await createApp({ services, settings, logger });
  onTestFinished(async () => {
    await app.close();
    if (special) await services.checks.destroy();
  });
  return { app, services, log };
}

/** Posts JSON. */
export function json(payload: unknown, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  } as const;
}
