import type { FastifyReply } from 'fastify';

/** Sends an answer as JSON. */
export function sendJson(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
