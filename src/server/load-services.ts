import { packageVersion } from '../settings.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { Metrics } from './metrics.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './settings.ts';
import { timedStore } from './timed-store.ts';
import { CheckPool } from './work/check-pool.ts';
import type { WorkerSettings } from './work/check-task.ts';
import { Desk } from './work/desk.ts';
import type { IngestionEvent } from './work/progress.ts';
import { storeDocuments } from './work/store-documents.ts';
import { Verifier } from './work/verifier.ts';

export interface ServiceOptions {
  readonly settings: ServerSettings;
  readonly knowledge: WorkerSettings;
  /** Opens the graph. @throws StoreError */
  readonly openStore: () => Promise<GraphStore>;
  /** Told how filling the graph goes. */
  readonly onProgress?: (event: IngestionEvent) => void;
}

/** Everything that can be there before anything is loaded. */
export function createServices({ settings, knowledge }: ServiceOptions): Services {
  const { workers, queue, checkTimeout } = settings;
  const metrics = new Metrics({ defaults: true });
  const checks = new CheckPool({ knowledge, workers, queue, timeout: checkTimeout });
  metrics.gauge('checks_in_progress', 'Documents being checked or waiting for a worker.', () => checks.load);
  const missing = { verifier: undefined, answerer: undefined, store: undefined, desk: undefined, search: undefined };
  return { ...missing, metrics, checks, stop: new AbortController() };
}

/**
 * Loads knowledge and opens the graph, and brings the knowledge into it. @throws KnowledgeError, StoreError
 */
export async function loadServices(services: Services, options: ServiceOptions): Promise<void> {
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
