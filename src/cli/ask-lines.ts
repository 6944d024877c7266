import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';

const idSchema = z.union([z.string(), z.number()]);
const lineSchema = z.looseObject({ id: idSchema.optional(), question: z.string() });

export interface AnsweredLine {
  /** One JSON object, without line end. */
  readonly line: string;
  readonly error: boolean;
}

/** Answers each line that holds something, in order. Lines that are no `{"id", "question"}` get an answer with `error`. */
export async function* askLines(
  input: Readable,
  ask: (question: string) => Promise<Answer>,
): AsyncGenerator<AnsweredLine> {
  let first = true;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = first ? raw.replace(/^\ufeff/u, '') : raw;
    first = false;
    if (line.trim() !== '') yield await answerLine(line, ask);
  }
}

async function answerLine(line: string, ask: (question: string) => Promise<Answer>): Promise<AnsweredLine> {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (error) {
    return failed(undefined, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = lineSchema.safeParse(content);
  if (!parsed.success) return failed(content, 'an object {"id", "question"} is needed, the question a text');
  const { id, question } = parsed.data;
  try {
    return { line: JSON.stringify(toLine(id, await ask(question))), error: false };
  } catch (error) {
    return failed(
      content,
      `the question could not be answered: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The documented form of an answer line. */
function toLine(id: string | number | undefined, { question, answer, answers, abstained, facts, warnings }: Answer) {
  return { ...(id === undefined ? {} : { id }), question, answer, answers, abstained, facts, warnings };
}

function failed(content: unknown, error: string): AnsweredLine {
  const withId = z.looseObject({ id: idSchema }).safeParse(content);
  return { line: JSON.stringify({ ...(withId.success ? { id: withId.data.id } : {}), error }), error: true };
}
