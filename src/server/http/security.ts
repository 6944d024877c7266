import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { ServerSettings } from '../settings.ts';
import { rateLimited } from './problems.ts';

/** Pages load only what this service itself serves; nothing may frame them; no other site may read answers (CORS is off). */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/u;

/** Security headers, and a limit of requests a minute for every client that is not on this machine. */
export async function addSecurity(app: FastifyInstance, settings: ServerSettings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    // Behind a proxy that speaks TLS, the proxy says so itself.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  if (settings.rateLimit === 0) return;
  await app.register(rateLimit, {
    global: true,
    max: settings.rateLimit,
    timeWindow: 60_000,
    cache: 20_000,
    enableDraftSpec: true,
    allowList: (request) => LOOPBACK.test(request.ip) && !settings.trustProxy,
    errorResponseBuilder: (_request, { ttl }) => rateLimited(settings.rateLimit, Math.ceil(ttl / 1000)),
  });
}
