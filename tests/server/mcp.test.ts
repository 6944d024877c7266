import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DOCUMENT, dataFolder, FALSE_CLAIM, json, startService, WORLD } from './support.ts';

async function connect(transport: StreamableHTTPClientTransport | StdioClientTransport): Promise<Client> {
  const client = new Client({ name: 'errata-tests', version: '1.0.0' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

async function overHttp(): Promise<Client> {
  const { app } = await startService({ graph: true });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return await connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
}

async function overStdio(): Promise<Client> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const knowledge = ['--ontology', WORLD.ontology, '--knowledge', ...WORLD.knowledge, '--data', dataFolder()];
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'mcp', ...knowledge];
  return await connect(new StdioClientTransport({ command: process.execPath, args, cwd: root, stderr: 'inherit' }));
}

describe.each([
  ['Streamable HTTP', overHttp],
  ['standard input and output', overStdio],
])('the Model Context Protocol over %s', (_name, open) => {
  it('lists tools with output schemas and read-only hints, and answers', async () => {
    const client = await open();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'ask',
      'check_document',
      'explore',
      'find_entity',
      'verify_claim',
    ]);
    for (const { outputSchema, annotations } of tools) {
      expect(outputSchema).toMatchObject({ type: 'object' });
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
    const verify = async () => await client.callTool({ name: 'verify_claim', arguments: { claim: FALSE_CLAIM } });
    let answer = await verify();
    for (let turn = 0; answer.isError && turn < 100; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      answer = await verify();
    }
    expect(answer.structuredContent).toMatchObject({ verdict: 'REFUTED', correction: 'Acme Research' });
    expect(answer.content).toMatchObject([{ type: 'text', text: expect.stringContaining('Refuted') }]);
  });
});

describe('tools and resources', () => {
  it('check, answer, find and explore', async () => {
    const client = await overHttp();
    const call = async (name: string, parameters: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: parameters })).structuredContent;
    expect(await call('check_document', { text: DOCUMENT.text, name: 'x.md' })).toMatchObject({
      document: 'x.md',
      language: 'en',
    });
    expect(await call('ask', { question: '艾达·拜特是什么时候出生的？' })).toMatchObject({
      answers: [{ text: '1986年10月23日' }],
    });
    const found = await call('find_entity', { text: 'Ada' });
    expect(found).toMatchObject({ entities: [{ id: 'person/ada-byte', label: { zh: '艾达·拜特' } }] });
    const part = await call('explore', { id: 'person/ada-byte', predicates: ['employer'] });
    expect(part).toMatchObject({ truncated: false });
    expect(JSON.stringify(part)).toContain('organisation/acme');
  });

  it('say what is wrong with a call', async () => {
    const client = await overHttp();
    const unknown = await client.callTool({ name: 'explore', arguments: { id: 'person/nobody' } });
    expect(unknown).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('find_entity gives ids') }],
    });
    const empty = await client.callTool({ name: 'verify_claim', arguments: { claim: ' ' } });
    expect(empty.isError).toBe(true);
  });

  it('give entities and documents by address', async () => {
    const client = await overHttp();
    const read = async (uri: string) => {
      const [content] = (await client.readResource({ uri })).contents;
      return JSON.parse(content && 'text' in content ? content.text : '');
    };
    const entity = await read('errata://entity/person/ada-byte');
    expect(entity).toMatchObject({ id: 'person/ada-byte', label: { en: 'Ada Byte' } });
    expect(entity.facts[0].sources.length).toBeGreaterThan(0);
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ name: DOCUMENT.name, description: '2 refuted, 2 supported claims' }]);
    expect(await read(resources[0]?.uri ?? '')).toMatchObject({ text: DOCUMENT.text, name: DOCUMENT.name });
    await expect(read('errata://entity/person/nobody')).rejects.toThrow();
  });
});

describe('/mcp', () => {
  it('refuses pages of other sites', async () => {
    const { app } = await startService({ graph: true });
    const request = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
    const headers = { accept: 'application/json, text/event-stream', host: 'localhost:4000' };
    const foreign = await app.inject({
      url: '/mcp',
      ...json(request, { ...headers, origin: 'https://elsewhere.example' }),
    });
    expect(foreign.json()).toMatchObject({ status: 403, code: 'SITE_REFUSED' });
    const rebound = await app.inject({ url: '/mcp', ...json(request, { ...headers, host: 'elsewhere.example' }) });
    expect(rebound.statusCode).toBe(403);
  });
});
