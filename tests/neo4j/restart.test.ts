import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../src/server/serve.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { errata, folder, KNOWLEDGE, ONTOLOGY } from '../cli/harness.ts';
import { startIngesting } from '../contract/ingesting-process.ts';
import { differences, ingestionInto, manyDocuments, snapshot } from '../contract/support.ts';
import { DOCUMENT, FALSE_CLAIM, WORLD } from '../server/support.ts';
import { describeWithOwnServer } from './own-server.ts';
import { clearGraph } from './server.ts';

const PATIENCE = { timeout: 600_000 };
const DOCUMENTS = 24;
const TOKEN = 'token-of-the-tests-0123456789';

describeWithOwnServer('a Neo4j that goes away and comes back', (server) => {
  const settings = () => ({ data: '/nowhere', neo4j: server().address });
  const place = () => ({ settings: settings(), dispose: async () => undefined });
  const read = async () => {
    const store = await openStore(settings());
    const found = await snapshot(store);
    await store.close();
    return found;
  };

  it('does not stop an ingestion: it waits and ends with the same graph', PATIENCE, async () => {
    await server().start();
    const undisturbed = startIngesting(place(), DOCUMENTS);
    expect((await undisturbed.ended).code).toBe(0);
    const graph = await read();
    expect(graph.documents).toHaveLength(DOCUMENTS);
    await clearGraph(server().address);
    const waits: string[] = [];
    const store = await openStore(settings(), { onWait: ({ code }) => waits.push(code) });
    const ingestion = ingestionInto(store);
    await ingestion.loadKnowledge();
    const away = [
      [6, () => server().kill()],
      [14, () => server().stop()],
    ] as const;
    for (const [index, given] of manyDocuments(DOCUMENTS).entries()) {
      const leave = away.find(([at]) => at === index)?.[1];
      // While the next document is being written
      const left = leave?.().then(() => server().start());
      await ingestion.ingest(given);
      await left;
    }
    await ingestion.compareDocuments();
    await store.close();
    expect(differences(await read(), graph)).toEqual([]);
    expect(waits).toContain('STORE_UNREACHABLE');
  });

  it('makes the service unready, with 503 and Retry-After, until it is back', PATIENCE, async () => {
    await clearGraph(server().address);
    const served = await serve({
      settings: serverSettingsFrom({ port: 0, token: TOKEN }, {}),
      knowledge: () => WORLD,
      logger: pino({ level: 'silent' }),
      openStore: () => openStore(settings(), { patience: { reading: 0, writing: 8_000 } }),
      corpus: async () => [DOCUMENT],
    });
    onTestFinished(() => served.stop());
    const post = (path: string, body: object) =>
      fetch(`${served.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify(body),
      });
    const ask = () => post('/ask', { question: 'When was Ada Byte born?' });
    const facts = () => post('/graphql', { query: '{ statistics { facts } }' });
    const add = () =>
      post('/graphql', {
        query: 'mutation { addDocument(name: "b.md", text: "Rain.") { __typename ... on Problem { code } } }',
      });
    const ready = async () => (await fetch(`${served.address}/readyz`)).status;
    const explore = async () => {
      const client = new Client({ name: 'errata-tests', version: '1.0.0' });
      await client.connect(new StreamableHTTPClientTransport(new URL(`${served.address}/mcp`)));
      onTestFinished(() => client.close());
      return await client.callTool({ name: 'explore', arguments: { id: 'person/ada-byte' } });
    };
    const back = async () => {
      while ((await ready()) !== 200) await new Promise((resolve) => setTimeout(resolve, 200));
    };
    expect([await ready(), (await ask()).status, (await facts()).status]).toEqual([200, 200, 200]);

    await server().stop();
    expect(await ready()).toBe(503);
    for (const answer of [await ask(), await facts()]) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.text()).toMatch(/GRAPH_AWAY/u);
    }
    expect(await explore()).toMatchObject({
      isError: true,
      content: [{ text: expect.stringMatching(/^The graph cannot be reached/u) }],
    });
    // What needs no graph goes on
    expect(await (await post('/verify', { claim: FALSE_CLAIM })).json()).toMatchObject({ verdict: 'REFUTED' });

    await server().start({ 'server.databases.read_only': 'neo4j' });
    await back();
    expect(await (await ask()).json()).toMatchObject({ warnings: [{ document: DOCUMENT.name }] });
    expect(await (await facts()).json()).toMatchObject({ data: { statistics: { facts: expect.any(Number) } } });
    expect(await (await add()).text()).toContain('GRAPH_NOT_WRITABLE');
    expect(await ready()).toBe(200);
  });

  it('that may only be read says so where something is to be written, and answers questions', PATIENCE, async () => {
    const { uri, user, password } = server().address;
    const environment = {
      ...{ ERRATA_DATA: folder({}), ERRATA_KNOWLEDGE: KNOWLEDGE, ERRATA_ONTOLOGY: ONTOLOGY },
      ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    };
    expect(await errata(['status'], '', environment)).toMatchObject({ code: 0, stderr: '' });
    for (const command of [['load'], ['ingest', '-'], ['forget', DOCUMENT.name]]) {
      const { code, stderr } = await errata(command, 'Ada Byte was born in 1985.', environment);
      expect([command[0], code]).toEqual([command[0], 2]);
      expect(stderr).toMatch(/cannot be written by “neo4j”.*allow writing/u);
    }
  });
});
