import { z } from 'zod';
import type { ProblemBody } from '../http/problem.ts';

/** Every error's body (RFC 9457, `application/problem+json`). */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:errata:problem:request-invalid' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong and how to mend it, in the language of Accept-Language.' }),
    code: z.string().meta({ example: 'REQUEST_INVALID' }),
    instance: z.string().meta({ description: 'The request, as in X-Request-Id and in the log.' }),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: 'JSON pointer into the body.' }), detail: z.string() }))
      .exactOptional(),
  })
  .meta({ id: 'Problem' }) satisfies z.ZodType<ProblemBody>;
