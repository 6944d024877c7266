import { expect, it } from 'vitest';
import { describeWithNeo4j, emptyDatabase, rawDriver } from './server.ts';

describeWithNeo4j('the Neo4j of the tests', (address) => {
  it('is a Neo4j 5 that answers over Bolt', async () => {
    const driver = rawDriver(address);
    const info = await driver.getServerInfo();
    await driver.close();
    expect(info.agent).toMatch(/^Neo4j\/5\./);
  });

  it.skipIf(!address.http)('serves the Browser, which is told the right Bolt address', async () => {
    const discovery = await (await fetch(`${address.http}/`, { headers: { accept: 'application/json' } })).json();
    expect(discovery).toMatchObject({ neo4j_edition: expect.any(String) });
    expect(await (await fetch(`${address.http}/browser/`)).text()).toContain('<title>Neo4j Browser</title>');
  });

  it('is emptied before a file of tests begins', async () => {
    const driver = rawDriver(address);
    await emptyDatabase(address);
    await driver.executeQuery('CREATE (:Entity {id: "person/somebody"})');
    await emptyDatabase(address);
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes');
    await driver.close();
    expect(records[0]?.get('nodes')).toBe(0);
  });
});
