import type { AbstentionReason, Layer } from '../claims/claim.ts';
import type { Language } from '../knowledge/model.ts';

/** What the program says: plain, serialisable data, the JSON contract of the command line and of the service. */

export type Verdict = 'SUPPORTED' | 'REFUTED' | 'CONFLICTING' | 'NOT_ENOUGH_INFO';

export type { AbstentionReason, Layer };

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export interface Evidence {
  readonly factId: string;
  /** The fact as a sentence in the claim's language. */
  readonly statement: string;
  readonly sources: readonly { readonly url: string; readonly title: string }[];
}

/** One atomic claim with its verdict. `start`/`end`: UTF-16 offsets in the text that was given, end exclusive. */
export interface ClaimResult {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Entity ids where linked, otherwise the words of the text. */
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly negated: boolean;
  readonly verdict: Verdict;
  /** 0…1: how sure the program is of the verdict. */
  readonly confidence: number;
  readonly layer: Layer;
  readonly explanation: Bilingual;
  /** The right value, in the claim's language; always there when REFUTED. */
  readonly correction?: string;
  /** Only with NOT_ENOUGH_INFO. */
  readonly reason?: AbstentionReason;
  readonly evidence: readonly Evidence[];
  readonly language: Language;
  /** The headings above the claim, outermost first; empty outside documents. */
  readonly section: readonly string[];
}

/** The answer to "is this sentence true?". */
export interface Verification {
  readonly claim: string;
  /** REFUTED if a part is, SUPPORTED only if all parts are. */
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly explanation: Bilingual;
  readonly correction?: string;
  readonly reason?: AbstentionReason;
  readonly claims: readonly ClaimResult[];
  /** Parts that state something the program did not understand; they keep the whole from being SUPPORTED. */
  readonly unexplained: readonly { readonly quote: string; readonly start: number; readonly end: number }[];
}

/** Two claims of one document (or of several) that cannot both hold. Indexes into `DocumentResult.claims`. */
export interface ContradictionResult {
  readonly a: number;
  readonly b: number;
  readonly explanation: Bilingual;
}

/** What a check of one document found. */
export interface DocumentResult {
  /** The name it was given: usually the path. */
  readonly document: string;
  readonly language: Language;
  readonly sentences: number;
  readonly claims: readonly ClaimResult[];
  readonly contradictions: readonly ContradictionResult[];
}
