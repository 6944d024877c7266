import type { EntityId, Language, PredicateId } from '../knowledge/model.ts';

/** A statement of a document that the knowledge refutes. */
export interface RefutedStatement {
  readonly document: string;
  readonly quote: string;
  /** UTF-16 code units of the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Entity ids where linked, otherwise the words of the text. */
  readonly subject: string;
  readonly predicate: PredicateId;
  readonly object: string;
  readonly layer: string;
  readonly correction: string;
  /** Facts that refute it. */
  readonly factIds: readonly string[];
  readonly language: Language;
}

export interface RefutedQuery {
  /** Statements whose subject or object is one of these; default all. */
  readonly entities?: readonly EntityId[];
  /** Default all. */
  readonly predicates?: readonly PredicateId[];
}

/** What answers need to know of the documents: what is wrong in them. */
export interface Documents {
  /** How many documents there are. */
  count(): Promise<number>;
  /** By document, then position. */
  refuted(query: RefutedQuery): Promise<readonly RefutedStatement[]>;
}

/** No documents at all. */
export const NO_DOCUMENTS: Documents = { count: async () => 0, refuted: async () => [] };

/** Documents given as what their check found. */
export function documentsOf(statements: readonly RefutedStatement[], count: number): Documents {
  return {
    count: async () => count,
    refuted: async ({ entities, predicates }) =>
      statements.filter(
        ({ subject, object, predicate }) =>
          (entities === undefined || entities.includes(subject) || entities.includes(object)) &&
          (predicates === undefined || predicates.includes(predicate)),
      ),
  };
}
