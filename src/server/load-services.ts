import type { FastifyBaseLogger } from 'fastify';
import type { Answerer } from '../answer/answerer.ts';
import type { Engine } from '../engine.ts';
import type { VectorSettings } from '../retrieval/vector-settings.ts';
import { packageVersion } from '../settings.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { knowledgeVersion } from '../store/knowledge-rows.ts';
import { readExamples } from './examples.ts';
import { Metrics } from './metrics.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './settings.ts';
import { timedStore } from './timed-store.ts';
import { CheckPool } from './work/check-pool.ts';
import type { WorkerSettings } from './work/check-task.ts';
import { Desk } from './work/desk.ts';
import { KnowledgeFollower } from './work/knowledge-follower.ts';
import { openSearch } from './work/open-search.ts';
import type { IngestionEvent } from './work/progress.ts';
import { ReaderThread } from './work/reader-thread.ts';
import { storeDocuments } from './work/store-documents.ts';
import { Verifier } from './work/verifier.ts';

export interface ServiceOptions {
  readonly settings: ServerSettings;
  /** Where ontology and knowledge lie; asked again when other knowledge is to be loaded. */
  readonly knowledge: () => WorkerSettings;
  /** How to search by meaning; default: not at all. */
  readonly vectors?: () => VectorSettings | undefined;
  /** Opens the graph. @throws StoreError */
  readonly openStore: () => Promise<GraphStore>;
  /** Where to say that other knowledge is in use. */
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  /** Told how filling the graph goes. */
  readonly onProgress?: (event: IngestionEvent) => void;
}

/** Everything that can be there before anything is loaded. @throws ErrataError where the examples cannot be used */
export function createServices(options: ServiceOptions): Services {
  const metrics = new Metrics({ defaults: true });
  const missing = { verifier: undefined, answerer: undefined, store: undefined, desk: undefined, search: undefined };
  const { entailment } = options.knowledge();
  const services: Services = {
    ...missing,
    metrics,
    checks: checkPool(options),
    reader: entailment ? new ReaderThread(entailment) : undefined,
    examples: readExamples(options.settings.examples),
    follow: async () => undefined,
    stop: new AbortController(),
  };
  const load = 'Documents being checked or waiting for a worker.';
  metrics.gauge('checks_in_progress', load, () => services.checks.load);
  return services;
}

/**
 * Loads knowledge and opens the graph, and brings the knowledge into it; from then on follows what others bring in.
 * @throws KnowledgeError, StoreError
 */
export async function loadServices(services: Services, options: ServiceOptions): Promise<void> {
  const engine = await loadEngine(options, services);
  // Claims can be verified while the graph is still being opened
  services.verifier = new Verifier(engine, { metrics: services.metrics, cache: options.settings.cache });
  const store = timedStore(await options.openStore(), services.metrics);
  const { knowledge } = engine;
  const desk = new Desk({ store, knowledge, checks: services.checks, version: packageVersion() });
  if (options.onProgress) desk.progress.listen(options.onProgress);
  await desk.loadKnowledge();
  services.answerer = await answererFor(engine, store, services);
  services.store = store;
  services.desk = desk;
  prepareSearch(services, { engine, store, desk }, options);
  const follower = new KnowledgeFollower({
    store,
    loaded: knowledgeVersion(knowledge),
    reload: (version) => reload(services, { store, desk, version }, options),
  });
  services.follow = () => follower.follow();
}

interface Changed {
  readonly store: GraphStore;
  readonly desk: Desk;
  /** The version of the knowledge that the graph holds now. */
  readonly version: string;
}

/** Answers with the knowledge of the files as they are now; what cannot be read leaves everything as it is. */
async function reload(services: Services, { store, desk, version }: Changed, options: ServiceOptions): Promise<void> {
  const { logger, settings } = options;
  try {
    const engine = await loadEngine(options, services);
    const answerer = await answererFor(engine, store, services);
    const loaded = knowledgeVersion(engine.knowledge);
    if (loaded !== version) logger.warn({ loaded, graph: version }, OTHER);
    const before = services.checks;
    services.checks = checkPool(options);
    services.verifier = new Verifier(engine, { metrics: services.metrics, cache: settings.cache });
    services.answerer = answerer;
    prepareSearch(services, { engine, store, desk }, options);
    // What is being ingested ends with the knowledge it began with
    void desk.use(engine.knowledge, services.checks).then(() => before.close());
    logger.info({ knowledge: loaded }, 'the knowledge has changed: the new one is in use');
  } catch (error) {
    logger.error({ err: error }, 'the knowledge has changed but cannot be read: the old one stays in use');
  }
}

interface Loaded {
  readonly engine: Engine;
  readonly store: GraphStore;
  readonly desk: Desk;
}

/** Until it is there, the graph's own full-text search serves, or what was prepared before. */
function prepareSearch(services: Services, { engine, store, desk }: Loaded, options: ServiceOptions): void {
  const { logger } = options;
  const onError = (error: unknown) =>
    logger.warn({ err: error }, 'search goes without meaning, or without what is new');
  const { metrics } = services;
  const vectors = options.vectors?.();
  openSearch({ engine, store, progress: desk.progress, metrics, vectors, onError }).then((search) => {
    services.search = search;
  }, onError);
}

const OTHER =
  'the graph holds other knowledge than the files that this service reads: give all of them the same --knowledge and --data';

/** An answerer that offers what search finds where it abstains; until search is there, the facts around what is named. */
async function answererFor(engine: Engine, store: GraphStore, services: Services): Promise<Answerer> {
  const { Answerer } = await import('../answer/answerer.ts');
  const nearest = async (text: string, limit: number) => {
    const found = await services.search?.search(text, { types: ['fact'], limit });
    return found?.hits.map(({ id }) => id) ?? [];
  };
  return new Answerer({ engine, documents: storeDocuments(store), search: { nearest } });
}

async function loadEngine({ knowledge }: ServiceOptions, { reader }: Services): Promise<Engine> {
  const { Engine } = await import('../engine.ts');
  return Engine.load({ ...knowledge(), pairReader: reader });
}

function checkPool({ settings, knowledge }: ServiceOptions): CheckPool {
  const { workers, queue, checkTimeout: timeout } = settings;
  return new CheckPool({ knowledge: knowledge(), workers, queue, timeout });
}
