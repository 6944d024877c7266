import * as z from 'zod/mini';
import type {
  AbstentionReason,
  ClaimResult,
  DocumentResult,
  Evidence,
  Layer,
  Verification,
} from '../../assessment/result.ts';

/** The service's JSON, as far as the page uses it. */

// Written as objects, so that one that is missing here does not compile.
const LAYERS = {
  phrasing: 'phrasing',
  copula: 'copula',
  apposition: 'apposition',
  link: 'link',
  expansion: 'expansion',
  association: 'association',
  statement: 'statement',
  entailment: 'entailment',
} as const satisfies { readonly [Each in Layer]: Each };
const REASONS = {
  'unknown-entity': 'unknown-entity',
  'unknown-predicate': 'unknown-predicate',
  'no-fact': 'no-fact',
  'not-checkable': 'not-checkable',
} as const satisfies { readonly [Each in AbstentionReason]: Each };

export const verdict = z.enum(['SUPPORTED', 'REFUTED', 'CONFLICTING', 'NOT_ENOUGH_INFO']);
export const languageCode = z.enum(['zh', 'en']);
export const bilingual = z.object({ en: z.string(), zh: z.string() });
export const source = z.object({ url: z.string(), title: z.string() });

export const evidence = z.object({
  factId: z.string(),
  statement: z.string(),
  sources: z.array(source),
}) satisfies z.ZodMiniType<Evidence>;

export const claimResult = z.object({
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  subject: z.string(),
  predicate: z.string(),
  object: z.string(),
  negated: z.boolean(),
  verdict,
  confidence: z.number(),
  layer: z.enum(LAYERS),
  explanation: bilingual,
  correction: z.exactOptional(z.string()),
  reason: z.exactOptional(z.enum(REASONS)),
  evidence: z.array(evidence),
  language: languageCode,
  section: z.array(z.string()),
}) satisfies z.ZodMiniType<ClaimResult>;

export const verification = z.object({
  claim: z.string(),
  verdict,
  confidence: z.number(),
  explanation: bilingual,
  correction: z.exactOptional(z.string()),
  reason: z.exactOptional(z.enum(REASONS)),
  claims: z.array(claimResult),
  unexplained: z.array(z.object({ quote: z.string(), start: z.number(), end: z.number() })),
}) satisfies z.ZodMiniType<Verification>;

export const documentResult = z.object({
  document: z.string(),
  language: languageCode,
  sentences: z.number(),
  claims: z.array(claimResult),
  contradictions: z.array(z.object({ a: z.number(), b: z.number(), explanation: bilingual })),
}) satisfies z.ZodMiniType<DocumentResult>;
