import { statSync } from 'node:fs';
import { ComposedStore } from '../composed-store.ts';
import type { StoreStatus, StoreVersion } from '../graph-answers.ts';
import type { KnowledgeRows } from '../graph-model.ts';
import type { GraphStore } from '../graph-store.ts';
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
class SqliteStore extends ComposedStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    const knowledge = new KnowledgeReader(connection);
    const documents = new DocumentReader(connection);
    super({
      knowledge,
      walker: new GraphWalker(connection, knowledge),
      searcher: new Searcher(connection, knowledge),
      documents,
      claims: documents,
      writer: new DocumentWriter(connection),
      vectors: new SqliteVectors(connection),
    });
    this.connection = connection;
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

  async close() {
    this.connection.close();
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
