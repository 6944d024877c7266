import { notReady } from './http/problems.ts';
import type { Metrics } from './metrics.ts';
import type { CheckPool } from './work/check-pool.ts';
import type { Verifier } from './work/verifier.ts';

/** What the routes work with. A part is undefined until it is there: the service listens before it has loaded. */
export interface Services {
  readonly metrics: Metrics;
  readonly checks: CheckPool;
  verifier: Verifier | undefined;
  /** True once the process has been told to stop: readiness is false, what has begun is finished. */
  stopping: boolean;
}

/** The part by this name. @throws Problem `NOT_READY` where it is not there yet */
export function need<Name extends 'verifier'>(services: Services, name: Name): NonNullable<Services[Name]> {
  const part = services[name];
  if (part === undefined) throw notReady(PART_NAMES[name]);
  return part;
}

const PART_NAMES = { verifier: 'knowledge' } as const;

/** What readiness depends on, and whether it is there. */
export async function readiness(services: Services): Promise<Readonly<Record<string, boolean>>> {
  return { knowledge: services.verifier !== undefined, running: !services.stopping };
}
