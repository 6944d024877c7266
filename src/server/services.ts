import type { Answerer } from '../answer/answerer.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { Examples } from './examples.ts';
import type { SearchPort } from './graphql/search.ts';
import { notReady } from './http/problems.ts';
import type { Metrics } from './metrics.ts';
import type { CheckPool } from './work/check-pool.ts';
import type { Desk } from './work/desk.ts';
import type { ReaderThread } from './work/reader-thread.ts';
import type { Verifier } from './work/verifier.ts';

/** What the routes work with. A part is undefined until it is there: the service listens before it has loaded. */
export interface Services {
  readonly metrics: Metrics;
  checks: CheckPool;
  /** Reads sentences that no other layer decides; undefined where the settings turn it off. */
  readonly reader: ReaderThread | undefined;
  verifier: Verifier | undefined;
  answerer: Answerer | undefined;
  store: GraphStore | undefined;
  /** Takes what is to be written. */
  desk: Desk | undefined;
  /** Over words, meaning and graph; without it the store's own full-text search serves. */
  search: SearchPort | undefined;
  /** Resolves once the knowledge that the graph holds is the one that answers. Never rejects. */
  follow: () => Promise<void>;
  /** What the page offers to try. */
  readonly examples: Examples;
  /** Aborted once the process has been told to stop: readiness is false, what has begun is finished, what would never end is ended. */
  readonly stop: AbortController;
}

const PART_NAMES = { verifier: 'knowledge', answerer: 'knowledge', store: 'graph', desk: 'graph' } as const;

/** The part by this name. @throws Problem `NOT_READY` where it is not there yet */
export function need<Name extends keyof typeof PART_NAMES>(
  services: Services,
  name: Name,
): NonNullable<Services[Name]> {
  const part = services[name];
  if (part === undefined) throw notReady(PART_NAMES[name]);
  return part;
}

/** What readiness depends on, and whether it is there. */
export async function readiness(services: Services): Promise<Readonly<Record<string, boolean>>> {
  const { verifier, store, stop } = services;
  return { knowledge: verifier !== undefined, graph: await answers(store), running: !stop.signal.aborted };
}

/** Milliseconds within which a store that is there answers. */
const PATIENCE = 2_000;

async function answers(store: GraphStore | undefined): Promise<boolean> {
  if (!store) return false;
  const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false).unref());
  return await Promise.race([
    store.version().then(
      () => true,
      () => false,
    ),
    late,
  ]);
}
