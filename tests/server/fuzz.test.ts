import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import fc, { type Arbitrary } from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { anyRequest } from './fuzz/any-request.ts';
import { operationsOf } from './fuzz/from-graphql.ts';
import { type DescribedTool, messagesOf } from './fuzz/from-mcp.ts';
import { type Described, type HttpRequest, requestsOf } from './fuzz/from-openapi.ts';
import { damaged, rarely } from './fuzz/strange.ts';
import { DOCUMENT, FALSE_CLAIM, json, startService, TRUE_CLAIM } from './support.ts';

/** How many malformed requests; `npm run prove:fuzz` sends 10,000. A quarter of them goes to each kind of interface. */
const REQUESTS = Math.ceil(Number(process.env.FUZZ ?? 1_000) / 4);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_127);
const TOKEN = 'token-of-the-tests-0123456789';
const WORDS = [
  TRUE_CLAIM,
  FALSE_CLAIM,
  'When was Ada Byte born?',
  '火炬框架是谁开发的？',
  DOCUMENT.text,
  DOCUMENT.name,
].concat(['person/ada-byte', 'framework/torchlet', 'Ada Byte', 'developer', 'json', '2016', '* *']);

const LEAKS = /\/src\/|node_modules|\bat [\w.<>]+ \(|password|SQLITE|libsql/u;
/** Levels of the log from which on somebody has to look. */
const ERROR = 50;

type Log = Record<string, unknown>[];

/** The service, with a token but without a limit of requests. */
const startFuzzed = () => startService({ graph: true, token: TOKEN, rateLimit: 0 });

/** Nothing went wrong inside, and nothing from inside is said. */
function expectSafe({ statusCode, body }: Pick<LightMyRequestResponse, 'statusCode' | 'body'>, log: Log): void {
  expect(log.filter(({ msg, level }) => msg === 'internal error' || Number(level) >= ERROR)).toEqual([]);
  expect(statusCode).not.toBe(500);
  expect(body).not.toMatch(LEAKS);
  log.length = 0;
}

/** Sends so many requests; `look` sees each answer. */
async function fuzz<T>(requests: Arbitrary<T>, send: (request: T) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(requests, send), { numRuns: REQUESTS, seed: SEED, endOnFailure: true });
}

async function send(app: FastifyInstance, { method, url, headers, payload }: HttpRequest) {
  return await app.inject({ method: method as 'GET', url, headers, ...(payload === undefined ? {} : { payload }) });
}

/** Subscribes over a socket, and leaves: a subscription goes on until its client does. */
async function listen(address: string, { payload, headers }: ReturnType<typeof json>): Promise<void> {
  const leave = new AbortController();
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    body: payload,
    headers: { ...headers, accept: 'text/event-stream' },
    signal: leave.signal,
  });
  expect(answer.status).not.toBe(500);
  leave.abort();
}

/** Counts answers by what they are: fuzzing that never gets past the door shows nothing. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Each of these was at least this share of all. */
  expectShares(shares: Readonly<Record<string, number>>): void {
    const all = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [name, share] of Object.entries(shares))
      expect((this.counts.get(name) ?? 0) / all, `${name} of ${JSON.stringify([...this.counts])}`).toBeGreaterThan(
        share,
      );
  }
}

describe('malformed requests', { timeout: 1_800_000 }, () => {
  it('of any kind never crash the service, cause an internal error or show internals', async () => {
    const { app, log } = await startFuzzed();
    await fuzz(anyRequest, async ({ method, path, query, type, payload, accept, language }) => {
      const withBody = method !== 'GET' && method !== 'HEAD';
      const headers = {
        ...(withBody && type !== '' ? { 'content-type': type } : {}),
        ...(accept === undefined ? {} : { accept }),
        ...(language === undefined ? {} : { 'accept-language': language }),
      };
      const answer = await send(app, { method, url: `${path}${query}`, headers, ...(withBody ? { payload } : {}) });
      expectSafe(path === '/graphql-ide/app.js' ? { ...answer, body: '' } : answer, log);
      if (answer.statusCode >= 400 && path !== '/graphql' && path !== '/mcp' && method !== 'HEAD')
        expect(answer.json()).toMatchObject({ status: answer.statusCode, detail: expect.any(String) });
    });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  it('made from the description of the REST interface are answered or refused with the reason', async () => {
    const { app, log } = await startFuzzed();
    const description = (await app.inject('/openapi.json')).json<Described>();
    const tally = new Tally();
    await fuzz(requestsOf(description, WORDS), async (request) => {
      const answer = await send(app, request);
      expectSafe(answer, log);
      tally.add(answer.statusCode < 400 ? 'answered' : 'refused');
      if (answer.statusCode >= 400)
        expect(answer.json()).toMatchObject({ status: answer.statusCode, detail: expect.any(String) });
    });
    tally.expectShares({ answered: 0.1, refused: 0.2 });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  it('made from the schema of GraphQL are answered or refused with the reason', async () => {
    const { app, log } = await startFuzzed();
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const sdl = readFileSync(fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url)), 'utf8');
    const operations = operationsOf(buildSchema(sdl), WORDS);
    const broken = operations.chain(({ query, variables }) =>
      damaged(fc.constant(query)).map((text) => ({ query: text, variables })),
    );
    const authorization = rarely(`Bearer ${TOKEN}`, fc.constantFrom('Bearer x', 'Bearer ', '\u00ff'));
    const bodies = fc.oneof({ weight: 4, arbitrary: operations }, { weight: 1, arbitrary: broken });
    const tally = new Tally();
    await fuzz(fc.tuple(bodies, authorization), async ([body, given]) => {
      const request = json(body, { authorization: given, accept: 'application/json' });
      if (body.query.startsWith('subscription')) {
        await listen(address, request);
        return tally.add('streamed');
      }
      const answer = await app.inject({ url: '/graphql', ...request });
      expectSafe(answer, log);
      expect(answer.body).not.toContain('"INTERNAL"');
      tally.add(answer.json<{ errors?: unknown[] }>().errors === undefined ? 'answered' : 'refused');
    });
    tally.expectShares({ answered: 0.1, refused: 0.2, streamed: 0.01 });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  it('made from the tools of the Model Context Protocol are answered or refused with the reason', async () => {
    const { app, log } = await startFuzzed();
    const list = json(
      { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} },
      {
        accept: 'application/json, text/event-stream',
        host: 'localhost',
      },
    );
    const { tools } = resultIn<{ result: { tools: DescribedTool[] } }>(
      (await app.inject({ url: '/mcp', ...list })).body,
    ).result;
    const tally = new Tally();
    await fuzz(messagesOf(tools, WORDS), async (request) => {
      const answer = await send(app, request);
      expectSafe(answer, log);
      const succeeded = answer.statusCode < 400 && !/"error":|"isError":true/u.test(answer.body);
      tally.add(succeeded ? 'answered' : 'refused');
    });
    tally.expectShares({ answered: 0.1, refused: 0.2 });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  it('that break HTTP itself close their own connection only', async () => {
    const { app } = await startService({ graph: true });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const port = Number(new URL(address).port);
    const broken = [
      'GET',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /verify HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'POST /verify HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello',
      'POST /verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
      '\u0000\u0001\u0002\r\n\r\n',
      'POST /verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"claim"',
    ];
    await Promise.all(broken.map((bytes) => sendAndLeave(port, bytes)));
    const alive = await fetch(`${address}/healthz`);
    expect(alive.status).toBe(200);
  });
});

/** Writes bytes and goes away without reading. */
function sendAndLeave(port: number, bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, 'latin1');
      setTimeout(() => socket.destroy(), 100);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
  });
}

/** The message in an answer, which is JSON or an event with JSON as its data. */
function resultIn<T>(body: string): T {
  return JSON.parse(body.startsWith('{') ? body : (/^data: (.*)$/mu.exec(body)?.[1] ?? 'null')) as T;
}
