import type { EntityId } from '../../knowledge/model.ts';

/** Where a graph is and where its Neo4j Browser is said to be. */
export interface BrowserPlace {
  readonly engine: 'sqlite' | 'neo4j';
  /** `bolt://host:7687/database`. */
  readonly place: string;
  /** The address of Neo4j Browser, where it is set. */
  readonly browser?: string | undefined;
}

/** What Neo4j's own server listens on unless it is told otherwise. */
const BOLT_PORT = '7687';
const BROWSER = { port: '7474', path: '/browser/' };

/** A link that opens what lies around an entity in Neo4j Browser; undefined where there is none, or nobody knows where. */
export function browserLink(id: EntityId, place: BrowserPlace): string | undefined {
  const address = place.browser ?? (place.engine === 'neo4j' ? guessed(place.place) : undefined);
  if (address === undefined || place.engine !== 'neo4j') return undefined;
  const link = new URL(address);
  link.searchParams.set('cmd', 'edit');
  link.searchParams.set('arg', aroundIt(id));
  return link.href;
}

/** Where a server with the usual ports, without encryption, has its Browser. */
function guessed(place: string): string | undefined {
  const { protocol, hostname, port } = new URL(place);
  if (!/^(?:bolt|neo4j):$/u.test(protocol) || (port !== '' && port !== BOLT_PORT)) return undefined;
  return `http://${hostname}:${BROWSER.port}${BROWSER.path}`;
}

/** What lies around an entity, with what documents get wrong about it. */
function aroundIt(id: EntityId): string {
  const quoted = `'${id.replaceAll(/[\\']/gu, '\\$&')}'`;
  return [
    `MATCH (e:Entity {id: ${quoted}})`,
    'OPTIONAL MATCH (e)-[r]-(other:Entity)',
    'OPTIONAL MATCH (claim:Refuted)-[about:ABOUT]->(e)',
    'RETURN * LIMIT 200',
  ].join('\n');
}
