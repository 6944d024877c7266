import { z } from 'zod';
import { readiness } from '../services.ts';
import type { Operation, OperationContext } from './operation.ts';

/** `GET /healthz`: whether the process runs. `GET /readyz`: whether it can answer. `GET /metrics`: what it counts. */
export function statusOperations({ services }: OperationContext): readonly Operation[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      id: 'health',
      summary: 'Whether the process runs',
      description: 'Always 200 while it does.',
      answers: { 'application/json': z.object({ status: z.literal('ok') }) },
      limited: false,
      handle: async (_request, reply) => reply.send({ status: 'ok' }),
    },
    {
      method: 'GET',
      path: '/readyz',
      id: 'readiness',
      summary: 'Whether the service can answer',
      description: 'By part: 200 when all are there, 503 while one is missing or the service is stopping.',
      answers: { 'application/json': z.object({ ready: z.boolean(), parts: z.record(z.string(), z.boolean()) }) },
      limited: false,
      errors: [503],
      async handle(_request, reply) {
        const parts = await readiness(services);
        const ready = Object.values(parts).every(Boolean);
        if (!ready) reply.code(503).header('retry-after', '2');
        return reply.header('cache-control', 'no-store').send({ ready, parts });
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      id: 'metrics',
      summary: 'What the service counts, for Prometheus',
      description: 'Request times by operation, verdicts, times of engine, store and model, the queue, the process.',
      answers: { 'text/plain': 'text' },
      limited: false,
      handle: async (_request, reply) => reply.type(services.metrics.contentType).send(await services.metrics.print()),
    },
  ];
}
