import * as z from 'zod/mini';
import type { Answer } from '../../answer/answer.ts';
import { postJson } from '../api/request.ts';
import { evidence, languageCode } from '../api/schemas.ts';

const plan = z.object({
  type: z.enum(['none', 'relation', 'yes-no', 'definition', 'comparison', 'connection', 'documents', 'premise']),
  asked: z.string(),
  entities: z.array(z.object({ text: z.string(), id: z.string() })),
  steps: z.array(
    z.object({
      predicate: z.string(),
      direction: z.enum(['forward', 'inverse']),
      words: z.string(),
      layer: z.enum(['phrasing', 'label', 'role', 'unit', 'qualifier', 'modifier']),
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
  missing: z.exactOptional(
    z.object({
      reason: z.enum([
        'empty',
        'too-long',
        'not-a-question',
        'unknown-language',
        'unknown-entity',
        'not-understood',
        'no-fact',
        'no-documents',
        'conflicting',
      ]),
      message: z.string(),
    }),
  ),
  related: z.array(evidence),
  plan,
}) satisfies z.ZodMiniType<Answer>;

export type { Answer };

/** Asks a question. @throws ApiError */
export async function askQuestion(question: string, signal: AbortSignal): Promise<Answer> {
  return await postJson('/ask', { question }, { schema: answer, signal });
}
