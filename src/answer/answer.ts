import type { Evidence } from '../assessment/result.ts';
import type { EntityId, Language } from '../knowledge/model.ts';
import type { Plan } from './plan.ts';

/** What `ask` says: plain, serialisable data, the JSON contract of the command line and of the service. */

/** One value of the answer. `entityId` where it is an entity, kind or term of the knowledge. */
export interface AnswerValue {
  readonly text: string;
  readonly entityId?: EntityId;
}

/** A fact as a sentence in the question's language, with its sources. */
export type AnswerFact = Evidence;

/** A statement of a document that contradicts the answer. Offsets are UTF-16 code units of its text, end exclusive. */
export interface Warning {
  readonly document: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** What the document says, in the question's language. */
  readonly says: string;
  /** What is right. */
  readonly correct: string;
}

/** Why there is no answer. */
export type Missing =
  | 'empty'
  | 'too-long'
  | 'not-a-question'
  | 'unknown-language'
  | 'unknown-entity'
  | 'not-understood'
  | 'no-fact'
  | 'no-documents'
  | 'conflicting';

export interface Answer {
  readonly question: string;
  readonly language: Language;
  /** A sentence in the question's language; null where the knowledge does not decide. */
  readonly answer: string | null;
  readonly answers: readonly AnswerValue[];
  /** No answer was given. A false premise is corrected (`falsePremise`), which is an answer without values. */
  readonly abstained: boolean;
  readonly falsePremise: boolean;
  /** 0…1: how sure the program is that the question was understood and the answer is right; 0 where it abstained. */
  readonly confidence: number;
  /** What the answer rests on. */
  readonly facts: readonly AnswerFact[];
  readonly warnings: readonly Warning[];
  /** Only where it abstained: why, and in words what is missing. */
  readonly missing?: { readonly reason: Missing; readonly message: string };
  /** Facts near the question that do not answer it; only where it abstained. */
  readonly related: readonly AnswerFact[];
  /** How the question was understood. */
  readonly plan: Plan;
}
