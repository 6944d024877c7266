import type { FastifyRequest } from 'fastify';
import { unsupportedMediaType } from './problems.ts';

/**
 * Parsers are there for every route; each takes only what it says it takes.
 * @throws Problem `MEDIA_TYPE_UNSUPPORTED` where the body has another type
 */
export function acceptBody(request: FastifyRequest, types: readonly string[]): void {
  const given = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(given)) throw unsupportedMediaType(types);
}
