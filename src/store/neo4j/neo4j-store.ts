import { ComposedStore } from '../composed-store.ts';
import type { StoreStatus, StoreVersion } from '../graph-answers.ts';
import type { KnowledgeRows } from '../graph-model.ts';
import type { GraphStore } from '../graph-store.ts';
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
class Neo4jStore extends ComposedStore {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    const knowledge = new KnowledgeReader(connection);
    super({
      knowledge,
      walker: new GraphWalker(connection, knowledge),
      searcher: new Searcher(connection, knowledge),
      documents: new DocumentReader(connection),
      claims: new ClaimReader(connection),
      writer: new DocumentWriter(connection),
      vectors: new Neo4jVectors(connection),
    });
    this.connection = connection;
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

  async close() {
    await this.connection.close();
  }
}
