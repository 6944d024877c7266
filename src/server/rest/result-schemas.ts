import { z } from 'zod';
import type { Bilingual, ClaimResult, DocumentResult, Evidence, Verification } from '../../assessment/result.ts';

/** The JSON that the service answers with, as schemas: `/openapi.json` is printed from them, and the tests hold answers to them. */

const verdict = z.enum(['SUPPORTED', 'REFUTED', 'CONFLICTING', 'NOT_ENOUGH_INFO']).meta({
  id: 'Verdict',
  description:
    'SUPPORTED: sourced facts say the same. REFUTED: sourced facts exclude it. CONFLICTING: the sources disagree. NOT_ENOUGH_INFO: the knowledge does not decide it.',
});

const reason = z.enum(['unknown-entity', 'unknown-predicate', 'no-fact', 'not-checkable']).meta({
  id: 'AbstentionReason',
  description: 'Why the knowledge does not decide it; only with NOT_ENOUGH_INFO.',
});

export const bilingual = z
  .object({ en: z.string(), zh: z.string() })
  .meta({ id: 'Bilingual', description: 'The same text in English and Chinese.' }) satisfies z.ZodType<Bilingual>;

const source = z
  .object({ url: z.string().meta({ description: 'The page that says so.' }), title: z.string() })
  .meta({ id: 'Source' });

export const evidence = z
  .object({
    factId: z.string(),
    statement: z.string().meta({ description: "The fact as a sentence in the claim's language." }),
    sources: z.array(source),
  })
  .meta({ id: 'Evidence', description: 'A fact that the verdict rests on.' }) satisfies z.ZodType<Evidence>;

const offset = z.int().min(0);
const confidence = z.number().min(0).max(1).meta({ description: '0…1: how sure the program is of the verdict.' });
const correction = z
  .string()
  .meta({ description: "The right value, in the claim's language; always there when REFUTED." });
const span = {
  start: offset.meta({ description: 'UTF-16 offset in the text that was given.' }),
  end: offset.meta({ description: 'UTF-16 offset, end exclusive.' }),
};

const claimResult = z
  .object({
    quote: z.string(),
    ...span,
    subject: z.string().meta({ description: 'An entity id where linked, otherwise the words of the text.' }),
    predicate: z.string(),
    object: z.string().meta({ description: 'An entity id where linked, otherwise the words of the text.' }),
    negated: z.boolean(),
    verdict,
    confidence,
    layer: z
      .enum(['phrasing', 'copula', 'apposition', 'link', 'expansion', 'association', 'statement', 'entailment'])
      .meta({
        description: 'How the claim was understood.',
      }),
    explanation: bilingual,
    correction: correction.exactOptional(),
    reason: reason.exactOptional(),
    evidence: z.array(evidence),
    language: z.enum(['zh', 'en']),
    section: z.array(z.string()).meta({ description: 'The headings above, outermost first.' }),
  })
  .meta({ id: 'Claim', description: 'An atomic claim with its verdict.' }) satisfies z.ZodType<ClaimResult>;

/** The answer to one claim. */
export const verification = z
  .object({
    claim: z.string(),
    verdict,
    confidence,
    explanation: bilingual,
    correction: correction.exactOptional(),
    reason: reason.exactOptional(),
    claims: z.array(claimResult).meta({ description: 'The atomic claims it was taken apart into.' }),
    unexplained: z.array(z.object({ quote: z.string(), ...span })).meta({
      description: 'Parts that state something the program did not understand.',
    }),
  })
  .meta({
    id: 'Verification',
    description: 'REFUTED if a part is, SUPPORTED only if all parts are.',
  }) satisfies z.ZodType<Verification>;

/** The answer to several claims, in order. */
export const verifications = z.object({ results: z.array(verification) }).meta({ id: 'Verifications' });

/** What a check of a document found. */
export const documentResult = z
  .object({
    document: z.string(),
    language: z.enum(['zh', 'en']),
    sentences: z.int().min(0),
    claims: z.array(claimResult),
    contradictions: z
      .array(z.object({ a: offset, b: offset, explanation: bilingual }))
      .meta({ description: 'Pairs of claims (indexes into `claims`) that cannot both hold.' }),
  })
  .meta({ id: 'DocumentResult' }) satisfies z.ZodType<DocumentResult>;
