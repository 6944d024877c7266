import type { FastifyRequest } from 'fastify';

/** Aborts when the client goes away before its answer is written, so that nobody works for no one. */
export function closedSignal(request: FastifyRequest): AbortSignal {
  const controller = new AbortController();
  const { socket } = request.raw;
  const abort = () => controller.abort(new ClientGone());
  if (socket.destroyed) abort();
  else {
    socket.once('close', abort);
    controller.signal.addEventListener('abort', () => socket.off('close', abort), { once: true });
  }
  return controller.signal;
}

/** Why work was stopped: the client closed the connection. Nobody reads the answer to it. */
export class ClientGone extends Error {
  constructor() {
    super('the client closed the connection');
    this.name = 'ClientGone';
  }
}
