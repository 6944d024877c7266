import { int, Neo4jError } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connection } from '../../../src/store/neo4j/connection.ts';
import { toStoreError } from '../../../src/store/neo4j/errors.ts';
import { SCHEMA_VERSION, statementsAfter } from '../../../src/store/neo4j/meta.ts';
import { labelOf, relationshipOf } from '../../../src/store/neo4j/names.ts';
import { openNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { rowsOf, worldRows } from '../../contract/support.ts';
import { describeWithNeo4j, emptyDatabase, rawDriver } from '../../neo4j/server.ts';

describeWithNeo4j('what can go wrong with Neo4j', (address) => {
  const settings = { uri: address.uri, user: address.user, password: address.password, database: address.database };
  const opening = (change: Partial<typeof settings>) => openNeo4jStore({ ...settings, ...change });

  beforeAll(() => emptyDatabase(address));
  afterAll(() => emptyDatabase(address));

  it('names a wrong database and its setting', async () => {
    await expect(opening({ database: 'nosuchdatabase' })).rejects.toMatchObject({
      code: 'STORE_NO_DATABASE',
      message: expect.stringMatching(/nosuchdatabase.*NEO4J_DATABASE/u),
    });
  });

  it('names a host that does not answer and its setting', async () => {
    await expect(opening({ uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringMatching(/127\.0\.0\.1:1.*NEO4J_URI/u),
    });
  });

  it('names an address that is none', async () => {
    await expect(opening({ uri: 'ftp://somewhere' })).rejects.toMatchObject({ code: 'STORE_BAD_SETTING' });
  });

  it('never shows a password, not even one that stands in the address', async () => {
    const secret = 'pa55-never-shown';
    const uri = address.uri.replace('://', `://neo4j:${secret}@`);
    const errors = await Promise.all([
      opening({ password: secret }).catch((error: unknown) => error),
      opening({ uri: `bolt://neo4j:${secret}@127.0.0.1:1` }).catch((error: unknown) => error),
    ]);
    for (const error of errors) expect(everythingIn(error)).not.toContain(secret);
    const store = await opening({ uri });
    expect((await store.status()).place).not.toContain(secret);
    await store.close();
  });

  it('names a wrong password and its settings', async () => {
    await expect(opening({ password: 'wrong-password' })).rejects.toMatchObject({
      code: 'STORE_DENIED',
      message: expect.stringMatching(/NEO4J_USER and NEO4J_PASSWORD|more attempts/u),
    });
  });

  it('refuses a graph that a newer program made', async () => {
    const driver = rawDriver(address);
    await (await opening({})).close();
    await driver.executeQuery('MATCH (s:Store) SET s.schema = 99');
    await expect(opening({})).rejects.toMatchObject({ code: 'STORE_NEWER', message: expect.stringContaining('99') });
    await driver.executeQuery('MATCH (s:Store) SET s.schema = $version', { version: int(SCHEMA_VERSION) });
    await driver.close();
  });

  it('loads the knowledge that was cut off again, and another process waits for its turn', async () => {
    const [a, b] = [await opening({}), await opening({})];
    const written = await Promise.all([a.writeKnowledge(worldRows), b.writeKnowledge(worldRows)]);
    expect(written.sort()).toEqual([false, true]);
    const driver = rawDriver(address);
    // As a process leaves it that dies in the middle
    await driver.executeQuery(
      `MATCH (s:Store) REMOVE s.knowledge SET s.turn = 'dead', s.turnUsedAt = datetime() - duration('PT1H')
       WITH s MATCH (f:Fact) WITH f LIMIT 5 DETACH DELETE f`,
    );
    expect((await a.version()).knowledge).toBeUndefined();
    expect(await b.writeKnowledge(worldRows)).toBe(true);
    expect((await a.statistics()).facts).toBe([...worldRows.facts].length);
    await driver.close();
    await Promise.all([a.close(), b.close()]);
  });

  it('keeps facts, claims and evidence joined when facts go and come back', async () => {
    const store = await opening({});
    await store.writeKnowledge(worldRows);
    await store.writeDocument(rowsOf('a.md', 'Ada Byte was born in 1985.'));
    const driver = rawDriver(address);
    const refuting = async () => {
      const { records } = await driver.executeQuery('MATCH (:Refuted)-[r:REFUTED_BY]->(:Fact) RETURN count(r) AS n');
      return records[0]?.get('n') as number;
    };
    const before = await refuting();
    expect(before).toBeGreaterThan(0);
    const none = [...worldRows.facts].filter(({ subject }) => subject !== 'person/ada-byte');
    const people = [...worldRows.entities].filter(({ id }) => id !== 'person/ada-byte');
    await store.writeKnowledge({ ...worldRows, facts: none, entities: people, version: 'without' });
    expect(await refuting()).toBe(0);
    expect((await store.listClaims({ entity: 'person/ada-byte' })).items).toHaveLength(1);
    await store.writeKnowledge(worldRows);
    expect(await refuting()).toBe(before);
    const { records } = await driver.executeQuery('MATCH (n:Unknown) RETURN count(n) AS n');
    expect(records[0]?.get('n')).toBe(0);
    await driver.close();
    await store.close();
  });

  it('waits while the server is away, and ends with the reason when it stays away', async () => {
    const waits: string[] = [];
    const away = new Connection(
      { ...settings, uri: 'bolt://127.0.0.1:1' },
      { patience: 9_000, onWait: ({ code }) => waits.push(code) },
    );
    await expect(away.write((run) => run('RETURN 1'))).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    expect(waits).toContain('STORE_UNREACHABLE');
    await away.close();
  });
});

describe('errors of Neo4j', () => {
  const place = { address: 'bolt://db:7687', user: 'reader', database: 'errata' };

  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'STORE_DENIED'],
    ['Neo.ClientError.Security.Forbidden', 'STORE_DENIED'],
    ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', 'STORE_READ_ONLY'],
    ['Neo.ClientError.Database.DatabaseNotFound', 'STORE_NO_DATABASE'],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'STORE_FULL'],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'STORE_LOCKED'],
    ['ServiceUnavailable', 'STORE_UNREACHABLE'],
    ['Neo.TransientError.General.DatabaseUnavailable', 'STORE_UNREACHABLE'],
    ['Neo.DatabaseError.Statement.ExecutionFailed', 'STORE_FAILED'],
  ])('%s becomes %s, with the address and the cause', (code, expected) => {
    const cause = new Neo4jError('words of the server', code, 'gql', 'description');
    const error = toStoreError(cause, place);
    expect(error).toMatchObject({ code: expected, cause });
    expect(error.message).toContain('bolt://db:7687');
  });
});

describe('what Neo4j says of a full disk in words alone', () => {
  const place = { address: 'bolt://db:7687', user: 'reader', database: 'errata' };

  it.each([
    ['java.io.IOException: No space left on device', 'STORE_FULL', /Free space there/u],
    ['Could not append transaction: Transaction #191 {…} to log.', 'STORE_FULL', /Free space there, restart it/u],
    [
      'Could not apply the transaction: Transaction #190 {…} to the store',
      'STORE_FULL',
      /what was written before is kept/u,
    ],
    ['The database has encountered a critical error, and needs to be restarted.', 'STORE_UNREACHABLE', /restart it/u],
  ])('«%s» becomes %s with the fix', (words, code, fix) => {
    const cause = new Neo4jError(words, 'Neo.DatabaseError.Transaction.TransactionLogError', 'gql', 'description');
    expect(toStoreError(cause, place)).toMatchObject({ code, cause, message: expect.stringMatching(fix) });
  });
});

describe('names that an ontology gives to labels and relationships', () => {
  it.each([
    ['deep-learning-framework', 'DeepLearningFramework'],
    ['claim', 'KindClaim'],
    ['`) DETACH DELETE n //', 'DETACHDELETEN'],
    ['--', 'Kind'],
  ])('the kind %s has the label %s', (kind, label) => expect(labelOf(kind)).toBe(label));

  it.each([
    ['birthPlace', 'BIRTH_PLACE'],
    ['about', 'FACT_ABOUT'],
    ['`]-() DELETE r //', 'DELETE_R'],
  ])('the predicate %s has the type %s', (predicate, type) => expect(relationshipOf(predicate)).toBe(type));

  it('are none of the graph’s own in any schema statement that is missing', () => {
    const used = statementsAfter(0).flatMap((statement) =>
      [...statement.matchAll(/\(n:(\w+)\)/gu)].map(([, label = '']) => label),
    );
    expect(used.length).toBeGreaterThan(20);
    for (const label of used) expect(labelOf(label), label).toBe(`Kind${label}`);
  });
});

/** An error with everything that hangs on it, as a logger would print it. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).map((name) => JSON.stringify(Reflect.get(error, name)) ?? '');
  return [error.stack, ...own, everythingIn(error.cause)].join('\n');
}
