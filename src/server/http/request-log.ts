import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.ts';

const USABLE_ID = /^[\w-]{1,64}$/u;

/** The request's id: the client's own `X-Request-Id` where it is harmless, else a new one. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && USABLE_ID.test(given) ? given : randomUUID();
}

/**
 * One line per request in the log and one observation in the metrics: the operation, never the query, the body or a
 * header. The id is sent back as `X-Request-Id`.
 */
export function addRequestLog(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const { statusCode, elapsedTime } = reply;
    metrics.request({ method: request.method, route, status: statusCode }, elapsedTime / 1000);
    const line = { method: request.method, route, status: statusCode, ms: Math.round(elapsedTime * 10) / 10 };
    if (statusCode >= 500) request.log.warn(line, 'request');
    else request.log.info(line, 'request');
  });
  app.addHook('onRequestAbort', async (request) => {
    request.log.info({ method: request.method, route: request.routeOptions.url }, 'client went away');
  });
}
