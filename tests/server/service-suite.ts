import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadEngine } from '../../src/cli/engine.ts';
import { type Served, serve } from '../../src/server/serve.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { settingsFrom } from '../../src/settings.ts';
import { openStore, storeSettings } from '../../src/store/open-store.ts';
import { errata } from '../cli/harness.ts';
import { DOCUMENT, dataFolder, FALSE_CLAIM, WORLD } from './support.ts';

const ADDED = `sources:
  diary: { url: https://example.org/diary, title: The Diary, kind: primary, read: 2026-01 }
entities:
  person/nova-newton:
    kind: person
    label: { en: Nova Newton, zh: 诺娃·牛顿 }
    source: diary
    facts: { birthDate: 1990-02-03 }
`;
const NOVA = 'Nova Newton was born in 1991.';

/**
 * The service as a whole, on a socket, with the invented world: what a user of any store sees. `environment` says where the
 * graph is (empty: in a fresh data folder).
 */
export function serviceSuite(environment: Readonly<Record<string, string>>): void {
  const data = dataFolder();
  const world = { ontology: WORLD.ontology, knowledge: WORLD.knowledge, data };
  const variables = { ERRATA_KNOWLEDGE: WORLD.knowledge.join(':'), ERRATA_ONTOLOGY: WORLD.ontology, ERRATA_DATA: data };
  const command = (...parameters: string[]) => errata(parameters, '', { ...variables, ...environment }, loadEngine);
  let served: Served;

  beforeAll(async () => {
    served = await serve({
      settings: serverSettingsFrom({ port: 0 }, {}),
      knowledge: () => settingsFrom(world, environment),
      logger: pino({ level: 'silent' }),
      openStore: () => openStore(storeSettings(world, environment)),
      corpus: async () => [DOCUMENT],
    });
  });
  afterAll(async () => await served?.stop());

  const post = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${served.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status, path).toBe(200);
    return await answer.json();
  };
  const graphql = async (query: string) => ((await post('/graphql', { query })) as { data: unknown }).data;

  it('verifies, with the fact and its source', async () => {
    expect(await post('/verify', { claim: FALSE_CLAIM })).toMatchObject({
      verdict: 'REFUTED',
      correction: 'Acme Research',
      claims: [{ evidence: [{ sources: [{ title: 'The Almanac' }] }] }],
    });
  });

  it('answers, and warns of what the documents of the graph get wrong', async () => {
    expect(await post('/ask', { question: 'When was Ada Byte born?' })).toMatchObject({
      abstained: false,
      warnings: [{ document: DOCUMENT.name, quote: 'Ada Byte was born in 1985' }],
    });
  });

  it('answers GraphQL: entities, facts, documents, claims, ways, search', async () => {
    const query = `{
      entity(name: "Ada Byte") { slug facts(predicate: ["birthDate"]) { statement { zh } sources { url } } }
      documents { nodes { name claims(first: 9) { nodes { verdict start end quote } } } }
      claims(verdict: [REFUTED]) { nodes { correction document { name } } }
      path(from: "person/ada-byte", to: "person/carl-codd") { facts { predicate } }
      search(text: "Torchlet") { type }
      statistics { entities documents }
    }`;
    expect(await graphql(query)).toMatchObject({
      entity: { slug: 'person/ada-byte', facts: [{ sources: [{ url: 'https://example.org/almanac' }] }] },
      documents: {
        nodes: [
          {
            name: DOCUMENT.name,
            claims: { nodes: expect.arrayContaining([expect.objectContaining({ verdict: 'REFUTED' })]) },
          },
        ],
      },
      claims: { nodes: [{ document: { name: DOCUMENT.name } }, { document: { name: DOCUMENT.name } }] },
      path: { facts: [{ predicate: 'employer' }, { predicate: 'founder' }] },
      search: expect.arrayContaining([{ type: 'entity' }, { type: 'passage' }, { type: 'fact' }]),
      statistics: { documents: 1 },
    });
  });

  it('finds facts and passages by a whole question, in words and by the graph', async () => {
    while (!served.services.search) await new Promise((resolve) => setTimeout(resolve, 50));
    const search = async (more: string) => {
      const query = `{ search(text: "When exactly was Ada Byte born?", first: 1${more}) { fact { factId } passage { text } } }`;
      return (await graphql(query)) as object;
    };
    expect(await search('')).toMatchObject({ search: [{ fact: { factId: 'person/ada-byte.birthDate.1986-10-23' } }] });
    expect(await search(', scope: [passage]')).toMatchObject({
      search: [{ passage: { text: 'Ada Byte was born in 1985.' } }],
    });
  });

  it('answers agents over MCP', async () => {
    const client = new Client({ name: 'errata-tests', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${served.address}/mcp`)));
    const call = (name: string, parameters: Record<string, unknown>) =>
      client.callTool({ name, arguments: parameters });
    expect(await call('find_entity', { text: 'Ada' })).toMatchObject({
      structuredContent: { entities: [{ id: 'person/ada-byte' }] },
    });
    expect((await call('explore', { id: 'person/ada-byte' })).structuredContent).toMatchObject({ truncated: false });
    expect(await call('verify_claim', { claim: FALSE_CLAIM })).toMatchObject({
      structuredContent: { verdict: 'REFUTED' },
    });
    await client.close();
  });

  it('uses what the command line loads and ingests in the next request, without a restart', async () => {
    expect(await post('/verify', { claim: NOVA })).toMatchObject({ verdict: 'NOT_ENOUGH_INFO' });
    const [file, text] = [join(data, 'nova.yaml'), join(data, 'nova.md')];
    writeFileSync(file, ADDED);
    writeFileSync(text, NOVA);
    expect(await command('load', file)).toMatchObject({ code: 0, stderr: '' });
    const verdict = `{ verify(claim: "${NOVA}") { verdict } }`;
    expect(await graphql(verdict)).toEqual({ verify: { verdict: 'REFUTED' } });
    expect(await post('/verify', { claim: NOVA })).toMatchObject({ verdict: 'REFUTED', correction: '3 February 1990' });
    expect(await post('/check', { text: `${NOVA} ${'It rained. '.repeat(300)}` })).toMatchObject({
      claims: [{ verdict: 'REFUTED' }],
    });
    expect(await post('/ask', { question: 'When was Nova Newton born?' })).toMatchObject({
      abstained: false,
      warnings: [],
    });
    expect(await graphql('{ entity(name: "Nova Newton") { slug } }')).toEqual({
      entity: { slug: 'person/nova-newton' },
    });
    expect(await command('ingest', text)).toMatchObject({ code: 0, stderr: '' });
    expect(await post('/ask', { question: 'When was Nova Newton born?' })).toMatchObject({
      warnings: [{ document: text, quote: 'Nova Newton was born in 1991' }],
    });
  });
}
