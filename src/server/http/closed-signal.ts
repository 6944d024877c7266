import type { FastifyReply } from 'fastify';

/** Aborts when the client goes away before its answer is written, so that nobody works for no one. */
export function closedSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  if (raw.destroyed) controller.abort(new ClientGone());
  // On the answer, not on the connection, which lives on.
  else raw.once('close', () => raw.writableFinished || controller.abort(new ClientGone()));
  return controller.signal;
}

/** Why work was stopped: the client closed the connection. Nobody reads the answer to it. */
export class ClientGone extends Error {
  constructor() {
    super('the client closed the connection');
    this.name = 'ClientGone';
  }
}
