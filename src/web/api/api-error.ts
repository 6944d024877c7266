import * as z from 'zod/mini';

/** What can go wrong between the page and the service. */
export type Trouble = 'unreachable' | 'timeout' | 'cancelled' | 'problem' | 'unexpected';

/** A request that failed. `problem`: the service said why; the others: there was no usable answer. */
export class ApiError extends Error {
  readonly trouble: Trouble;
  readonly status: number;
  /** The service's word for it, as in `RATE_LIMITED`. */
  readonly code: string | undefined;
  /** The service's sentence, in the language that was asked in. */
  readonly detail: string | undefined;
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;

  constructor(trouble: Trouble, more: ApiErrorOptions = {}) {
    super(more.detail ?? trouble, { cause: more.cause });
    this.name = 'ApiError';
    this.trouble = trouble;
    this.status = more.status ?? 0;
    this.code = more.code;
    this.detail = more.detail;
    this.retryAfter = more.retryAfter;
  }
}

interface ApiErrorOptions {
  readonly status?: number;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

const problem = z.object({ detail: z.string(), code: z.string() });

/** The error that an answer is: `application/problem+json`, or one from something between. */
export async function errorOf(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const base = { status: response.status, ...(Number.isFinite(seconds) ? { retryAfter: seconds } : {}) };
  const read = problem.safeParse(await response.json().catch(() => undefined));
  return new ApiError('problem', read.success ? { ...base, ...read.data } : base);
}

/** Any thrown thing as an `ApiError`. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('unexpected', { cause: thrown });
}
