import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { PACKAGE_ROOT } from '../../settings.ts';
import { methodNotAllowed, notFound } from './problems.ts';

/** Where the built web page lies. */
export const PAGE_FOLDER = join(PACKAGE_ROOT, 'dist', 'web');

/** Addresses that the page shows something at; `src/web/state/route.ts` names the same. */
const ROOMS = ['/check', '/verify', '/ask', '/explore', '/overview'];

/**
 * Serves the built web page at `/` and, for browsers, at the addresses of its rooms. Without one, `/` leads to GraphiQL.
 * Files under `assets/` carry a hash in their names and are kept.
 */
export async function addPage(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.redirect('/graphql'));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const room of ROOMS) addRoom(app, room);
}

/** Programs that ask a room's address with GET are told what it does take, as without the page. */
function addRoom(app: FastifyInstance, url: string): void {
  const posted = app.hasRoute({ url, method: 'POST' });
  app.get(url, async (request, reply) => {
    reply.header('vary', 'accept');
    if (request.headers.accept?.includes('text/html')) return await reply.sendFile('index.html');
    throw posted ? methodNotAllowed('GET', ['POST']) : notFound('GET', url);
  });
}
