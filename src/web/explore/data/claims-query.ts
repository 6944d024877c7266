import * as z from 'zod/mini';
import { graphql } from '../../api/graphql.ts';
import { CLAIM, claim, FACT, NODE } from './schemas.ts';

/** How many claims are fetched at once: what the service's limit of complexity allows for. */
export const CLAIMS_AT_ONCE = 40;

const QUERY = `query ($entity: ID, $predicate: [String!], $after: String) {
  claims(entity: $entity, predicate: $predicate, verdict: [REFUTED], first: ${CLAIMS_AT_ONCE}, after: $after) {
    nodes { ...claim } pageInfo { hasNextPage endCursor }
  }
}
${NODE} ${FACT} ${CLAIM}`;

const schema = z.object({
  claims: z.object({
    nodes: z.array(claim),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
  }),
});

export interface WrongQuery {
  /** Only about this. */
  readonly entity?: string | undefined;
  /** Only by this relation. */
  readonly predicate?: string | undefined;
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

/** A page of what documents get wrong; `next`: where it goes on, absent at the end. */
export interface WrongPage {
  readonly claims: z.output<typeof claim>[];
  readonly next: string | undefined;
}

export async function fetchWrong({ entity, predicate, after }: WrongQuery, signal?: AbortSignal): Promise<WrongPage> {
  const variables = { entity, after, predicate: predicate === undefined ? undefined : [predicate] };
  const { nodes, pageInfo } = (await graphql({ query: QUERY, variables, schema, signal })).claims;
  return { claims: nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined };
}
