import type { Logger } from 'pino';
import type { GivenDocument } from '../engine.ts';
import { createApp } from './app.ts';
import { createServices, loadServices, type ServiceOptions } from './load-services.ts';
import type { Services } from './services.ts';
import { shutDown } from './shut-down.ts';

export interface ServeOptions extends ServiceOptions {
  readonly logger: Logger;
  /** What a graph without documents begins with; default nothing. */
  readonly corpus?: () => Promise<readonly GivenDocument[]>;
  /** The folder of the built web page; default: where it is built. */
  readonly page?: string;
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
  const { settings, logger, page } = options;
  const services = createServices(options);
  const app = await createApp({ services, settings, logger, ...(page === undefined ? {} : { page }) });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= shutDown(app, services, settings.shutdownTimeout);
    return stopped;
  };
  try {
    const address = await app.listen({ host: settings.host, port: settings.port });
    await loadServices(services, options);
    await fill(services, options);
    return { address, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Puts the corpus into a graph that has no documents yet. */
async function fill({ store, desk }: Services, { corpus }: ServeOptions): Promise<void> {
  if (!store || !desk || !corpus) return;
  const { items } = await store.listDocuments({ limit: 1 });
  if (items.length === 0) await desk.add(await corpus());
}
