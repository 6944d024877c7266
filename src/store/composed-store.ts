import type { EntityId } from '../knowledge/model.ts';
import type { Statistics, StoreStatus, StoreVersion } from './graph-answers.ts';
import type {
  AssessmentRows,
  ClaimId,
  ContradictionRow,
  DocumentId,
  DocumentRows,
  FactId,
  KnowledgeRows,
  PassageId,
  StoredFact,
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
import type {
  ClaimReading,
  DocumentReading,
  DocumentWriting,
  GraphStore,
  GraphWalking,
  KnowledgeReading,
  PassageVectors,
  Searching,
} from './graph-store.ts';

/** The same methods, answering at once or later. */
type Part<T> = {
  readonly [Name in keyof T]: T[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Answer | Promise<Answer>
    : never;
};

/** Facts by one of their ends, of which `factsOf` and `factsAbout` are made. */
interface FactsByEnd {
  factsWith(
    end: 'subject' | 'object',
    ids: readonly EntityId[],
    filter?: FactFilter,
  ): Promise<ReadonlyMap<EntityId, readonly StoredFact[]>>;
}

/** What an engine has to bring. */
export interface StoreParts {
  readonly knowledge: Part<Omit<KnowledgeReading, 'factsOf' | 'factsAbout'> & FactsByEnd>;
  readonly walker: Part<GraphWalking>;
  readonly searcher: Part<Searching>;
  readonly documents: Part<DocumentReading>;
  readonly claims: Part<ClaimReading>;
  readonly writer: Part<DocumentWriting>;
  readonly vectors: PassageVectors;
}

/** A store made of an engine's parts: who asks does not see which part answers. */
export abstract class ComposedStore implements GraphStore {
  private readonly parts: StoreParts;

  constructor(parts: StoreParts) {
    this.parts = parts;
  }

  abstract statistics(): Promise<Statistics>;
  abstract version(): Promise<StoreVersion>;
  abstract status(): Promise<StoreStatus>;
  abstract writeKnowledge(rows: KnowledgeRows): Promise<boolean>;
  abstract close(): Promise<void>;

  async entities(ids: readonly EntityId[]) {
    return this.parts.knowledge.entities(ids);
  }

  async listEntities(query?: EntityQuery) {
    return this.parts.knowledge.listEntities(query);
  }

  async predicates() {
    return this.parts.knowledge.predicates();
  }

  async facts(ids: readonly FactId[]) {
    return this.parts.knowledge.facts(ids);
  }

  async factsOf(subjects: readonly EntityId[], filter?: FactFilter) {
    return this.parts.knowledge.factsWith('subject', subjects, filter);
  }

  async factsAbout(objects: readonly EntityId[], filter?: FactFilter) {
    return this.parts.knowledge.factsWith('object', objects, filter);
  }

  async factCounts(ids: readonly EntityId[]) {
    return this.parts.knowledge.factCounts(ids);
  }

  async listFacts(query?: FactQuery) {
    return this.parts.knowledge.listFacts(query);
  }

  async listSources(query?: PageQuery) {
    return this.parts.knowledge.listSources(query);
  }

  async neighbourhood(id: EntityId, query?: NeighbourhoodQuery) {
    return this.parts.walker.neighbourhood(id, query);
  }

  async shortestPath(from: EntityId, to: EntityId, maxLength?: number) {
    return this.parts.walker.shortestPath(from, to, maxLength);
  }

  async search(query: SearchQuery) {
    return this.parts.searcher.search(query);
  }

  async passagesWithoutVector(model: string, limit?: number) {
    return this.parts.vectors.passagesWithoutVector(model, limit);
  }

  async writeVectors(model: string, vectors: ReadonlyMap<PassageId, Float32Array>) {
    return this.parts.vectors.writeVectors(model, vectors);
  }

  async nearestPassages(query: VectorQuery) {
    return this.parts.vectors.nearestPassages(query);
  }

  async listDocuments(query?: PageQuery) {
    return this.parts.documents.listDocuments(query);
  }

  async document(id: DocumentId) {
    return this.parts.documents.document(id);
  }

  async documents(ids: readonly DocumentId[]) {
    return this.parts.documents.documents(ids);
  }

  async passages(ids: readonly PassageId[]) {
    return this.parts.documents.passages(ids);
  }

  async listPassages(query?: PageQuery & { readonly document?: DocumentId | undefined }) {
    return this.parts.documents.listPassages(query);
  }

  async passagesMentioning(entity: EntityId, query?: PageQuery) {
    return this.parts.documents.passagesMentioning(entity, query);
  }

  async uncompared() {
    return this.parts.documents.uncompared();
  }

  async claims(ids: readonly ClaimId[]) {
    return this.parts.claims.claims(ids);
  }

  async listClaims(query?: ClaimQuery) {
    return this.parts.claims.listClaims(query);
  }

  async claimsOn(topics: readonly Topic[]) {
    return this.parts.claims.claimsOn(topics);
  }

  async countClaims() {
    return this.parts.claims.countClaims();
  }

  async history(document: DocumentId, claim?: ClaimId) {
    return this.parts.claims.history(document, claim);
  }

  async listContradictions(query?: ContradictionQuery) {
    return this.parts.claims.listContradictions(query);
  }

  async writeDocument(rows: DocumentRows) {
    return this.parts.writer.writeDocument(rows);
  }

  async updateAssessments(rows: AssessmentRows) {
    return this.parts.writer.updateAssessments(rows);
  }

  async writeContradictions(document: DocumentId, rows: readonly ContradictionRow[]) {
    return this.parts.writer.writeContradictions(document, rows);
  }

  async forgetDocument(id: DocumentId) {
    return this.parts.writer.forgetDocument(id);
  }
}
