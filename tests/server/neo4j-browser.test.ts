import { describe, expect, it } from 'vitest';
import { browserLink } from '../../src/server/graphql/neo4j-browser.ts';

const query = (link: string | undefined) => new URL(link ?? '').searchParams.get('arg') ?? '';

describe('the link to Neo4j Browser', () => {
  it('leads to the usual port where Neo4j has its own, and to the set address otherwise', () => {
    const link = (place: string, browser?: string) =>
      browserLink('person/ada-byte', { engine: 'neo4j', place, browser });
    expect(link('bolt://graph.local:7687')).toMatch(/^http:\/\/graph\.local:7474\/browser\/\?cmd=edit&arg=MATCH/u);
    expect(link('neo4j://graph.local/errata')).toMatch(/^http:\/\/graph\.local:7474\/browser\//u);
    expect(link('bolt://graph.local:9999')).toBeUndefined();
    expect(link('neo4j+s://graph.example.org:7687')).toBeUndefined();
    expect(link('neo4j+s://graph.example.org', 'https://graph.example.org/b/?x=1')).toMatch(
      /^https:\/\/graph\.example\.org\/b\/\?x=1&cmd=edit/u,
    );
  });

  it('is not there for a graph in a file', () => {
    const place = { engine: 'sqlite', place: '/data/graph.sqlite', browser: 'http://localhost:7474/browser/' } as const;
    expect(browserLink('person/ada-byte', place)).toBeUndefined();
  });

  it('carries a query about the entity, whose id stays a text', () => {
    const about = (id: string) => query(browserLink(id, { engine: 'neo4j', place: 'bolt://localhost:7687' }));
    expect(about('person/ada-byte')).toContain("MATCH (e:Entity {id: 'person/ada-byte'})");
    expect(about("x/'}) DETACH DELETE e //")).toContain("{id: 'x/\\'}) DETACH DELETE e //'}");
    expect(about('x/\\')).toContain("{id: 'x/\\\\'}");
  });
});
