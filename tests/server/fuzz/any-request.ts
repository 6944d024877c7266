import fc from 'fast-check';
import { DOCUMENT, FALSE_CLAIM } from '../support.ts';
import { anything, strange } from './strange.ts';

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
/** Requests of which anything may be wrong: address, method, headers, and bodies made from good ones or from nothing. */
export const anyRequest = fc.record({
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
