import * as z from 'zod/mini';
import { graphql } from '../../api/graphql.ts';
import { NODE, node } from './schemas.ts';

const QUERY = `{ examples { entities { ...node } paths { from { ...node } to { ...node } } } } ${NODE}`;

const schema = z.object({
  examples: z.object({ entities: z.array(node), paths: z.array(z.object({ from: node, to: node })) }),
});

/** Where exploring can begin, as the installation offers it. */
export async function fetchStarts(_input: undefined | void, signal: AbortSignal) {
  return (await graphql({ query: QUERY, schema, signal })).examples;
}
