import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { Metrics } from './metrics.ts';
import type { Services } from './services.ts';
import type { ServerSettings } from './settings.ts';
import { CheckPool } from './work/check-pool.ts';
import type { WorkerSettings } from './work/check-task.ts';
import { Verifier } from './work/verifier.ts';

export interface ServeOptions {
  readonly settings: ServerSettings;
  readonly knowledge: WorkerSettings;
  readonly logger: Logger;
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
 * Listens at once and loads what it needs: until then requests are answered with 503 and readiness is false.
 * @throws KnowledgeError, or an error of the system where the port cannot be had; everything is freed then.
 */
export async function serve({ settings, knowledge, logger }: ServeOptions): Promise<Served> {
  const { workers, queue, checkTimeout } = settings;
  const metrics = new Metrics({ defaults: true });
  const checks = new CheckPool({ knowledge, workers, queue, timeout: checkTimeout });
  metrics.gauge('checks_in_progress', 'Documents being checked or waiting for a worker.', () => checks.load);
  const services: Services = {
    metrics,
    checks,
    verifier: undefined,
    store: undefined,
    search: undefined,
    stopping: false,
  };
  const app = await createApp({ services, settings, logger });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= shutDown(app, services, settings);
    return stopped;
  };
  try {
    const address = await app.listen({ host: settings.host, port: settings.port });
    await loadKnowledge(services, settings, knowledge);
    return { address, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loadKnowledge(services: Services, { cache }: ServerSettings, knowledge: WorkerSettings): Promise<void> {
  const { Engine } = await import('../engine.ts');
  services.verifier = new Verifier(Engine.load(knowledge), { metrics: services.metrics, cache });
}

/** Milliseconds between asking clients to go elsewhere and closing connections that have nothing to do. */
const GRACE = 250;

async function shutDown(app: FastifyInstance, services: Services, { shutdownTimeout }: ServerSettings): Promise<void> {
  services.stopping = true;
  const deadline = AbortSignal.timeout(shutdownTimeout);
  if (app.server.listening) {
    stopAccepting(app.server);
    // Connections that are in use get their answer and «Connection: close» in this time; what is left is idle.
    await wait(GRACE);
  }
  const finished = Promise.all([app.close(), services.checks.close()]);
  const late = new Promise<'late'>((resolve) =>
    deadline.addEventListener('abort', () => resolve('late'), { once: true }),
  );
  if ((await Promise.race([finished, late])) !== 'late') return;
  app.log.warn(`not finished within ${shutdownTimeout} ms: the rest is cut off`);
  app.server.closeAllConnections();
  await services.checks.destroy();
}

/** Takes no new connections, but unlike the HTTP server's own `close` leaves those that wait for their next request. */
function stopAccepting(server: Server): void {
  NetServer.prototype.close.call(server);
}
