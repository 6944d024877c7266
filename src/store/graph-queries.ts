import type { Verdict } from '../assessment/result.ts';
import type { EntityId, KindId, Language, PredicateId } from '../knowledge/model.ts';
import type { DocumentId } from './graph-model.ts';

// What a graph can be asked for. What is absent restricts nothing.

/** Which part of a list. */
export interface PageQuery {
  /** Where the last page ended: its `next`. Opaque. Default: from the beginning. */
  readonly after?: string | undefined;
  /** 1…1000, default 50. */
  readonly limit?: number | undefined;
}

export interface EntityQuery extends PageQuery {
  /** Only entities of this kind or of one below it. */
  readonly kind?: KindId | undefined;
  /** Only entities that full-text search finds by this text. */
  readonly text?: string | undefined;
  /** Kinds and terms of the ontology too (default false). */
  readonly vocabulary?: boolean | undefined;
}

export interface FactFilter {
  /** Only these predicates; default all. */
  readonly predicates?: readonly PredicateId[] | undefined;
  /** Deprecated facts too (default false). */
  readonly deprecated?: boolean | undefined;
}

export interface FactQuery extends PageQuery, FactFilter {
  /** Only facts stated in this source. */
  readonly source?: string | undefined;
}

export interface NeighbourhoodQuery extends Pick<FactFilter, 'predicates'> {
  /** How many facts away, 1…3, default 1. */
  readonly depth?: number | undefined;
  /** Only facts that can hold in this year (see `holdsIn`). */
  readonly year?: number | undefined;
  /** Largest number of facts, 1…2000, default 500. The nearest ones are kept, within a distance those with the smallest ids. */
  readonly limit?: number | undefined;
}

export type SearchScope = 'entity' | 'passage' | 'fact';

export interface SearchQuery {
  /** Words; any text is allowed, no character has a special meaning. */
  readonly text: string;
  /** Default: all three. */
  readonly scopes?: readonly SearchScope[] | undefined;
  /** Per scope, 1…200, default 20. */
  readonly limit?: number | undefined;
}

export interface ClaimQuery extends PageQuery {
  readonly verdicts?: readonly Verdict[] | undefined;
  /** Claims whose subject or object is this entity. */
  readonly entity?: EntityId | undefined;
  readonly document?: DocumentId | undefined;
  readonly predicates?: readonly PredicateId[] | undefined;
  /** Claims that say something about this period (years, inclusive; an absent end is open). Claims without a time are left out. */
  readonly period?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
}

export interface ContradictionQuery extends PageQuery {
  /** Contradictions in which a claim of this document takes part. */
  readonly document?: DocumentId | undefined;
  /** Contradictions in which a claim about this entity (as subject or object) takes part. */
  readonly entity?: EntityId | undefined;
}

export interface VectorQuery {
  /** What made the vector: only vectors of the same model are compared. */
  readonly model: string;
  readonly vector: Float32Array;
  /** Only passages of this language. */
  readonly language?: Language | undefined;
  /** 1…200, default 20. */
  readonly limit?: number | undefined;
}

/** A subject and a predicate that claims are about. */
export interface Topic {
  readonly subject: EntityId;
  readonly predicate: PredicateId;
}
