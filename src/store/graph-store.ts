import type { Verdict } from '../assessment/result.ts';
import type { EntityId, KindId, Language, PredicateId, Source } from '../knowledge/model.ts';
import type {
  AssessmentRows,
  ClaimId,
  ContradictionRow,
  DocumentId,
  DocumentRows,
  DocumentSummary,
  FactId,
  KnowledgeRows,
  PassageId,
  PastAssessment,
  StoredClaim,
  StoredContradiction,
  StoredEntity,
  StoredFact,
  StoredMention,
  StoredPassage,
  StoredPredicate,
  StoredSegment,
} from './graph-model.ts';

/** Which part of a list. */
export interface PageQuery {
  /** Where the last page ended: its `next`. Opaque. Default: from the beginning. */
  readonly after?: string | undefined;
  /** 1…1000, default 50. */
  readonly limit?: number | undefined;
}

/** A part of a list. `next` is absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
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

export interface NeighbourhoodQuery {
  /** How many facts away, 1…3, default 1. */
  readonly depth?: number | undefined;
  readonly predicates?: readonly PredicateId[] | undefined;
  /** Only facts that can hold in this year (see `holdsIn`). */
  readonly year?: number | undefined;
  /** Largest number of facts, 1…2000, default 500. The nearest ones are kept, within a distance those with the smallest ids. */
  readonly limit?: number | undefined;
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

export type SearchScope = 'entity' | 'passage' | 'fact';

export interface SearchQuery {
  /** Words; any text is allowed, no character has a special meaning. */
  readonly text: string;
  /** Default: all three. */
  readonly scopes?: readonly SearchScope[] | undefined;
  /** Per scope, 1…200, default 20. */
  readonly limit?: number | undefined;
}

/** What was found, best first. `score` > 0, larger is better, comparable within one scope of one answer only. */
export interface SearchHits {
  readonly entities: readonly { readonly score: number; readonly entity: StoredEntity }[];
  readonly passages: readonly { readonly score: number; readonly passage: StoredPassage }[];
  readonly facts: readonly { readonly score: number; readonly fact: StoredFact }[];
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

/** How many claims of a document state something by a predicate and have a verdict. */
export interface ClaimCount {
  readonly document: DocumentId;
  readonly predicate: PredicateId;
  readonly verdict: Verdict;
  /** 1 or more. */
  readonly count: number;
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

/** A passage and the cosine of its vector with the one that was asked for, in [-1, 1], to about a hundredth. */
export interface NearestPassage {
  readonly passage: StoredPassage;
  readonly similarity: number;
}

/** Passages by meaning. `model` names what made the vectors; a graph keeps those of one model. */
export interface PassageVectors {
  /** Passages that have no vector of this model yet, by document id, then position. `limit`: 1…1000, default 100. */
  passagesWithoutVector(model: string, limit?: number): Promise<readonly StoredPassage[]>;

  /** Keeps vectors of passages; passages that are gone by now are left out, vectors of other models are removed. Atomic. */
  writeVectors(model: string, vectors: ReadonlyMap<PassageId, Float32Array>): Promise<void>;

  /** The passages nearest in meaning, best first; a store may find them approximately. Of vectors of another length none is near. */
  nearestPassages(query: VectorQuery): Promise<readonly NearestPassage[]>;
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

/** A subject and a predicate that claims are about. */
export interface Topic {
  readonly subject: EntityId;
  readonly predicate: PredicateId;
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

/**
 * The graph of knowledge and documents. Every method may throw a `StoreError` (`store-error.ts`) whose message names the
 * fix: locked, corrupt, full, unreachable, denied … Reading methods see the state before or after a write, never in
 * between. Unknown ids are no error: they are absent from the result. Names and texts may hold any characters.
 */
export interface GraphStore extends PassageVectors {
  // -------------------------------------------------------------- knowledge

  /** Entities by id, those that exist. One round trip. */
  entities(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, StoredEntity>>;

  /** Entities in the order of their ids. @throws StoreError `STORE_BAD_CURSOR` where `after` is none of its own. */
  listEntities(query?: EntityQuery): Promise<Page<StoredEntity>>;

  /** All predicates of the knowledge, in the order written. */
  predicates(): Promise<readonly StoredPredicate[]>;

  /** Facts by id, those that exist. One round trip. */
  facts(ids: readonly FactId[]): Promise<ReadonlyMap<FactId, StoredFact>>;

  /** The facts of each subject in the order written; subjects without any are absent. One round trip. */
  factsOf(subjects: readonly EntityId[], filter?: FactFilter): Promise<ReadonlyMap<EntityId, readonly StoredFact[]>>;

  /** The facts that have each of these entities as their value, in the order written. One round trip. */
  factsAbout(objects: readonly EntityId[], filter?: FactFilter): Promise<ReadonlyMap<EntityId, readonly StoredFact[]>>;

  /** The number of facts of and about each entity, deprecated ones aside; unknown ids have 0. One round trip. */
  factCounts(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, number>>;

  /** Facts in the order written. @throws StoreError `STORE_BAD_CURSOR`. */
  listFacts(query?: FactQuery): Promise<Page<StoredFact>>;

  /** Sources in the order of their ids. @throws StoreError `STORE_BAD_CURSOR`. */
  listSources(query?: PageQuery): Promise<Page<Source>>;

  /**
   * What lies around an entity, over facts in both directions. Kinds and terms are reached but not passed through;
   * deprecated facts are left out. Undefined where the entity does not exist.
   */
  neighbourhood(id: EntityId, query?: NeighbourhoodQuery): Promise<Subgraph | undefined>;

  /**
   * A shortest way between two entities over facts in either direction, not through kinds and terms nor over deprecated
   * facts. Of several shortest ones, the one whose entity ids come first (compared one after the other in code-unit
   * order); between two entities the fact with the smallest id. `maxLength`: 1…8 facts, default 6. Undefined where there
   * is none, or where an entity does not exist. From an entity to itself: that entity and no facts.
   */
  shortestPath(from: EntityId, to: EntityId, maxLength?: number): Promise<GraphPath | undefined>;

  /**
   * Full-text search in names and descriptions of entities, in passages and in the wording of facts. Case, width,
   * Traditional/Simplified and diacritics do not matter; all words must occur; Chinese of two or more characters matches
   * anywhere, other words from their beginning. A text without letters and digits finds nothing.
   */
  search(query: SearchQuery): Promise<SearchHits>;

  // -------------------------------------------------------------- documents

  /** Documents in the order of their names. @throws StoreError `STORE_BAD_CURSOR`. */
  listDocuments(query?: PageQuery): Promise<Page<DocumentSummary>>;

  /** A document with everything it says, by id (`documentId(name)`). */
  document(id: DocumentId): Promise<WholeDocument | undefined>;

  /** Summaries of documents by id, those that exist. One round trip. */
  documents(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, DocumentSummary>>;

  /** Passages by id, those that exist. One round trip. */
  passages(ids: readonly PassageId[]): Promise<ReadonlyMap<PassageId, StoredPassage>>;

  /** Passages by document id, then position. @throws StoreError `STORE_BAD_CURSOR`. */
  listPassages(query?: PageQuery & { readonly document?: DocumentId | undefined }): Promise<Page<StoredPassage>>;

  /** Passages that mention an entity, by document id, then position. @throws StoreError `STORE_BAD_CURSOR`. */
  passagesMentioning(entity: EntityId, query?: PageQuery): Promise<Page<StoredPassage>>;

  /** Claims by id, those that exist. One round trip. */
  claims(ids: readonly ClaimId[]): Promise<ReadonlyMap<ClaimId, StoredClaim>>;

  /** Claims that meet all conditions, by document id, then position. @throws StoreError `STORE_BAD_CURSOR`. */
  listClaims(query?: ClaimQuery): Promise<Page<StoredClaim>>;

  /** All claims about any of these subjects and predicates, by document id, then position. One round trip. */
  claimsOn(topics: readonly Topic[]): Promise<readonly StoredClaim[]>;

  /** Numbers of claims by document, predicate and verdict, in this order (code units). One round trip. */
  countClaims(): Promise<readonly ClaimCount[]>;

  /** Verdicts that the claims of a document have and had, the latest first, then by claim id; of one claim where `claim` is given. */
  history(document: DocumentId, claim?: ClaimId): Promise<readonly PastAssessment[]>;

  /** Contradictions in the order of their ids. @throws StoreError `STORE_BAD_CURSOR`. */
  listContradictions(query?: ContradictionQuery): Promise<Page<StoredContradiction>>;

  // -------------------------------------------------------------- the whole

  /** Counts of everything. */
  statistics(): Promise<Statistics>;

  /** Versions; cheap enough to be asked before every answer. */
  version(): Promise<StoreVersion>;

  /** Where the graph is and how it stands. */
  status(): Promise<StoreStatus>;

  // -------------------------------------------------------------- writing

  /**
   * Makes this the knowledge: what is new is added, what has gone is removed, documents stay. Readers see the old
   * knowledge or the new one where the engine can do that in one transaction (SQLite); otherwise (Neo4j, in batches) the
   * version is written last, so that an interrupted write is found and done again. @returns whether anything changed:
   * false where the version is the one held.
   */
  writeKnowledge(rows: KnowledgeRows): Promise<boolean>;

  /**
   * Adds a document or replaces the one of its id, atomically; `unchanged` where text, knowledge and program are those of
   * the document there is, which is then left as it is (`ingestedAt` too). Assessments are also added to the history; the
   * history of the replaced version stays. Contradictions with other documents are removed, and the document counts as
   * not compared until `writeContradictions`. @throws StoreError `STORE_BAD_ROWS` where rows name each other wrongly.
   */
  writeDocument(rows: DocumentRows): Promise<WriteOutcome>;

  /**
   * Replaces the verdicts of a document and the contradictions within it, atomically, and adds the verdicts to the
   * history. Contradictions with other documents are removed, and the document counts as not compared.
   * @throws StoreError `STORE_STALE` where the document is gone or has another text or other claims by now.
   */
  updateAssessments(rows: AssessmentRows): Promise<void>;

  /** Documents that were written but not yet compared with the others, sorted. */
  uncompared(): Promise<readonly DocumentId[]>;

  /**
   * Replaces the contradictions between claims of this document and of others, atomically, and marks it as compared.
   * Pairs one of whose claims is gone by now are left out. No error where the document is gone.
   */
  writeContradictions(document: DocumentId, rows: readonly ContradictionRow[]): Promise<void>;

  /**
   * Removes a document with its segments, passages, mentions, claims, assessments, history and contradictions, atomically.
   * The knowledge stays. @returns whether there was one.
   */
  forgetDocument(id: DocumentId): Promise<boolean>;

  /** Frees files and connections. Later calls throw `STORE_CLOSED`. Twice is no error. */
  close(): Promise<void>;
}
