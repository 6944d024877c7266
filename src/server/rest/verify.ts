import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { closedSignal } from '../http/closed-signal.ts';
import { sendJson } from '../http/send-json.ts';
import { validate } from '../http/validate.ts';
import { need } from '../services.ts';
import type { Operation, OperationContext } from './operation.ts';
import { verifyRequest } from './requests.ts';
import { documentResult, verification, verifications } from './result-schemas.ts';

/** Texts up to this length are read on the main thread; longer ones go to a worker. UTF-16 code units. */
const SHORT = 2_000;

/** `POST /verify`: whether claims are true, on what evidence. */
export function verifyOperation({ services, settings }: OperationContext): Operation {
  const request = verifyRequest(settings);
  return {
    method: 'POST',
    path: '/verify',
    id: 'verify',
    summary: 'Whether statements are true, on what evidence',
    description:
      'With `claim`: a Verification. With `claims`: `{results}`, one Verification per claim, in order. With `text`: a DocumentResult with every checkable claim of the text.',
    body: { 'application/json': request },
    answers: { 'application/json': z.union([verification, verifications, documentResult]) },
    bodyLimit: 4_000_000,
    async handle(input, reply) {
      const body = validate(request, input.body);
      if (body.claim !== undefined) return sendJson(reply, await need(services, 'verifier').verify(body.claim));
      if (body.claims) {
        const results = await need(services, 'verifier').verifyAll(body.claims, closedSignal(reply));
        return sendJson(reply, { results });
      }
      return sendJson(reply, await checkText(body.text ?? '', reply, services));
    },
  };
}

async function checkText(text: string, reply: FastifyReply, services: OperationContext['services']) {
  const { engine } = need(services, 'verifier');
  const task = { name: 'text', content: text, format: 'plain' } as const;
  const result =
    text.length <= SHORT
      ? engine.check({ ...task, text })
      : (await services.checks.check(task, closedSignal(reply))).result;
  for (const claim of result.claims) services.metrics.verdict('check', claim.verdict);
  return result;
}
