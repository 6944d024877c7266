import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Services } from '../services.ts';
import type { ServerSettings } from '../settings.ts';

/** A body or an answer by media type: a schema for JSON, `text` for everything else. */
export type Content = Readonly<Record<string, z.ZodType | 'text' | 'binary'>>;

/** What an operation of the REST interface is: enough to serve it and to describe it in `/openapi.json`. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly query?: z.ZodObject;
  readonly body?: Content;
  readonly answers: Content;
  /** Bytes that the body may have. */
  readonly bodyLimit?: number;
  /** Statuses of the errors that it can answer with, besides 400, 413, 415, 429 and 503. */
  readonly errors?: readonly number[];
  /** Whether the rate limit counts it. */
  readonly limited?: boolean;
  handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

/** What operations are made from. */
export interface OperationContext {
  readonly services: Services;
  readonly settings: ServerSettings;
  /** Told of errors whose cause clients are not shown. */
  readonly report?: (error: unknown) => void;
}
