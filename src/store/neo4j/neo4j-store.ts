import type { EntityId } from '../../knowledge/model.ts';
import type {
  AssessmentRows,
  ClaimId,
  ContradictionRow,
  DocumentId,
  DocumentRows,
  FactId,
  KnowledgeRows,
  PassageId,
} from '../graph-model.ts';
import type {
  ClaimQuery,
  ContradictionQuery,
  EntityQuery,
  FactFilter,
  FactQuery,
  GraphStore,
  NeighbourhoodQuery,
  PageQuery,
  SearchQuery,
  StoreStatus,
  StoreVersion,
  Topic,
  VectorQuery,
} from '../graph-store.ts';
import type { Neo4jSettings } from '../open-store.ts';
import { ClaimReader } from './claim-reader.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { DocumentReader } from './document-reader.ts';
import { DocumentWriter } from './document-writer.ts';
import { GraphWalker } from './graph-walker.ts';
import { KnowledgeReader } from './knowledge-reader.ts';
import { writeKnowledge } from './knowledge-writer.ts';
import { prepareSchema, readOneState, readVersions, SCHEMA_VERSION } from './meta.ts';
import { Neo4jVectors } from './passage-vectors.ts';
import { Searcher } from './searcher.ts';
import { countAll } from './statistics.ts';

/** Connects to the graph in Neo4j and makes its schema where it must. @throws StoreError naming what is wrong and the fix. */
export async function openNeo4jStore(settings: Neo4jSettings, options: ConnectionOptions = {}): Promise<GraphStore> {
  const connection = new Connection(settings, options);
  try {
    await prepareSchema(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return new Neo4jStore(connection);
}

/** The graph in a database of a Neo4j server, shared by any number of processes and machines. */
class Neo4jStore implements GraphStore {
  private readonly connection: Connection;
  private readonly knowledge: KnowledgeReader;
  private readonly reader: DocumentReader;
  private readonly claimReader: ClaimReader;
  private readonly writer: DocumentWriter;
  private readonly walker: GraphWalker;
  private readonly searcher: Searcher;
  private readonly vectors: Neo4jVectors;

  constructor(connection: Connection) {
    this.connection = connection;
    this.knowledge = new KnowledgeReader(connection);
    this.reader = new DocumentReader(connection);
    this.claimReader = new ClaimReader(connection);
    this.writer = new DocumentWriter(connection);
    this.walker = new GraphWalker(connection, this.knowledge);
    this.searcher = new Searcher(connection, this.knowledge);
    this.vectors = new Neo4jVectors(connection);
  }

  async entities(ids: readonly EntityId[]) {
    return this.knowledge.entities(ids);
  }

  async listEntities(query: EntityQuery = {}) {
    return this.knowledge.listEntities(query);
  }

  async predicates() {
    return this.knowledge.predicates();
  }

  async facts(ids: readonly FactId[]) {
    return this.knowledge.facts(ids);
  }

  async factsOf(subjects: readonly EntityId[], filter: FactFilter = {}) {
    return this.knowledge.factsAt('subject', subjects, filter);
  }

  async factsAbout(objects: readonly EntityId[], filter: FactFilter = {}) {
    return this.knowledge.factsAt('object', objects, filter);
  }

  async factCounts(ids: readonly EntityId[]) {
    return this.knowledge.factCounts(ids);
  }

  async listFacts(query: FactQuery = {}) {
    return this.knowledge.listFacts(query);
  }

  async listSources(query: PageQuery = {}) {
    return this.knowledge.listSources(query);
  }

  async neighbourhood(id: EntityId, query: NeighbourhoodQuery = {}) {
    return this.walker.neighbourhood(id, query);
  }

  async shortestPath(from: EntityId, to: EntityId, maxLength = 6) {
    return this.walker.shortestPath(from, to, maxLength);
  }

  async search(query: SearchQuery) {
    return this.searcher.search(query);
  }

  async passagesWithoutVector(model: string, limit?: number) {
    return this.vectors.passagesWithoutVector(model, limit);
  }

  async writeVectors(model: string, vectors: ReadonlyMap<PassageId, Float32Array>) {
    return this.vectors.writeVectors(model, vectors);
  }

  async nearestPassages(query: VectorQuery) {
    return this.vectors.nearestPassages(query);
  }

  async listDocuments(query: PageQuery = {}) {
    return this.reader.listDocuments(query);
  }

  async document(id: DocumentId) {
    return this.reader.document(id);
  }

  async documents(ids: readonly DocumentId[]) {
    return this.reader.documents(ids);
  }

  async passages(ids: readonly PassageId[]) {
    return this.reader.passages(ids);
  }

  async listPassages(query: PageQuery & { readonly document?: DocumentId | undefined } = {}) {
    return this.reader.listPassages(query);
  }

  async passagesMentioning(entity: EntityId, query: PageQuery = {}) {
    return this.reader.passagesMentioning(entity, query);
  }

  async claims(ids: readonly ClaimId[]) {
    return this.claimReader.claims(ids);
  }

  async listClaims(query: ClaimQuery = {}) {
    return this.claimReader.listClaims(query);
  }

  async claimsOn(topics: readonly Topic[]) {
    return this.claimReader.claimsOn(topics);
  }

  async countClaims() {
    return this.claimReader.countClaims();
  }

  async history(document: DocumentId, claim?: ClaimId) {
    return this.reader.history(document, claim);
  }

  async listContradictions(query: ContradictionQuery = {}) {
    return this.claimReader.listContradictions(query);
  }

  async statistics() {
    return readOneState(this.connection, countAll);
  }

  async version(): Promise<StoreVersion> {
    return { schema: SCHEMA_VERSION, ...(await readVersions(this.connection.rows)) };
  }

  async status(): Promise<StoreStatus> {
    const version = await this.version();
    const statement = 'MATCH (d:Document) WHERE d.knowledgeVersion <> $knowledge RETURN count(d) AS outdated';
    const [row] = await this.connection.rows(statement, { knowledge: version.knowledge ?? '' });
    const { address, database } = this.connection.place;
    const place = database === undefined ? address : `${address}/${database}`;
    return { ...version, engine: 'neo4j', place, outdated: row?.get('outdated') ?? 0 };
  }

  async writeKnowledge(rows: KnowledgeRows) {
    return writeKnowledge(this.connection, rows);
  }

  async writeDocument(rows: DocumentRows) {
    return this.writer.writeDocument(rows);
  }

  async updateAssessments(rows: AssessmentRows) {
    return this.writer.updateAssessments(rows);
  }

  async uncompared() {
    return this.reader.uncompared();
  }

  async writeContradictions(document: DocumentId, rows: readonly ContradictionRow[]) {
    return this.writer.writeContradictions(document, rows);
  }

  async forgetDocument(id: DocumentId) {
    return this.writer.forgetDocument(id);
  }

  async close() {
    await this.connection.close();
  }
}
