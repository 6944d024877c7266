import * as z from 'zod/mini';
import { language } from '../state/language.ts';
import { ApiError, asApiError, errorOf } from './api-error.ts';
import { token } from './token.ts';

// The page may not make code out of strings; without this zod would try.
z.config({ jitless: true });

export interface RequestOptions {
  /** Ends the request; it then fails as `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which it is given up; default 30,000. */
  readonly timeout?: number;
  /** The media type to ask for; default JSON. */
  readonly accept?: string;
}

const PATIENCE = 30_000;

/** Posts JSON and reads the answer's JSON. @throws ApiError */
export async function postJson<Schema extends z.ZodMiniType>(
  path: string,
  body: unknown,
  { schema, ...options }: RequestOptions & { readonly schema: Schema },
): Promise<z.output<Schema>> {
  const response = await post(path, body, options);
  return read(schema, await response.json().catch(refuse));
}

/** Reads JSON. @throws ApiError */
export async function getJson<Schema extends z.ZodMiniType>(
  path: string,
  { schema, ...options }: RequestOptions & { readonly schema: Schema },
): Promise<z.output<Schema>> {
  const response = await send(path, { method: 'GET' }, options);
  return read(schema, await response.json().catch(refuse));
}

/** Posts JSON and reads the answer as a file. @throws ApiError */
export async function postForFile(path: string, body: unknown, options: RequestOptions): Promise<Blob> {
  const response = await post(path, body, options);
  return await response.blob().catch(refuse);
}

/** Holds data to a schema. @throws ApiError `unexpected` where it does not fit */
export function read<Schema extends z.ZodMiniType>(schema: Schema, data: unknown): z.output<Schema> {
  const result = schema.safeParse(data);
  if (!result.success) throw new ApiError('unexpected', { cause: result.error });
  return result.data;
}

async function post(path: string, body: unknown, options: RequestOptions): Promise<Response> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return await send(path, init, options);
}

async function send(
  path: string,
  { headers, ...init }: RequestInit,
  { signal, timeout = PATIENCE, accept = 'application/json' }: RequestOptions,
): Promise<Response> {
  const late = AbortSignal.timeout(timeout);
  const all = { ...headers, accept: `${accept}, application/problem+json`, 'accept-language': language.get() };
  const ended = signal ? AbortSignal.any([signal, late]) : late;
  try {
    const response = await fetch(path, { ...init, headers: { ...all, ...authorization() }, signal: ended });
    if (!response.ok) throw await errorOf(response);
    return response;
  } catch (error) {
    if (late.aborted) throw new ApiError('timeout', { cause: error });
    if (signal?.aborted) throw new ApiError('cancelled', { cause: error });
    throw error instanceof TypeError ? new ApiError('unreachable', { cause: error }) : asApiError(error);
  }
}

function authorization(): { readonly authorization?: string } {
  return token.get() === '' ? {} : { authorization: `Bearer ${token.get()}` };
}

function refuse(cause: unknown): never {
  throw new ApiError('unreachable', { cause });
}
