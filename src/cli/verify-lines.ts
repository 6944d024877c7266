import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Verdict, Verification } from '../assessment/result.ts';

const idSchema = z.union([z.string(), z.number()]);
const lineSchema = z.looseObject({ id: idSchema.optional(), claim: z.string().trim().min(1) });

export interface Answer {
  /** One JSON object, without line end. */
  readonly line: string;
  readonly error: boolean;
  readonly verdict?: Verdict;
}

/** Answers each line that holds something, in order. Lines of any faulty kind get an answer with `error`. */
export async function* verifyLines(
  input: Readable,
  verify: (claim: string) => Promise<Verification>,
): AsyncGenerator<Answer> {
  let first = true;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = first ? raw.replace(/^\ufeff/u, '') : raw;
    first = false;
    if (line.trim() !== '') yield await answer(line, verify);
  }
}

async function answer(line: string, verify: (claim: string) => Promise<Verification>): Promise<Answer> {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (error) {
    return failed(undefined, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = lineSchema.safeParse(content);
  if (!parsed.success) return failed(content, parsed.error.issues.map(describeIssue).join('; '));
  const { id, claim } = parsed.data;
  try {
    const verification = await verify(claim);
    return {
      line: JSON.stringify({ ...(id === undefined ? {} : { id }), ...verification }),
      error: false,
      verdict: verification.verdict,
    };
  } catch (error) {
    return failed(content, `the claim could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function failed(content: unknown, error: string): Answer {
  const withId = z.looseObject({ id: idSchema }).safeParse(content);
  return { line: JSON.stringify({ ...(withId.success ? { id: withId.data.id } : {}), error }), error: true };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.');
  return place === '' ? 'an object {"id", "claim"} is needed' : `"${place}": ${issue.message}`;
}
