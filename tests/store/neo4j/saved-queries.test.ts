import { readdirSync, readFileSync } from 'node:fs';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { loadEngine } from '../../engine/knowledge.ts';
import { corpusGraph } from '../../neo4j/corpus-graph.ts';
import { describeWithNeo4j, rawDriver } from '../../neo4j/server.ts';

const folder = new URL('../../../schema/browser/', import.meta.url);
const queries = readdirSync(new URL('queries/', folder)).sort();
const read = (name: string) => readFileSync(new URL(`queries/${name}`, folder), 'utf8');

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

describeWithNeo4j('the saved queries of Neo4j Browser', (address) => {
  let store: GraphStore;
  let driver: Driver;
  const run = async (name: string): Promise<Answer> => {
    const found = queries.find((query) => query.includes(name));
    const { records, keys } = await driver.executeQuery(read(found ?? name), {}, { database: address.database });
    return { columns: keys as string[], rows: records.map((record) => record.toObject()) };
  };

  beforeAll(async () => {
    store = await corpusGraph(loadEngine(), address);
    driver = rawDriver(address);
  }, 900_000);

  afterAll(async () => {
    await driver?.close();
    await store?.close();
  });

  it('are at least twelve, each with a title', () => {
    expect(queries.length).toBeGreaterThanOrEqual(12);
    for (const name of queries) expect(read(name), name).toMatch(/^\/\/ \S.+\n/u);
  });

  it.each(queries.filter((name) => !name.includes('verdicts-that-changed')))('%s finds something', async (name) => {
    expect((await run(name)).rows.length).toBeGreaterThan(0);
  });

  it('show only what is refuted as what is wrong', async () => {
    const { rows } = await run('what-is-wrong');
    for (const { wrong } of rows) expect(labels(wrong)).toEqual(['Claim', 'Refuted']);
    const claims = (await store.listClaims({ entity: 'person/andrej-karpathy', verdicts: ['REFUTED'] })).items;
    expect(new Set(rows.map(({ wrong }) => propertiesOf(wrong).id))).toEqual(new Set(claims.map(({ id }) => id)));
  });

  it('give every flag its facts and sources', async () => {
    const { rows } = await run('facts-behind');
    for (const { quote, correction, sources } of rows) {
      expect([quote, correction]).toEqual([expect.any(String), expect.any(String)]);
      expect((sources as string[]).every((source) => source.includes('<http'))).toBe(true);
    }
  });

  it('name primary sources only where these refute', async () => {
    const { rows } = await run('primary');
    for (const { path } of rows) {
      const { end } = path as { end: { properties: { kind: string } } };
      expect(end.properties.kind).toBe('primary');
    }
  });

  it('find names that the knowledge does not hold', async () => {
    const { rows } = await run('unknown-to');
    const names = rows.map(({ name }) => String(name));
    const known = new Set([...loadEngine().knowledge.entities.values()].map(({ label }) => label.en));
    expect(names.some((name) => known.has(name))).toBe(false);
    expect(rows[0]?.times).toBeGreaterThanOrEqual(Number(rows.at(-1)?.times));
  });

  it('connect two people over things, not over kinds and places', async () => {
    const { rows } = await run('between-two');
    const { path } = rows[0] as { path: { segments: { start: unknown; end: unknown }[] } };
    for (const { start, end } of path.segments)
      for (const node of [start, end]) expect(labels(node)).toEqual(expect.not.arrayContaining(['Term', 'Place']));
  });

  it('show a verdict that changed, and only that', async () => {
    expect((await run('verdicts-that-changed')).rows).toEqual([]);
    const [claim] = (await store.listClaims({ verdicts: ['REFUTED'], limit: 1 })).items;
    await driver.executeQuery(
      `MATCH (a:Assessment {claimId: $claim}) WITH a LIMIT 1
       CREATE (:Assessment {id: 'assessment/earlier', claimId: a.claimId, documentId: a.documentId, quote: a.quote,
         verdict: 'NOT_ENOUGH_INFO', assessedAt: '2020-01-01T00:00:00.000Z', knowledgeVersion: a.knowledgeVersion})`,
      { claim: claim?.id },
    );
    const { rows } = await run('verdicts-that-changed');
    await driver.executeQuery(`MATCH (a:Assessment {id: 'assessment/earlier'}) DELETE a`);
    expect(rows).toMatchObject([{ quote: claim?.quote }]);
    const verdicts = rows[0]?.verdicts as string[];
    expect([verdicts[0], verdicts.at(-1)]).toEqual(['NOT_ENOUGH_INFO', 'REFUTED']);
  });
});

describe('the style of Neo4j Browser', () => {
  const style = readFileSync(new URL('style.grass', folder), 'utf8');
  const rule = (selector: string) => new RegExp(`^${selector} \\{[^}]*\\}`, 'mu').exec(style)?.[0] ?? '';
  const colour = (selector: string) =>
    /color: #(..)(..)(..)/u
      .exec(rule(selector))
      ?.slice(1)
      .map((part) => Number.parseInt(part, 16)) ?? [];

  it('shows refuted claims in red and supported ones in green', () => {
    const [red = 0, ...others] = colour('node\\.Refuted');
    expect(red).toBeGreaterThan(2 * Math.max(...others));
    const [r = 0, green = 0, b = 0] = colour('node\\.Supported');
    expect(green).toBeGreaterThan(1.4 * Math.max(r, b));
  });

  it('has a colour and a caption for every node and for the root of every kind', () => {
    const ontology = loadEngine().knowledge.ontology;
    const covered = (kind: string): boolean =>
      [...ontology.ancestors(kind)].some(
        (each) => rule(`node\\.${each.charAt(0).toUpperCase()}${each.slice(1)}`) !== '',
      );
    const own = new Set(ontology.kinds());
    const kinds = new Set([...loadEngine().knowledge.entities.values()].map(({ kind }) => kind));
    const bare = [...kinds].filter((kind) => own.has(kind) && !covered(kind));
    expect(bare).toEqual([]);
    for (const label of ['Fact', 'Source', 'Document', 'Segment', 'Passage', 'Mention', 'Claim', 'Assessment'])
      expect(rule(`node\\.${label}`)).toMatch(/color: .*caption: /u);
  });
});

function labels(node: unknown): string[] {
  return [...(node as { labels: string[] }).labels].sort();
}

function propertiesOf(node: unknown): Readonly<Record<string, unknown>> {
  return (node as { properties: Record<string, unknown> }).properties;
}
