import neo4j, { type Driver } from 'neo4j-driver';
import { describe, inject } from 'vitest';
import type { Neo4jAddress } from './harness.ts';

/** Describes tests that need a real Neo4j; skipped, with the reason in the title, where there is none. */
export function describeWithNeo4j(title: string, tests: (address: Neo4jAddress) => void): void {
  const { address, missing } = inject('neo4j');
  if (address) describe(title, () => tests(address));
  else describe.skip(`${title} (${missing})`, () => undefined);
}

/** A raw driver, for looking at the graph past the adapter. */
export function rawDriver({ uri, user, password }: Neo4jAddress): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
}

/** Deletes in pieces, which only a transaction that the server commits by itself allows: a whole graph at once exceeds its memory. */
async function deleteNodes(driver: Driver, { database }: Neo4jAddress, which: string): Promise<void> {
  const session = driver.session({ database });
  try {
    await session.run(`MATCH (n) WHERE ${which} CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`);
  } finally {
    await session.close();
  }
}

const MARK = 'ErrataTestDatabase';

/**
 * Empties the database, constraints and indexes included.
 * @throws where it holds a graph that no test made: a wrong `NEO4J_TEST_URI` must not cost anybody their data.
 */
export async function emptyDatabase(address: Neo4jAddress): Promise<void> {
  const driver = rawDriver(address);
  const run = async (query: string) => (await driver.executeQuery(query, {}, { database: address.database })).records;
  try {
    const indexes = await run(
      'SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> "LOOKUP" RETURN name, owningConstraint AS constraint',
    );
    const marked = indexes.some((index) => index.get('name') === MARK);
    const [count] = await run('MATCH (n) WHERE NOT n:Store RETURN count(n) AS nodes');
    if (!marked && count?.get('nodes') > 0) {
      throw new Error(`${address.uri} holds a graph that these tests did not make: name a database for tests alone.`);
    }
    await deleteNodes(driver, address, 'true');
    for (const index of indexes) {
      const name = `\`${index.get('name')}\``;
      if (index.get('name') === MARK) continue;
      await run(index.get('constraint') ? `DROP CONSTRAINT ${name} IF EXISTS` : `DROP INDEX ${name} IF EXISTS`);
    }
    await run(`CREATE INDEX ${MARK} IF NOT EXISTS FOR (n:${MARK}) ON (n.id)`);
  } finally {
    await driver.close();
  }
}

/** Removes all nodes but leaves the schema, which takes longest to make. For databases that `emptyDatabase` has emptied before. */
export async function clearGraph(address: Neo4jAddress): Promise<void> {
  const driver = rawDriver(address);
  const run = (query: string) => driver.executeQuery(query, {}, { database: address.database });
  try {
    await deleteNodes(driver, address, 'NOT n:Store');
    await run('MATCH (n:Store) SET n = {id: n.id, schema: n.schema, revision: 0}');
  } finally {
    await driver.close();
  }
}
