import type { Engine } from '../../src/engine.ts';
import { Ingestion } from '../../src/ingestion/ingestion.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { CHECKER, corpusText, NOON } from '../contract/support.ts';
import type { Neo4jAddress } from './harness.ts';
import { clearGraph, emptyDatabase } from './server.ts';

/** The name under which the corpus is ingested. */
export const CORPUS_NAME = 'seed/documents/000_3859fd2a01099e28.txt';

/** Brings the whole knowledge and the corpus into a store. What is there already stays. */
export async function ingestCorpus(engine: Engine, store: GraphStore): Promise<void> {
  const ingestion = new Ingestion(engine, store, { checkerVersion: CHECKER, now: () => NOON });
  await ingestion.loadKnowledge();
  await ingestion.ingest({ name: CORPUS_NAME, text: corpusText(), format: 'markdown' });
  await ingestion.compareDocuments();
}

/** The tests' database with the knowledge, the corpus and nothing else. Quick where a test file before left it so. */
export async function corpusGraph(engine: Engine, address: Neo4jAddress): Promise<GraphStore> {
  const settings = { uri: address.uri, user: address.user, password: address.password, database: address.database };
  await emptyUnlessCorpus(settings);
  const store = await openNeo4jStore(settings);
  await ingestCorpus(engine, store);
  return store;
}

async function emptyUnlessCorpus(address: Neo4jAddress): Promise<void> {
  const store = await openNeo4jStore(address).catch(() => undefined);
  const documents = (await store?.listDocuments())?.items.map(({ name }) => name) ?? [];
  const knowledge = (await store?.version())?.knowledge;
  await store?.close();
  if (documents.join() === CORPUS_NAME && knowledge !== undefined) return;
  if (knowledge === undefined && documents.length === 0) await emptyDatabase(address);
  else await clearGraph(address);
}
