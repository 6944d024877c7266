import type { Logger } from 'pino';
import type { GivenDocument } from '../engine.ts';
import { packageVersion } from '../settings.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { createApp } from './app.ts';
import { Metrics } from './metrics.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './settings.ts';
import { shutDown } from './shut-down.ts';
import { timedStore } from './timed-store.ts';
import { CheckPool } from './work/check-pool.ts';
import type { WorkerSettings } from './work/check-task.ts';
import { Desk } from './work/desk.ts';
import type { IngestionEvent } from './work/progress.ts';
import { storeDocuments } from './work/store-documents.ts';
import { Verifier } from './work/verifier.ts';

export interface ServeOptions {
  readonly settings: ServerSettings;
  readonly knowledge: WorkerSettings;
  readonly logger: Logger;
  /** Opens the graph. @throws StoreError */
  readonly openStore: () => Promise<GraphStore>;
  /** What a graph without documents begins with; default nothing. */
  readonly corpus?: () => Promise<readonly GivenDocument[]>;
  /** Told how filling the graph goes. */
  readonly onProgress?: (event: IngestionEvent) => void;
}

/** A running service. */
export interface Served {
  /** `http://127.0.0.1:4000`. */
  readonly address: string;
  readonly services: Services;
  /** Stops listening, finishes what has begun, frees everything. Twice is no error. */
  stop(): Promise<void>;
}

/**
 * Listens at once and loads what it needs: until then requests are answered with 503 and readiness is false. Resolves when
 * the graph holds the knowledge and, where it was empty, the corpus.
 * @throws KnowledgeError, StoreError, or an error of the system where the port cannot be had; everything is freed then.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { settings, logger } = options;
  const services = createServices(options);
  const app = await createApp({ services, settings, logger });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= shutDown(app, services, settings.shutdownTimeout);
    return stopped;
  };
  try {
    const address = await app.listen({ host: settings.host, port: settings.port });
    await load(services, options);
    await fill(services, options);
    return { address, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything that can be there before anything is loaded. */
function createServices({ settings, knowledge }: ServeOptions): Services {
  const { workers, queue, checkTimeout } = settings;
  const metrics = new Metrics({ defaults: true });
  const checks = new CheckPool({ knowledge, workers, queue, timeout: checkTimeout });
  metrics.gauge('checks_in_progress', 'Documents being checked or waiting for a worker.', () => checks.load);
  const missing = { verifier: undefined, answerer: undefined, store: undefined, desk: undefined, search: undefined };
  return { ...missing, metrics, checks, stop: new AbortController() };
}

async function load(services: Services, options: ServeOptions): Promise<void> {
  const { metrics, checks } = services;
  const [{ Engine }, { Answerer }] = await Promise.all([import('../engine.ts'), import('../answer/answerer.ts')]);
  const engine = Engine.load(options.knowledge);
  services.verifier = new Verifier(engine, { metrics, cache: options.settings.cache });
  const store = timedStore(await options.openStore(), metrics);
  const desk = new Desk({ store, knowledge: engine.knowledge, checks, version: packageVersion() });
  if (options.onProgress) desk.progress.listen(options.onProgress);
  await desk.loadKnowledge();
  services.answerer = new Answerer({ engine, documents: storeDocuments(store) });
  services.store = store;
  services.desk = desk;
}

/** Puts the corpus into a graph that has no documents yet. */
async function fill({ store, desk }: Services, { corpus }: ServeOptions): Promise<void> {
  if (!store || !desk || !corpus) return;
  const { items } = await store.listDocuments({ limit: 1 });
  if (items.length === 0) await desk.add(await corpus());
}
