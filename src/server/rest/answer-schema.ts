import { z } from 'zod';
import type { Answer } from '../../answer/answer.ts';
import { evidence } from './result-schemas.ts';

const planned = z.object({ text: z.string(), id: z.string() });

const plan = z
  .object({
    type: z.enum(['none', 'relation', 'yes-no', 'definition', 'comparison', 'connection', 'documents', 'premise']),
    asked: z.string(),
    entities: z.array(planned),
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
  })
  .meta({ id: 'Plan', description: 'How the question was understood.' });

const warning = z
  .object({
    document: z.string(),
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    says: z.string().meta({ description: "What the document says, in the question's language." }),
    correct: z.string().meta({ description: 'What is right.' }),
  })
  .meta({ id: 'Warning', description: 'A statement of a document that contradicts the answer.' });

/** The answer to a question. */
export const answerSchema = z
  .object({
    question: z.string(),
    language: z.enum(['zh', 'en']),
    answer: z
      .string()
      .nullable()
      .meta({ description: 'A sentence in the language of the question; null where it abstained.' }),
    answers: z
      .array(z.object({ text: z.string(), entityId: z.string().exactOptional() }))
      .meta({ description: 'The values of the answer.' }),
    abstained: z.boolean(),
    falsePremise: z.boolean().meta({ description: 'The question assumes something wrong, which the answer corrects.' }),
    confidence: z.number().min(0).max(1),
    facts: z.array(evidence).meta({ description: 'What the answer rests on.' }),
    warnings: z.array(warning),
    missing: z
      .object({
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
      })
      .exactOptional()
      .meta({ description: 'Why there is no answer.' }),
    related: z.array(evidence).meta({ description: 'Facts near the question that do not answer it.' }),
    plan,
  })
  .meta({ id: 'Answer' }) satisfies z.ZodType<Answer>;
