import { statSync } from 'node:fs';
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
import { Connection, type ConnectionOptions } from './connection.ts';
import { DocumentReader } from './document-reader.ts';
import { DocumentWriter } from './document-writer.ts';
import { GraphWalker } from './graph-walker.ts';
import { KnowledgeReader } from './knowledge-reader.ts';
import { writeKnowledge } from './knowledge-writer.ts';
import { readVersions } from './meta.ts';
import { SqliteVectors } from './passage-vectors.ts';
import { prepareSchema, SCHEMA_VERSION } from './schema.ts';
import { Searcher } from './searcher.ts';
import { countAll } from './statistics.ts';

/** Opens the graph in an SQLite file, which is made where it does not exist. @throws StoreError naming the fix. */
export async function openSqliteStore(file: string, options: ConnectionOptions = {}): Promise<GraphStore> {
  const connection = new Connection(file, options);
  try {
    await prepareSchema(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return new SqliteStore(connection);
}

/** The graph in one SQLite file, shared by any number of processes: many read while one writes. */
class SqliteStore implements GraphStore {
  private readonly connection: Connection;
  private readonly knowledge: KnowledgeReader;
  private readonly reader: DocumentReader;
  private readonly writer: DocumentWriter;
  private readonly walker: GraphWalker;
  private readonly searcher: Searcher;
  private readonly vectors: SqliteVectors;

  constructor(connection: Connection) {
    this.connection = connection;
    this.knowledge = new KnowledgeReader(connection);
    this.reader = new DocumentReader(connection);
    this.writer = new DocumentWriter(connection);
    this.walker = new GraphWalker(connection, this.knowledge);
    this.searcher = new Searcher(connection, this.knowledge);
    this.vectors = new SqliteVectors(connection);
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
    return this.knowledge.factsBy('subject', subjects, filter);
  }

  async factsAbout(objects: readonly EntityId[], filter: FactFilter = {}) {
    return this.knowledge.factsBy('object', objects, filter);
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
    return this.reader.claims(ids);
  }

  async listClaims(query: ClaimQuery = {}) {
    return this.reader.listClaims(query);
  }

  async claimsOn(topics: readonly Topic[]) {
    return this.reader.claimsOn(topics);
  }

  async countClaims() {
    return this.reader.countClaims();
  }

  async history(document: DocumentId, claim?: ClaimId) {
    return this.reader.history(document, claim);
  }

  async listContradictions(query: ContradictionQuery = {}) {
    return this.reader.listContradictions(query);
  }

  async statistics() {
    return countAll(this.connection);
  }

  async version(): Promise<StoreVersion> {
    const { revision, knowledge } = readVersions(this.connection);
    return { schema: SCHEMA_VERSION, revision, ...(knowledge === null ? {} : { knowledge }) };
  }

  async status(): Promise<StoreStatus> {
    const version = await this.version();
    const sql = 'SELECT count(*) AS count FROM documents WHERE knowledge_version <> ?';
    const { count } = this.connection.get(sql, version.knowledge ?? '') as { count: number };
    const { file } = this.connection;
    return { ...version, engine: 'sqlite', place: file, bytes: sizeOf(file) + sizeOf(`${file}-wal`), outdated: count };
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
    return this.connection.json<DocumentId>(
      'SELECT json_quote(id) AS json FROM documents WHERE compared = 0 ORDER BY id',
    );
  }

  async writeContradictions(document: DocumentId, rows: readonly ContradictionRow[]) {
    return this.writer.writeContradictions(document, rows);
  }

  async forgetDocument(id: DocumentId) {
    return this.writer.forgetDocument(id);
  }

  async close() {
    this.connection.close();
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
