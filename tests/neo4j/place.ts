import type { MakePlace } from '../contract/support.ts';
import type { Neo4jAddress } from './harness.ts';
import { clearGraph, emptyDatabase, rawDriver } from './server.ts';

/** Makes the tests' database the place of a store; emptied before each. */
export function placeIn(address: Neo4jAddress): MakePlace {
  const { uri, user, password, database } = address;
  const settings = { data: '/nowhere', neo4j: { uri, user, password, database } };
  let first = true;
  return async () => {
    if (first) await emptyDatabase(address);
    else await clearGraph(address);
    first = false;
    return { settings, dispose: async () => undefined, raw: () => nodesAndRelationships(address) };
  };
}

/** Every node and every relationship as text, sorted. Of the store's node without what tells how it came about. */
async function nodesAndRelationships(address: Neo4jAddress): Promise<Record<string, readonly string[]>> {
  const driver = rawDriver(address);
  const texts = async (query: string) => {
    const { records } = await driver.executeQuery(query, {}, { database: address.database });
    return records.map((record) => JSON.stringify(sorted(record.toObject()))).sort();
  };
  try {
    return {
      nodes: await texts('MATCH (n) WHERE NOT n:Store RETURN labels(n) AS labels, properties(n) AS properties'),
      store: await texts('MATCH (n:Store) RETURN n {.*, revision: null} AS properties'),
      relationships: await texts(
        'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties',
      ),
    };
  } finally {
    await driver.close();
  }
}

/** The same with keys and labels in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, key === 'labels' && Array.isArray(item) ? [...item].sort() : sorted(item)]),
  );
}
