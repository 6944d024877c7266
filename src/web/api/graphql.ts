import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import { postJson, type RequestOptions, read } from './request.ts';

const envelope = z.object({
  data: z.optional(z.nullable(z.unknown())),
  errors: z.optional(
    z.array(z.object({ message: z.string(), extensions: z.optional(z.object({ code: z.optional(z.string()) })) })),
  ),
});

export interface GraphQLRequest<Schema extends z.ZodMiniType> extends RequestOptions {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What `data` looks like. */
  readonly schema: Schema;
}

/** Asks GraphQL. @returns `data`, held to the schema @throws ApiError also where the answer has `errors` */
export async function graphql<Schema extends z.ZodMiniType>({
  query,
  variables = {},
  schema,
  ...options
}: GraphQLRequest<Schema>): Promise<z.output<Schema>> {
  const answer = await postJson('/graphql', { query, variables }, { ...options, schema: envelope });
  const error = answer.errors?.[0];
  if (error) throw new ApiError('problem', { code: error.extensions?.code, detail: error.message });
  return read(schema, answer.data);
}
