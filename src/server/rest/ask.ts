import { sendJson } from '../http/send-json.ts';
import { validate } from '../http/validate.ts';
import { need } from '../services.ts';
import { answerSchema } from './answer-schema.ts';
import type { Operation, OperationContext } from './operation.ts';
import { askRequest } from './requests.ts';

/** `POST /ask`: the answer to a question, with facts and sources. */
export function askOperation({ services, settings }: OperationContext): Operation {
  const request = askRequest(settings);
  return {
    method: 'POST',
    path: '/ask',
    id: 'ask',
    summary: 'The answer to a question, with sources',
    description:
      'In the language of the question. Warns where documents of the graph say otherwise; abstains where the knowledge does not decide.',
    body: { 'application/json': request },
    answers: { 'application/json': answerSchema },
    async handle(input, reply) {
      const { question } = validate(request, input.body);
      const answerer = need(services, 'answerer');
      const start = performance.now();
      const answer = await answerer.ask(question);
      services.metrics.took('engine', 'ask', (performance.now() - start) / 1000);
      return sendJson(reply, answer);
    },
  };
}
