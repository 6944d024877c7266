import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT, FALSE_CLAIM, startService } from './support.ts';

/** How many malformed requests; `FUZZ=10000 npx vitest run tests/server/fuzz.test.ts` for a thorough look. */
const REQUESTS = Number(process.env.FUZZ ?? 1_000);

const PATHS = [
  '/verify',
  '/ask',
  '/check',
  '/graphql',
  '/mcp',
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/graphql-ide/app.js',
  '/',
];
const TYPES = [
  'application/json',
  'text/plain',
  'text/html',
  'text/markdown',
  'application/octet-stream',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-7',
  'x',
  '',
];
const GOOD: readonly unknown[] = [
  { claim: FALSE_CLAIM },
  { claims: [FALSE_CLAIM] },
  { text: DOCUMENT.text },
  { question: 'When was Ada Byte born?' },
  { text: 'x', name: 'y', format: 'html' },
  { query: '{ entity(name: "Ada Byte") { facts { statement { en } } } }' },
  { query: 'query ($a: ID!) { node(id: $a) { id } }', variables: { a: 'x' } },
  { query: 'mutation { removeDocument(id: "x") { __typename } }' },
  { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} },
  { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'explore', arguments: { id: 'person/ada-byte' } } },
  {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  },
];

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "' OR 1=1 --",
    '$' + '{7*7}',
    '<script>',
    '%00',
    '𝕏'.repeat(50),
    'a'.repeat(5000),
    '{{{{',
    '"""',
    '艾达·拜特',
  ),
);
const anything = fc.oneof(
  strange,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A good body with some of its values, anywhere, replaced by something else, or with keys added. */
const mutated = fc
  .tuple(fc.constantFrom(...GOOD), fc.array(fc.tuple(fc.nat(), anything, strange), { minLength: 1, maxLength: 3 }))
  .map(([good, changes]) => {
    const body = structuredClone(good) as Record<string, unknown>;
    for (const [where, value, key] of changes) {
      const keys = Object.keys(body);
      const chosen = keys[where % (keys.length + 1)];
      if (chosen === undefined) body[key] = value;
      else if (typeof body[chosen] === 'string' && typeof value === 'string') {
        const text = body[chosen];
        const at = where % (text.length + 1);
        body[chosen] = text.slice(0, at) + value + text.slice(at + 1);
      } else body[chosen] = value;
    }
    return JSON.stringify(body);
  });

const payload = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: mutated.map((text) => text.slice(0, text.length >> 1)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '['.repeat(20_000),
      `{"claim":${'['.repeat(500)}${']'.repeat(500)}}`,
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhello',
      `{"query":"{${'a{'.repeat(3000)}"}`,
    ),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

const header = fc.string({ unit: fc.constantFrom(...'abc;=,*/q.0-" ZH_en'), maxLength: 30 });
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  path: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...PATHS) },
    { weight: 1, arbitrary: fc.webPath().map((path) => `/${path.replace(/^\/+/u, '')}`) },
  ),
  query: fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((query) => `?${query}`),
    fc.constantFrom('?format=xml', '?only=%00', '?query={__typename}', '?language=__proto__', '?%zz'),
  ),
  type: fc.constantFrom(...TYPES),
  payload,
  accept: fc.option(header, { nil: undefined }),
  language: fc.option(header, { nil: undefined }),
});

const LEAKS = /\/src\/|node_modules|\bat [\w.<>]+ \(|password|SQLITE|libsql/u;

describe('malformed requests', () => {
  it('never crash the service, never cause an internal error, never leak internals', { timeout: 600_000 }, async () => {
    const { app, log } = await startService({ graph: true });
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, path, query, type, payload: body, accept, language }) => {
        const withBody = method !== 'GET' && method !== 'HEAD';
        const answer = await app.inject({
          method: method as 'GET',
          url: `${path}${query}`,
          headers: {
            ...(withBody && type !== '' ? { 'content-type': type } : {}),
            ...(accept === undefined ? {} : { accept }),
            ...(language === undefined ? {} : { 'accept-language': language }),
          },
          ...(withBody ? { payload: body } : {}),
        });
        expect(log.filter(({ msg }) => msg === 'internal error')).toEqual([]);
        expect(answer.statusCode).not.toBe(500);
        if (path !== '/graphql-ide/app.js') expect(answer.body).not.toMatch(LEAKS);
        if (answer.statusCode >= 400 && path !== '/graphql' && path !== '/mcp' && method !== 'HEAD')
          expect(answer.json()).toMatchObject({ status: answer.statusCode, detail: expect.any(String) });
        log.length = 0;
      }),
      { numRuns: REQUESTS, seed: 20_261_127 },
    );
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
