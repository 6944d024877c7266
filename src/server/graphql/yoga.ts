import { AsyncLocalStorage } from 'node:async_hooks';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { acceptBody } from '../http/accept-body.ts';
import { languageOf } from '../http/language.ts';
import type { OperationContext } from '../rest/operation.ts';
import type { ServerSettings } from '../settings.ts';
import { createContext, type GraphContext } from './context.ts';
import { maskError } from './errors.ts';
import { addGraphiQL, GRAPHIQL } from './graphiql.ts';
import { DOCUMENT_LIMITS, TIME_LIMIT } from './limits.ts';
import { schema } from './schema.ts';
import { timeLimit } from './time-limit.ts';

interface RequestContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Largest body of a query, in bytes: a mutation may carry a document. */
const ENVELOPE = 100_000;

/** The request that is being answered, for what Yoga does not hand on: masking errors. */
const current = new AsyncLocalStorage<FastifyRequest>();

/** Adds `POST /graphql`, subscriptions over server-sent events, and GraphiQL at `GET /graphql` for browsers. */
export function addGraphQL(app: FastifyInstance, context: OperationContext): void {
  const yoga = makeYoga(app, context);
  addGraphiQL(app);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    bodyLimit: context.settings.maxDocument + ENVELOPE,
    config: { consumes: ['application/json'] },
    handler: async (request, reply) => {
      if (wantsPage(request)) return sendPage(reply);
      if (request.method === 'POST') acceptBody(request, ['application/json']);
      const response = await current.run(request, () =>
        yoga.handleNodeRequestAndResponse(request, reply, { req: request, reply }),
      );
      return await sendResponse(response, reply);
    },
  });
}

/** Browsers that open the address get the page; programs that send a query get the answer. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' || Object.hasOwn(request.query as object, 'query')) return false;
  return request.headers.accept?.includes('text/html') ?? false;
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', GRAPHIQL.policy).send(GRAPHIQL.page);
}

async function sendResponse(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const [name, value] of response.headers) reply.header(name, value);
  return await reply.code(response.status).send(response.body ?? '');
}

function makeYoga(
  app: FastifyInstance,
  { services, settings }: OperationContext,
): YogaServerInstance<RequestContext, GraphContext> {
  return createYoga<RequestContext, GraphContext>({
    schema,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: settings.maxDocument + ENVELOPE,
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: (...parts) => log(app, 'warn', parts),
      error: (...parts) => log(app, 'error', parts),
    },
    context: ({ req }) =>
      createContext({ services, settings, authorization: req.headers.authorization, language: languageOf(req) }),
    maskedErrors: {
      maskError: (error) => maskError(error, maskOptions(app, settings)),
    },
    plugins: [
      useCSRFPrevention({ requestHeaders: ['x-graphql-yoga-csrf'] }),
      maxTokensPlugin({ n: DOCUMENT_LIMITS.tokens }),
      maxAliasesPlugin({ n: DOCUMENT_LIMITS.aliases, allowList: [] }),
      maxDirectivesPlugin({ n: DOCUMENT_LIMITS.directives }),
      timeLimit(TIME_LIMIT),
    ],
  });
}

/**
 * What Yoga has to say. Not the errors of a request: they name its query, which does not belong into the log, are most often the
 * client's, and `maskError` has noted the cause of the others.
 */
function log(app: FastifyInstance, level: 'warn' | 'error', parts: readonly unknown[]): void {
  for (const part of parts) {
    if (part instanceof GraphQLError) continue;
    app.log[level]({ err: part instanceof Error ? part : new Error(String(part)) }, 'graphql');
  }
}

function maskOptions(app: FastifyInstance, { development }: ServerSettings) {
  const request = current.getStore();
  return {
    language: request ? languageOf(request) : 'en',
    development,
    requestId: request?.id ?? '',
    log: (error: unknown) => (request ?? app).log.error({ err: error }, 'internal error'),
  } as const;
}
