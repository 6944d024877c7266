import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** Milliseconds between asking clients to go elsewhere and closing connections that have nothing to do. */
const GRACE = 250;

/** Stops listening, finishes what has begun, frees everything; after `timeout` milliseconds the rest is cut off. */
export async function shutDown(app: FastifyInstance, services: Services, timeout: number): Promise<void> {
  services.stop.abort();
  const over = new AbortController();
  // Also keeps the process alive: workers that are still starting do not, and without either it would end before it has finished
  const late = wait(timeout, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
  if (app.server.listening) {
    stopAccepting(app.server);
    // Connections that are in use get their answer and «Connection: close» in this time; what is left is idle.
    await wait(GRACE);
  }
  const first = await Promise.race([finish(app, services), late]).finally(() => over.abort());
  if (first !== 'late') return;
  app.log.warn(`not finished within ${timeout} ms: the rest is cut off`);
  app.server.closeAllConnections();
  await Promise.all([services.checks.destroy(), services.reader?.destroy()]);
  await services.store?.close();
}

async function finish(app: FastifyInstance, services: Services): Promise<void> {
  await Promise.all([app.close(), services.desk?.settled()]);
  await Promise.all([services.checks.close(), services.reader?.close()]);
  await services.store?.close();
}

/** Takes no new connections, but unlike the HTTP server's own `close` leaves those that wait for their next request. */
function stopAccepting(server: Server): void {
  NetServer.prototype.close.call(server);
}
