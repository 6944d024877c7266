import { describe, expect, it } from 'vitest';
import { WikidataClient } from '../../src/import/wikidata/client.ts';
import { entity, item, person, statement, texts } from './items.ts';
import { type Disturbance, serve } from './service.ts';
import { contents, importing, loadWith, temporary } from './world.ts';

const carl = person('Q100', 'Carl Nibble', { P19: [statement(entity('P19', 'Q400'))] });
const bitville = item('Q400', { labels: texts({ en: 'Bitville' }) });
const world = {
  Q100: carl,
  Q400: bitville,
  Q101: { ...person('Q102', 'Dora Word'), redirects: { from: 'Q101', to: 'Q102' } },
};

describe('import wikidata by id', () => {
  it('finds what items point to in the knowledge, by name', async () => {
    const [service, into] = [await serve(world), temporary()];
    const cache = temporary();
    const { code, report } = await importing(into, [
      'wikidata',
      'q100',
      '--base-url',
      service.url,
      '--cache',
      cache,
      '--contact',
      'me@example.org',
    ]);
    expect({ code, report }).toMatchObject({
      code: 0,
      report: { read: 1, added: { entities: 1, facts: 1 }, skipped: [] },
    });
    expect(loadWith(into).factsOf('person/carl-nibble', 'birthPlace')[0]?.value).toEqual({
      type: 'entity',
      id: 'place/bitville',
    });
    expect(service.requests.map(({ ids }) => ids)).toEqual([['Q100'], ['Q400']]);
    expect(service.requests[0]?.agent).toMatch(/^Errata\/\d.* \(me@example\.org\)/u);
    expect(service.requests[0]?.search.get('maxlag')).toBe('5');
  });

  it('asks for nothing that the cache has, and changes nothing', async () => {
    const service = await serve(world);
    const [into, cache] = [temporary(), temporary()];
    const parameters = ['wikidata', 'Q100', '--base-url', service.url, '--cache', cache];
    await importing(into, parameters);
    const before = contents(into);
    const asked = service.requests.length;
    const { report } = await importing(into, parameters);
    expect(report).toMatchObject({ added: { entities: 0, facts: 0, names: 0 }, files: [] });
    expect(contents(into)).toEqual(before);
    expect(service.requests).toHaveLength(asked);
    await importing(into, [...parameters, '--refresh']);
    expect(service.requests).toHaveLength(2 * asked);
  });

  it('reports redirected, deleted and invalid items', async () => {
    const invalid: Disturbance = (_, response, ids) => {
      if (!ids.includes('Q0')) return false;
      const error = { code: 'no-such-entity', info: 'Could not find an entity with the ID "Q0".', id: 'Q0' };
      response.writeHead(200).end(JSON.stringify({ error, servedby: 'here' }));
      return true;
    };
    const service = await serve(world, invalid);
    const { report } = await importing(temporary(), [
      'wikidata',
      'Q101',
      'Q9',
      'Q0',
      '--base-url',
      service.url,
      '--cache',
      temporary(),
    ]);
    expect(report.added.entities).toBe(1);
    expect(Object.fromEntries(report.skipped.map(({ reason, examples }) => [reason, examples]))).toEqual({
      'redirected: read under its new id': ['Q101 → Q102'],
      'item that is deleted or never was': ['Q9'],
      'no valid id': ['Q0'],
    });
  });

  it('asks in batches of fifty', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `Q${1000 + index}`);
    const service = await serve(Object.fromEntries(ids.map((id) => [id, person(id, `Name ${id}`)])));
    const { report } = await importing(temporary(), [
      'wikidata',
      ...ids,
      '--base-url',
      service.url,
      '--cache',
      temporary(),
    ]);
    expect(report.added.entities).toBe(120);
    expect(service.requests.map((request) => request.ids.length)).toEqual([50, 50, 20]);
  });

  it('says which service does not answer as Wikidata does', async () => {
    const service = await serve(world, (_, response) => Boolean(response.writeHead(200).end('[]')));
    const { code, stderr } = await importing(temporary(), [
      'wikidata',
      'Q100',
      '--base-url',
      service.url,
      '--cache',
      temporary(),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('does not answer as Wikidata');
  });
});

describe('the client of Wikidata', () => {
  const firstTime =
    (answer: Disturbance): Disturbance =>
    (number, response, ids) =>
      number === 0 && answer(number, response, ids);

  async function fetchOnce(disturb: Disturbance) {
    const service = await serve(world, disturb);
    const pauses: number[] = [];
    const sleep = async (milliseconds: number) => {
      pauses.push(milliseconds);
    };
    const client = new WikidataClient({ baseUrl: service.url, userAgent: 'test', sleep });
    const found: unknown[] = [];
    for await (const one of client.fetch(['Q400'], 'names')) found.push(one);
    return { pauses, found };
  }

  it.each<[string, Disturbance, number]>([
    ['429 with Retry-After', (_, response) => Boolean(response.writeHead(429, { 'retry-after': '7' }).end()), 7000],
    ['503', (_, response) => Boolean(response.writeHead(503).end()), 1000],
    [
      'maxlag',
      (_, response) =>
        Boolean(
          response.writeHead(200, { 'retry-after': '5' }).end('{"error":{"code":"maxlag","info":"Waiting","lag":6}}'),
        ),
      5000,
    ],
    [
      'an answer that is cut',
      (_, response) =>
        Boolean(response.writeHead(200, { 'content-length': '500' }).write('{"entit') && response.destroy()),
      1000,
    ],
    [
      'an answer that is cut but closed well',
      (_, response) => Boolean(response.writeHead(200).end('{"entities":{"Q400"')),
      1000,
    ],
    ['a connection that breaks', (_, response) => Boolean(response.destroy()), 1000],
  ])('tries again after %s', async (_, disturbance, pause) => {
    const { pauses, found } = await fetchOnce(firstTime(disturbance));
    expect(pauses).toEqual([pause]);
    expect(found).toEqual([{ id: 'Q400', entity: bitville }]);
  });

  it('backs off and gives up with what to do', async () => {
    await expect(fetchOnce((_, response) => Boolean(response.writeHead(500).end()))).rejects.toThrow(
      /the server answers 500, also after 5 retries\..*run the same command again later/u,
    );
  });

  it('does not insist where the answer is no', async () => {
    await expect(fetchOnce((_, response) => Boolean(response.writeHead(403).end()))).rejects.toThrow(
      'Check --base-url',
    );
  });
});
