import * as z from 'zod/mini';
import { graphql } from '../api/graphql.ts';
import { bilingual, verdict } from '../api/schemas.ts';

const COUNTS = 'counts { refuted conflicting supported notEnoughInfo }';
const COUNTED = 'name label zh: label(language: zh) count';
const BY_PREDICATE = `claimsByPredicate { predicate label zh: label(language: zh) ${COUNTS} }`;

const counts = z.object({
  refuted: z.number(),
  conflicting: z.number(),
  supported: z.number(),
  notEnoughInfo: z.number(),
});
const counted = z.object({ name: z.string(), label: z.string(), zh: z.string(), count: z.number() });
const byPredicate = z.object({ predicate: z.string(), label: z.string(), zh: z.string(), counts });

const OVERVIEW = `query ($after: String) {
  statistics {
    entities facts sources documents claims contradictions
    entitiesByKind { ${COUNTED} } factsByPredicate { ${COUNTED} } ${BY_PREDICATE}
  }
  documents(first: 100, after: $after) {
    nodes { name language sentences ingestedAt contradictionCount ${COUNTS} }
    pageInfo { hasNextPage endCursor }
  }
}`;

const overview = z.object({
  statistics: z.object({
    entities: z.number(),
    facts: z.number(),
    sources: z.number(),
    documents: z.number(),
    claims: z.number(),
    contradictions: z.number(),
    entitiesByKind: z.array(counted),
    factsByPredicate: z.array(counted),
    claimsByPredicate: z.array(byPredicate),
  }),
  documents: z.object({
    nodes: z.array(
      z.object({
        name: z.string(),
        language: z.string(),
        sentences: z.number(),
        ingestedAt: z.string(),
        contradictionCount: z.number(),
        counts,
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
  }),
});

export type Overview = z.output<typeof overview>;
export type DocumentRow = Overview['documents']['nodes'][number];
export type ErrorKind = Overview['statistics']['claimsByPredicate'][number];
export type Counts = z.output<typeof counts>;
export type Counted = z.output<typeof counted>;

/** What is in the graph, and a hundred documents. `after`: where the hundred before ended. */
export async function fetchOverview(after: string | undefined, signal: AbortSignal): Promise<Overview> {
  return await graphql({ query: OVERVIEW, variables: { after }, schema: overview, signal });
}

/** How many contradictions are fetched at once. */
const CONTRADICTIONS = 20;

const CLAIM = 'claimId quote start end verdict language document { name }';
const CONTRADICTORY = `query ($after: String) {
  contradictions(first: ${CONTRADICTIONS}, after: $after) {
    nodes { id explanation { en zh } a { ${CLAIM} } b { ${CLAIM} } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const side = z.object({
  claimId: z.string(),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  verdict,
  language: z.string(),
  document: z.object({ name: z.string() }),
});
const contradictory = z.object({
  contradictions: z.object({
    nodes: z.array(z.object({ id: z.string(), explanation: bilingual, a: side, b: side })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
  }),
});

export type Contradiction = z.output<typeof contradictory>['contradictions']['nodes'][number];
export type ContradictionSide = z.output<typeof side>;

export interface ContradictionPage {
  readonly items: readonly Contradiction[];
  readonly next: string | undefined;
}

/** A page of contradictions. */
export async function fetchContradictions(after: string | undefined, signal: AbortSignal): Promise<ContradictionPage> {
  const { nodes, pageInfo } = (
    await graphql({ query: CONTRADICTORY, variables: { after }, schema: contradictory, signal })
  ).contradictions;
  return { items: nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined };
}
