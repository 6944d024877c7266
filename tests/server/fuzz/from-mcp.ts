import fc, { type Arbitrary } from 'fast-check';
import { type JsonSchema, nearly } from './from-json-schema.ts';
import type { HttpRequest } from './from-openapi.ts';
import { anything, damaged, rarely, strange } from './strange.ts';

/** A tool as `tools/list` describes it. */
export interface DescribedTool {
  readonly name: string;
  readonly inputSchema: JsonSchema;
}

const METHODS = [
  'initialize',
  'ping',
  'tools/list',
  'resources/list',
  'resources/templates/list',
  'prompts/list',
  'completion/complete',
  'logging/setLevel',
  'notifications/initialized',
  'notifications/cancelled',
  'server/discover',
];
const ADDRESSES = [
  'errata://entity/framework/torchlet',
  'errata://document/0',
  'errata://entity/%zz/%00',
  'file:///etc/passwd',
];

/** Calls of tools with arguments that nearly fit, readings of resources, and messages that break the protocol. */
export function messagesOf(tools: readonly DescribedTool[], words: readonly string[]): Arbitrary<HttpRequest> {
  const name = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...tools.map((tool) => tool.name)) },
    { weight: 1, arbitrary: strange },
  );
  const calls = tools.map(({ name: own, inputSchema }) => fc.tuple(rarely(own, name), nearly(inputSchema, { words })));
  const called = fc
    .oneof(...calls)
    .map(([tool, given]) => ({ method: 'tools/call', params: { name: tool, arguments: given } }));
  const read = fc
    .oneof(fc.constantFrom(...ADDRESSES), strange)
    .map((uri) => ({ method: 'resources/read', params: { uri } }));
  const other = fc
    .tuple(fc.oneof(fc.constantFrom(...METHODS), strange), anything)
    .map(([method, params]) => ({ method, params }));
  const message = fc.oneof(
    { weight: 6, arbitrary: called },
    { weight: 2, arbitrary: read },
    { weight: 2, arbitrary: other },
  );
  return fc
    .tuple(envelope(message), headers, rarely('POST', fc.constantFrom('DELETE', 'PUT')))
    .map(([payload, own, method]) => ({ method, url: '/mcp', headers: own, payload }));
}

/** JSON-RPC around a message, seldom broken, seldom a batch. */
function envelope(message: Arbitrary<object>): Arbitrary<string> {
  const id = rarely<unknown>(1, anything);
  const version = rarely<unknown>('2.0', fc.constantFrom('1.0', 2));
  const one = fc.tuple(id, version, message).map(([id, jsonrpc, rest]) => ({ jsonrpc, id, ...rest }));
  const some = fc.oneof({ weight: 8, arbitrary: one }, { weight: 1, arbitrary: fc.array(one, { maxLength: 3 }) });
  const text = some.map((value) => JSON.stringify(value));
  return fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: damaged(text) });
}

const headers: Arbitrary<Record<string, string>> = fc
  .record({
    accept: rarely(
      'application/json, text/event-stream',
      fc.constantFrom('application/json', 'text/event-stream', 'x'),
    ),
    type: rarely('application/json', fc.constantFrom('text/plain', 'application/json; charset=x')),
    protocol: rarely('', fc.constantFrom('2025-06-18', '2025-11-25', '1999-01-01', ';')),
  })
  .map(({ accept, type, protocol }) => ({
    accept,
    'content-type': type,
    host: 'localhost',
    ...(protocol === '' ? {} : { 'mcp-protocol-version': protocol }),
  }));
