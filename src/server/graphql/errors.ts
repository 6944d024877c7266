import { GraphQLError } from 'graphql';
import type { Language } from '../../knowledge/model.ts';
import { Problem } from '../http/problem.ts';
import { storeProblem } from '../http/store-problem.ts';

interface MaskOptions {
  readonly language: Language;
  readonly development: boolean;
  readonly requestId: string;
  /** Told of what is our mistake. */
  readonly log: (error: unknown) => void;
}

/** What a client sees of an error: its own mistakes with the fix, everything else only as «internal», under the request's id. */
export function maskError(error: unknown, options: MaskOptions): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  // Without an original it is GraphQL's own: syntax, validation, limits.
  if (original === undefined || original === null) return error as GraphQLError;
  if (original instanceof GraphQLError) return error as GraphQLError;
  const problem = original instanceof Problem ? original : storeProblem(original);
  if (problem?.cause !== undefined) options.log(problem.cause);
  if (problem) return wrap(error, problem.detail[options.language], problemExtensions(problem));
  options.log(original);
  const message = options.development && original instanceof Error ? original.message : INTERNAL[options.language];
  return wrap(error, message, { code: 'INTERNAL', instance: `urn:errata:request:${options.requestId}` });
}

const INTERNAL = {
  en: 'Something went wrong here. The log has it under the request id given here.',
  zh: '服务内部错误。日志中可按此处的请求编号查到。',
};
function problemExtensions({ code, title, detail, faults, status, headers }: Problem): Record<string, unknown> {
  const http = status === 503 || status === 401 || status === 403 ? { http: { status, headers } } : {};
  return { code, title, detail, ...(faults.length > 0 ? { errors: faults } : {}), ...http };
}

function wrap(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const at = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message, { nodes: at?.nodes ?? null, path: at?.path ?? null, extensions });
}
