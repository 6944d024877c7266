import { json, startService, type TestServiceOptions } from '../support.ts';

interface GraphAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: what a query answers depends on the query
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** A service with a graph, and a way to ask it; answers come as they are, errors included. */
export async function startGraph(options: TestServiceOptions = {}) {
  const service = await startService({ graph: true, ...options });
  const send = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    service.app.inject({ url: '/graphql', ...json({ query, variables }, headers) });
  const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    (await send(query, variables, headers)).json<GraphAnswer>();
  return { ...service, send, ask };
}
