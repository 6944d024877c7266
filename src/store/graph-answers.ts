import type { Verdict } from '../assessment/result.ts';
import type { KindId, PredicateId } from '../knowledge/model.ts';
import type {
  DocumentId,
  DocumentSummary,
  StoredClaim,
  StoredContradiction,
  StoredEntity,
  StoredFact,
  StoredMention,
  StoredPassage,
  StoredSegment,
} from './graph-model.ts';

// What a graph answers with, beside the rows of `graph-model.ts`.

/** A part of a list. `next` is absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** A part of the graph: facts between entities, with all these entities. */
export interface Subgraph {
  /** Sorted by distance, then id; the centre first. */
  readonly entities: readonly StoredEntity[];
  /** Sorted by distance of the nearer end, then id. */
  readonly facts: readonly StoredFact[];
  /** Whether `limit` cut something off. */
  readonly truncated: boolean;
}

/** A way through the graph: `facts[i]` joins `entities[i]` and `entities[i + 1]`, in either direction. */
export interface GraphPath {
  readonly entities: readonly StoredEntity[];
  readonly facts: readonly StoredFact[];
}

/** What was found, best first. `score` > 0, larger is better, comparable within one scope of one answer only. */
export interface SearchHits {
  readonly entities: readonly { readonly score: number; readonly entity: StoredEntity }[];
  readonly passages: readonly { readonly score: number; readonly passage: StoredPassage }[];
  readonly facts: readonly { readonly score: number; readonly fact: StoredFact }[];
}

/** How many claims of a document state something by a predicate and have a verdict. */
export interface ClaimCount {
  readonly document: DocumentId;
  readonly predicate: PredicateId;
  readonly verdict: Verdict;
  /** 1 or more. */
  readonly count: number;
}

/** A passage and the cosine of its vector with the one that was asked for, in [-1, 1], to about a hundredth. */
export interface NearestPassage {
  readonly passage: StoredPassage;
  readonly similarity: number;
}

/** A document with all that it says. */
export interface WholeDocument {
  readonly document: DocumentSummary;
  readonly text: string;
  /** The following are in the order of the text. */
  readonly segments: readonly StoredSegment[];
  readonly passages: readonly StoredPassage[];
  readonly mentions: readonly StoredMention[];
  readonly claims: readonly StoredClaim[];
  /** Those within it, and those with claims of other documents. */
  readonly contradictions: readonly StoredContradiction[];
}

/** What has become of a document that was written. */
export type WriteOutcome = 'added' | 'replaced' | 'unchanged';

export interface Statistics {
  /** Without kinds and terms. */
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly documents: number;
  readonly segments: number;
  readonly passages: number;
  readonly mentions: number;
  readonly claims: number;
  readonly contradictions: number;
  readonly claimsByVerdict: Readonly<Record<Verdict, number>>;
  /** Number of entities by their own kind, and of facts by predicate; keys sorted. */
  readonly entitiesByKind: Readonly<Record<KindId, number>>;
  readonly factsByPredicate: Readonly<Record<PredicateId, number>>;
}

export interface StoreVersion {
  /** Version of the store's schema. */
  readonly schema: number;
  /** Version of the knowledge it holds; absent before the first `writeKnowledge`. */
  readonly knowledge?: string;
  /** Grows with every write that changes something: what was read at the same revision is still true. */
  readonly revision: number;
}

export interface StoreStatus extends StoreVersion {
  readonly engine: 'sqlite' | 'neo4j';
  /** The file, or the address without user and password. */
  readonly place: string;
  /** Size on disk, where the engine tells. */
  readonly bytes?: number;
  /** Documents whose claims were assessed with another knowledge than the one held. */
  readonly outdated: number;
}
