import {
  createMcpHandler,
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { closedSignal } from '../http/closed-signal.ts';
import { foreignSite } from '../http/problems.ts';
import type { OperationContext } from '../rest/operation.ts';
import { createMcpServer } from './server.ts';

/** Bytes beside the document that a request may carry. */
const ENVELOPE = 100_000;

/** Adds the Model Context Protocol over Streamable HTTP at `/mcp`; stateless, so that any replica can answer. */
export function addMcp(app: FastifyInstance, context: OperationContext): void {
  const { services, settings } = context;
  const report = (error: unknown) => app.log.error({ err: error }, 'mcp');
  const handler = createMcpHandler(() => createMcpServer({ ...context, report }), {
    onerror: (error) => app.log.warn({ err: error }, 'mcp'),
  });
  services.stop.signal.addEventListener('abort', () => void handler.close(), { once: true });
  app.route({
    url: '/mcp',
    method: ['GET', 'POST', 'DELETE'],
    bodyLimit: settings.maxDocument + ENVELOPE,
    config: { consumes: ['application/json'] },
    handler: async (request, reply) => {
      refuseOtherSites(request, settings.host);
      const response = await handler.fetch(toWebRequest(request, reply), { parsedBody: request.body });
      return await sendResponse(response, reply);
    },
  });
}

/** Pages of other sites must not reach a service on this machine through the browser (DNS rebinding). */
function refuseOtherSites({ headers }: FastifyRequest, host: string): void {
  const local = localhostAllowedHostnames();
  const isLocal = local.includes(host) || host.startsWith('127.') || host === '::1';
  if (isLocal && !validateHostHeader(headers.host, local).ok) throw foreignSite(headers.host ?? '');
  const own = headers.host?.replace(/:\d+$/u, '') ?? '';
  if (!validateOriginHeader(headers.origin, [...local, own]).ok) throw foreignSite(headers.origin ?? '');
}

/** The request as the web's own; its body has been read already. */
function toWebRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = request.method === 'POST' ? JSON.stringify(request.body) : null;
  return new Request(new URL(request.url, 'http://localhost'), {
    method: request.method,
    headers,
    body,
    signal: closedSignal(reply),
  });
}

async function sendResponse(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const [name, value] of response.headers) reply.header(name, value);
  return await reply.code(response.status).send(response.body ?? '');
}
