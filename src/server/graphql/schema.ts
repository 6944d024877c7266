import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import './answer.ts';
import './argument.ts';
import './bilingual.ts';
import './claim.ts';
import './contradiction.ts';
import './document.ts';
import './entity.ts';
import './examples-query.ts';
import './fact.ts';
import './ingestion-event.ts';
import './language.ts';
import './mention.ts';
import './mutations.ts';
import './names.ts';
import './passage.ts';
import './past-assessment.ts';
import './predicate.ts';
import './predicate-claims.ts';
import './qualifiers.ts';
import './search.ts';
import './source.ts';
import './statistics.ts';
import './subgraph.ts';
import './suggestion.ts';
import './value.ts';
import './verdict.ts';
import './verdict-counts.ts';
import './verification.ts';
import { builder } from './builder.ts';

builder.queryType({
  description: 'What can be asked: the reference knowledge, the documents, and whether statements are true.',
});

builder.mutationType({ description: 'What can be changed, by whoever bears the token.' });
builder.subscriptionType({ description: 'What can be watched, over server-sent events.' });

/** The GraphQL schema of the service. */
export const schema: GraphQLSchema = builder.toSchema();

/** The schema as `schema/schema.graphql` holds it. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
