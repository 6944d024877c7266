import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Json } from './items.ts';

export interface Service {
  readonly url: string;
  /** The ids of every request that came, with its headers. */
  readonly requests: { ids: string[]; search: URLSearchParams; agent: string | undefined }[];
}

/** What to answer instead of the entities; undefined: the entities. Called with the number of the request, from 0. */
export type Disturbance = (number: number, response: ServerResponse, ids: readonly string[]) => boolean;

/** wbgetentities as Wikidata documents it, on a free port: entities, `missing`, redirects; with what goes wrong on the way. */
export async function serve(
  entities: Readonly<Record<string, Json>>,
  disturb: Disturbance = () => false,
): Promise<Service> {
  const requests: Service['requests'] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const ids = (searchParams.get('ids') ?? '').split('|');
    requests.push({ ids, search: searchParams, agent: request.headers['user-agent'] });
    if (disturb(requests.length - 1, response, ids)) return;
    if (pathname !== '/w/api.php' || searchParams.get('action') !== 'wbgetentities') {
      response.writeHead(404).end();
      return;
    }
    const found = ids.map((id) => [id, entities[id] ?? { id, missing: '' }] as const);
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ entities: Object.fromEntries(found), success: 1 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
