import { z } from 'zod';
import { toCheckedText } from '../../store/from-graph.ts';
import { documentId } from '../../store/ids.ts';
import { noSuchDocument } from '../http/problems.ts';
import { sendJson } from '../http/send-json.ts';
import { validate } from '../http/validate.ts';
import { need } from '../services.ts';
import type { Operation, OperationContext } from './operation.ts';
import { documentResult } from './result-schemas.ts';

const query = z.object({
  name: z.string().min(1).max(500).meta({ description: 'The name it was added under: usually its path.' }),
});

const storedDocument = documentResult
  .extend({
    text: z.string().meta({ description: 'The whole text, which offsets count in.' }),
    format: z.enum(['markdown', 'plain', 'html']),
    ids: z.array(z.string()).meta({
      description: 'The id of each claim, in the order of `claims`; the same as long as the document makes the claim.',
    }),
    ingestedAt: z.string().meta({ description: 'When the text was added (ISO 8601, UTC).' }),
  })
  .meta({ id: 'StoredDocument', description: 'A document of the graph with what was found in it.' });

/** `GET /document`: a document of the graph with everything found in it, in one answer. */
export function documentOperation({ services }: OperationContext): Operation {
  return {
    method: 'GET',
    path: '/document',
    id: 'document',
    summary: 'A document of the graph: its text, its claims with their verdicts, its contradictions',
    description: 'As `POST /check` answers in JSON, with text and ids, from what is kept: nothing is checked anew.',
    query,
    answers: { 'application/json': storedDocument },
    errors: [404],
    async handle(input, reply) {
      const { name } = validate(query, input.query, 'query');
      const store = need(services, 'store');
      const whole = await store.document(documentId(name));
      if (!whole) throw noSuchDocument(name);
      const { text, result } = await toCheckedText(whole, store);
      const { format, ingestedAt } = whole.document;
      const ids = whole.claims.map(({ id }) => id);
      return sendJson(reply, { ...result, text, format, ids, ingestedAt });
    },
  };
}
