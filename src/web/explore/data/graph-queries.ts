import * as z from 'zod/mini';
import { graphql } from '../../api/graphql.ts';
import { CLAIMS_AT_ONCE } from './claims-query.ts';
import { CLAIM, claim, FACT, fact, NODE, node } from './schemas.ts';

/** Facts and their entities, with what documents claim wrongly about the entity that was asked for. */
const part = z.object({ entities: z.array(node), facts: z.array(fact) });
export interface GraphPart extends z.output<typeof part> {
  readonly claims: readonly z.output<typeof claim>[];
  /** Whether there are more facts than were asked for. */
  readonly truncated: boolean;
}

/** What of the graph is wanted. */
export interface GraphFilter {
  /** Only over these; empty: all. */
  readonly predicates: readonly string[];
  /** Only what can hold in this year. */
  readonly year: number | undefined;
}

const AROUND = `query ($id: ID!, $limit: Int, $predicate: [String!], $year: Int) {
  entity(id: $id) {
    neighbourhood(limit: $limit, predicate: $predicate, year: $year) {
      truncated entities { ...node } facts { ...fact }
    }
    claims(verdict: [REFUTED], first: ${CLAIMS_AT_ONCE}) { nodes { ...claim } }
  }
}
${NODE} ${FACT} ${CLAIM}`;

const around = z.object({
  entity: z.nullable(
    z.object({
      neighbourhood: z.object({ truncated: z.boolean(), entities: z.array(node), facts: z.array(fact) }),
      claims: z.object({ nodes: z.array(claim) }),
    }),
  ),
});

export interface AroundQuery extends GraphFilter {
  readonly id: string;
  /** Facts at most. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** What lies around an entity; undefined where there is none of this id. */
export async function fetchAround({
  id,
  limit,
  predicates,
  year,
  signal,
}: AroundQuery): Promise<GraphPart | undefined> {
  const predicate = predicates.length === 0 ? undefined : predicates;
  const { entity } = await graphql({
    query: AROUND,
    variables: { id, limit, predicate, year },
    schema: around,
    signal,
  });
  if (!entity) return undefined;
  const claims = entity.claims.nodes.filter((each) => fits(each, { predicates, year }));
  return { ...entity.neighbourhood, claims };
}

/** Whether a claim is wanted. What says nothing about time may hold at any. */
function fits(
  { predicate, from, to }: { readonly predicate: string; readonly from: string | null; readonly to: string | null },
  { predicates, year }: GraphFilter,
): boolean {
  if (predicates.length > 0 && !predicates.includes(predicate)) return false;
  if (year === undefined) return true;
  return Number(from?.slice(0, 4) ?? year) <= year && year <= Number(to?.slice(0, 4) ?? year);
}

const BETWEEN = `query ($from: ID!, $to: ID!) {
  path(from: $from, to: $to) { entities { ...node } facts { ...fact } }
  from: entity(id: $from) { ...node }
  to: entity(id: $to) { ...node }
}
${NODE} ${FACT}`;

const between = z.object({ path: z.nullable(part), from: z.nullable(node), to: z.nullable(node) });

/** A shortest way between two entities, and who they are. */
export type Between = z.output<typeof between>;

/** @returns `path` null where there is no way; `from`, `to` null where there is no such entity */
export async function fetchBetween(from: string, to: string, signal?: AbortSignal): Promise<Between> {
  return await graphql({ query: BETWEEN, variables: { from, to }, schema: between, signal });
}
