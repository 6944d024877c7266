import * as z from 'zod/mini';
import { postJson } from '../api/request.ts';
import { evidence, languageCode } from '../api/schemas.ts';

const plan = z.object({
  type: z.string(),
  asked: z.string(),
  entities: z.array(z.object({ text: z.string(), id: z.string() })),
  steps: z.array(
    z.object({
      predicate: z.string(),
      direction: z.enum(['forward', 'inverse']),
      words: z.string(),
      layer: z.string(),
    }),
  ),
  query: z.string(),
  score: z.number(),
  ignored: z.array(z.string()),
});

const warning = z.object({
  document: z.string(),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  says: z.string(),
  correct: z.string(),
});

const answer = z.object({
  question: z.string(),
  language: languageCode,
  answer: z.nullable(z.string()),
  answers: z.array(z.object({ text: z.string(), entityId: z.exactOptional(z.string()) })),
  abstained: z.boolean(),
  falsePremise: z.boolean(),
  confidence: z.number(),
  facts: z.array(evidence),
  warnings: z.array(warning),
  missing: z.exactOptional(z.object({ message: z.string() })),
  related: z.array(evidence),
  plan,
});

/** The answer of the service, as far as the page shows it. Sorts of questions and layers are the service's words. */
export type Answer = z.output<typeof answer>;

/** Asks a question. @throws ApiError */
export async function askQuestion(question: string, signal: AbortSignal): Promise<Answer> {
  return await postJson('/ask', { question }, { schema: answer, signal });
}
