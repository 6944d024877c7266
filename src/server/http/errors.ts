import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ErrataError } from '../../errors.ts';
import { StoreError } from '../../store/store-error.ts';
import { UnreadableInputError } from '../../text/decode.ts';
import { ClientGone } from './closed-signal.ts';
import { languageOf } from './language.ts';
import { Problem, problemBody } from './problem.ts';
import {
  badRequest,
  internal,
  malformedJson,
  methodNotAllowed,
  notFound,
  tooLarge,
  unreadableDocument,
  unsupportedMediaType,
} from './problems.ts';
import { storeProblem } from './store-problem.ts';

interface ErrorOptions {
  /** Whether internal errors show what they say. */
  readonly development: boolean;
}

/** Makes every error of the app an `application/problem+json`; causes of our own mistakes go to the log, never to clients. */
export function addErrors(app: FastifyInstance, options: ErrorOptions): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request, options);
    if (problem.status === 500 && !(error instanceof ClientGone))
      request.log.error({ err: problem.cause ?? error }, 'internal error');
    else if (error instanceof StoreError) request.log.warn({ err: error }, 'the graph');
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = allowedMethods(app, path);
    const problem = allowed.length > 0 ? methodNotAllowed(request.method, allowed) : notFound(request.method, path);
    return sendProblem(problem, request, reply);
  });
}

/** Answers requests that are broken before any route is looked for, such as addresses that cannot be decoded. */
export function answerBroken(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(fromFastify(error, request) ?? internal(error), request, reply);
}

function allowedMethods(app: FastifyInstance, url: string): string[] {
  return (['GET', 'POST', 'DELETE'] as const).filter((method) => {
    const route = app.findRoute({ url, method });
    // The page's files are found by a wildcard, which matches everything.
    return route !== null && !('*' in route.params);
  });
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, language, request.id)));
}

/** Says any error as a problem; what is neither ours on purpose nor the client's fault becomes `INTERNAL`. */
export function toProblem(error: unknown, request: FastifyRequest, { development }: ErrorOptions): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnreadableInputError) return unreadableDocument(error.message, error);
  const ofStore = storeProblem(error);
  if (ofStore) return ofStore;
  const known = isFastifyError(error) ? fromFastify(error, request) : undefined;
  if (known) return known;
  const shown = development || error instanceof ErrataError ? describe(error) : undefined;
  return internal(error, development ? shown : undefined);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
}

/** What Fastify and its plugins find wrong with a request. */
function fromFastify(error: FastifyError, request: FastifyRequest): Problem | undefined {
  const { statusCode = 500, message } = error;
  if (statusCode === 413) return tooLarge(request.routeOptions.bodyLimit ?? 0);
  if (statusCode === 415 || statusCode === 406) return unsupportedMediaType(supportedTypes(request));
  if (
    error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    error instanceof SyntaxError
  )
    return malformedJson(message.replace(/^Body is not valid JSON.*$/u, 'it is cut off or has a syntax error'));
  return statusCode >= 400 && statusCode < 500 ? badRequest(message.replace(/\.$/u, '')) : undefined;
}

function supportedTypes(request: FastifyRequest): readonly string[] {
  return request.routeOptions.config.consumes ?? ['application/json'];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types that the route's body may have. */
    consumes?: readonly string[];
  }
}
