import * as z from 'zod/mini';
import { graphql } from '../../api/graphql.ts';
import { FACT, fact, NODE, node } from './schemas.ts';

const text = z.nullable(z.string());

const QUERY = `query ($id: ID!) {
  entity(id: $id) {
    ...node
    description descriptionZh: description(language: zh) aliases sameAs neo4jBrowser
    facts { ...fact }
    about: factsAbout { predicate predicateLabel predicateZh: predicateLabel(language: zh) }
  }
}
${NODE} ${FACT}`;

const extra = z.object({
  description: text,
  descriptionZh: text,
  aliases: z.array(z.string()),
  sameAs: z.array(z.string()),
  neo4jBrowser: text,
  facts: z.array(fact),
  about: z.array(z.object({ predicate: z.string(), predicateLabel: z.string(), predicateZh: z.string() })),
});

const schema = z.object({ entity: z.nullable(z.intersection(extra, node)) });

/** Everything that the page of an entity shows. `about`: the predicates of facts that have it as their value. */
export type EntityDetails = NonNullable<z.output<typeof schema>['entity']>;

/** @returns undefined where there is no entity of this id */
export async function fetchEntity(id: string, signal?: AbortSignal): Promise<EntityDetails | undefined> {
  return (await graphql({ query: QUERY, variables: { id }, schema, signal })).entity ?? undefined;
}

const ABOUT = `query ($id: ID!) { entity(id: $id) { factsAbout { ...fact } } } ${FACT}`;
const about = z.object({ entity: z.nullable(z.object({ factsAbout: z.array(fact) })) });

/** Facts that have the entity as their value: often many. */
export async function fetchAbout(id: string, signal?: AbortSignal) {
  const { entity } = await graphql({ query: ABOUT, variables: { id }, schema: about, signal });
  return entity?.factsAbout ?? [];
}
