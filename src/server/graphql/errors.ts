import { GraphQLError } from 'graphql';
import type { Language } from '../../knowledge/model.ts';
import { StoreError } from '../../store/store-error.ts';
import { Problem } from '../http/problem.ts';

/** Mistakes of the query that the store finds; everything else it throws is not the client's. */
const CLIENT_ERRORS: ReadonlySet<string> = new Set(['STORE_BAD_CURSOR', 'STORE_BAD_QUERY']);
/** The store is away or busy; it may be back soon. */
const PASSING: ReadonlySet<string> = new Set(['STORE_UNREACHABLE', 'STORE_LOCKED', 'STORE_CLOSED']);

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
  if (original instanceof Problem) return wrap(error, original.detail[options.language], problemExtensions(original));
  if (original instanceof StoreError && CLIENT_ERRORS.has(original.code))
    return wrap(error, original.message, { code: original.code });
  options.log(original);
  if (original instanceof StoreError && PASSING.has(original.code))
    return wrap(error, AWAY[options.language], storeAway(original.code));
  const message = options.development && original instanceof Error ? original.message : INTERNAL[options.language];
  return wrap(error, message, { code: 'INTERNAL', instance: `urn:errata:request:${options.requestId}` });
}

const INTERNAL = {
  en: 'Something went wrong here. The log has it under the request id given here.',
  zh: '服务内部错误。日志中可按此处的请求编号查到。',
};
const AWAY = {
  en: 'The graph cannot be reached at the moment. Try again in 5 s; /readyz says when it is back.',
  zh: '目前无法访问图数据库。请在 5 秒后重试；/readyz 会显示是否恢复。',
};

function storeAway(code: string): Record<string, unknown> {
  return { code, http: { status: 503, headers: { 'retry-after': '5' } } };
}

function problemExtensions({ code, title, detail, faults, status, headers }: Problem): Record<string, unknown> {
  const http = status === 503 || status === 401 || status === 403 ? { http: { status, headers } } : {};
  return { code, title, detail, ...(faults.length > 0 ? { errors: faults } : {}), ...http };
}

function wrap(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const at = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message, { nodes: at?.nodes ?? null, path: at?.path ?? null, extensions });
}
