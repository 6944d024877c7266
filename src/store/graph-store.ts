import type { EntityId, Source } from '../knowledge/model.ts';
import type {
  ClaimCount,
  GraphPath,
  NearestPassage,
  Page,
  SearchHits,
  Statistics,
  StoreStatus,
  StoreVersion,
  Subgraph,
  WholeDocument,
  WriteOutcome,
} from './graph-answers.ts';
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
  StoredPassage,
  StoredPredicate,
} from './graph-model.ts';
import type {
  ClaimQuery,
  ContradictionQuery,
  EntityQuery,
  FactFilter,
  FactQuery,
  NeighbourhoodQuery,
  PageQuery,
  SearchQuery,
  Topic,
  VectorQuery,
} from './graph-queries.ts';

/** Reading the knowledge. */
export interface KnowledgeReading {
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
}

/** Ways through the knowledge. */
export interface GraphWalking {
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
}

/** Finding by words. */
export interface Searching {
  /**
   * Full-text search in names and descriptions of entities, in passages and in the wording of facts. Case, width,
   * Traditional/Simplified and diacritics do not matter; all words must occur; Chinese of two or more characters matches
   * anywhere, other words from their beginning. A text without letters and digits finds nothing.
   */
  search(query: SearchQuery): Promise<SearchHits>;
}

/** Reading documents. */
export interface DocumentReading {
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

  /** Documents that were written but not yet compared with the others, sorted. */
  uncompared(): Promise<readonly DocumentId[]>;
}

/** Reading what documents claim. */
export interface ClaimReading {
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
}

/** Writing documents and what was found out about their claims. */
export interface DocumentWriting {
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

/**
 * The graph of knowledge and documents. Every method may throw a `StoreError` (`store-error.ts`) whose message names the
 * fix: locked, corrupt, full, unreachable, denied … Reading methods see the state before or after a write, never in
 * between. Unknown ids are no error: they are absent from the result. Names and texts may hold any characters.
 */
export interface GraphStore
  extends KnowledgeReading,
    GraphWalking,
    Searching,
    DocumentReading,
    ClaimReading,
    DocumentWriting,
    PassageVectors {
  /** Counts of everything. */
  statistics(): Promise<Statistics>;

  /** Versions; cheap enough to be asked before every answer. */
  version(): Promise<StoreVersion>;

  /** Where the graph is and how it stands. */
  status(): Promise<StoreStatus>;

  /**
   * Makes this the knowledge: what is new is added, what has gone is removed, documents stay. Readers see the old
   * knowledge or the new one where the engine can do that in one transaction (SQLite); otherwise (Neo4j, in batches) the
   * version is written last, so that an interrupted write is found and done again. @returns whether anything changed:
   * false where the version is the one held.
   */
  writeKnowledge(rows: KnowledgeRows): Promise<boolean>;

  /** Frees files and connections. Later calls throw `STORE_CLOSED`. Twice is no error. */
  close(): Promise<void>;
}
