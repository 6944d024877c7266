import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Content, Operation } from './operation.ts';
import { problemSchema } from './problem-schema.ts';

const ERRORS: Readonly<Record<number, string>> = {
  400: 'The request cannot be used; `errors` says where and why.',
  401: 'No token, or a wrong one.',
  403: 'Writing is off.',
  404: 'There is no such thing in the graph.',
  406: 'No such format of answer.',
  413: 'The body is too large.',
  415: 'This type of body is not understood.',
  422: 'The document is no text.',
  429: 'Too many requests; Retry-After says when to come back.',
  503: 'Not ready, or too much to do; Retry-After says when to come back.',
};
const USUAL = [400, 429, 503];
const WITH_BODY = [413, 415];

/** The description of the REST interface (OpenAPI 3.1), from the schemas that validate. */
export function openApiDocument(operations: readonly Operation[], version: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Errata',
      version,
      description: 'Checks statements and documents about AI people and techniques against sourced facts.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
  });
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, query, body, answers, errors = [] } = operation;
  const statuses = [...(operation.limited === false ? [] : USUAL), ...(body ? WITH_BODY : []), ...errors];
  return {
    operationId: id,
    summary,
    description,
    ...(query ? { requestParams: { query } } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
    responses: {
      '200': { description: 'The answer.', content: contentOf(answers) },
      ...Object.fromEntries(
        [...new Set(statuses)].sort().map((status) => [
          String(status),
          {
            description: ERRORS[status] ?? 'An error.',
            content: { 'application/problem+json': { schema: problemSchema } },
          },
        ]),
      ),
    },
  };
}

function contentOf(content: Content) {
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [type, { schema: schemaOf(type, schema) }]),
  );
}

function schemaOf(type: string, schema: z.ZodType | 'text' | 'binary'): z.ZodType {
  if (typeof schema !== 'string') return schema;
  const file = z.string().meta({ contentMediaType: 'application/octet-stream' });
  if (type === 'multipart/form-data') return z.object({ file });
  return schema === 'binary' ? file : z.string();
}
