import { describe, expect, it } from 'vitest';
import { json } from '../support.ts';
import { startGraph } from './support.ts';

const nest = (levels: number) =>
  `{ entity(id: "person/ada-byte") ${'{ facts { subject '.repeat(levels)}{ slug }${' } }'.repeat(levels)} }`;

describe('limits of queries', () => {
  it.each([
    ['too deep', nest(10), /depth/iu],
    [
      'too costly',
      '{ entities(first: 100) { nodes { factsAbout { subject { facts { sources { url title kind } } } } } } }',
      /complex/iu,
    ],
    [
      'too many aliases',
      `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: statistics { facts }`).join(' ')} }`,
      /alias/iu,
    ],
    ['too many tokens', `{ ${'statistics { facts } '.repeat(600)} }`, /token/iu],
    ['too many directives', `{ statistics { facts ${'@include(if: true) '.repeat(25)} } }`, /directive/iu],
  ])('refuse what is %s', async (_name, query, message) => {
    const { ask } = await startGraph();
    const { data, errors } = await ask(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  it('let through what people ask', async () => {
    const { ask } = await startGraph();
    expect((await ask(nest(2))).errors).toBeUndefined();
    const introspection =
      '{ __schema { types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } } } }';
    expect((await ask(introspection)).errors).toBeUndefined();
  });

  it('give up what takes too long', async () => {
    const { timeLimit } = await import('../../../src/server/graphql/time-limit.ts');
    let execute: ((args: never) => Promise<unknown>) | undefined;
    const plugin = timeLimit(10);
    const slow = () => new Promise((resolve) => setTimeout(resolve, 500, { data: {} }));
    await plugin.onExecute?.({
      executeFn: slow,
      setExecuteFn: (wrapped: typeof execute) => {
        execute = wrapped;
      },
    } as never);
    expect(await execute?.({} as never)).toMatchObject({ errors: [{ extensions: { code: 'TOOK_TOO_LONG' } }] });
  });
});

describe('requests from other sites', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['plain text', 'text/plain', '{"query":"{__typename}"}'],
    ['an upload', 'multipart/form-data; boundary=x', '--x--'],
  ])('are not answered: %s', async (_name, type, payload) => {
    const { app } = await startGraph();
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { 'content-type': type } });
    expect(answer.statusCode).toBe(415);
  });

  it('are not answered: a query in an address', async () => {
    const { app } = await startGraph();
    const url = `/graphql?query=${encodeURIComponent('{__typename}')}`;
    expect((await app.inject(url)).statusCode).toBe(403);
    const own = await app.inject({ url, headers: { 'x-graphql-yoga-csrf': '1' } });
    expect(own.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('errors', () => {
  it('of ours are masked and logged under the request id', async () => {
    const { ask, services, log } = await startGraph();
    const store = services.store;
    services.store = new Proxy(store as object, {
      get: (target, name) =>
        name === 'statistics'
          ? async () => {
              throw new Error('password=hunter2');
            }
          : Reflect.get(target, name),
    }) as never;
    const { errors } = await ask('{ statistics { facts } }', {}, { 'x-request-id': 'id-7', 'accept-language': 'zh' });
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL', instance: 'urn:errata:request:id-7' } });
    expect(errors?.[0]?.message).toMatch(/内部错误/u);
    expect(log.find(({ msg }) => msg === 'internal error')).toMatchObject({
      reqId: 'id-7',
      err: { message: 'password=hunter2' },
    });
    services.store = store;
  });

  it('name a syntax error, an unknown field, a missing thing', async () => {
    const { ask } = await startGraph();
    expect((await ask('{ statistics { ')).errors?.[0]?.message).toMatch(/Syntax Error/u);
    expect((await ask('{ statistics { nothing } }')).errors?.[0]?.message).toContain('Cannot query field "nothing"');
    const id = Buffer.from('Fact:no.such.fact').toString('base64url');
    const { errors, data } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(data.node).toBeNull();
    expect(errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('say 503 while there is no graph, and when it is away', async () => {
    const { send, services } = await startGraph();
    const store = services.store;
    services.store = undefined;
    const missing = await send('{ statistics { facts } }');
    expect(missing.statusCode).toBe(503);
    expect(Number(missing.headers['retry-after'])).toBeGreaterThan(0);
    services.store = store;
    await store?.close();
    const away = await send('{ statistics { facts } }');
    expect(away.statusCode).toBe(503);
    expect(away.json().errors[0].extensions.code).toBe('GRAPH_AWAY');
  });

  it('of malformed requests are problems like everywhere else', async () => {
    const { app } = await startGraph();
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      payload: '{"query"',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'JSON_MALFORMED' });
    const empty = await app.inject({ url: '/graphql', ...json({}) });
    expect(empty.statusCode).toBe(400);
  });
});
