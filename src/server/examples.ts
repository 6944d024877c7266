import { readFileSync } from 'node:fs';
import yaml, { CORE_SCHEMA } from 'js-yaml';
import { z } from 'zod';
import { ErrataError } from '../errors.ts';

const lines = z.object({ en: z.array(z.string().min(1)), zh: z.array(z.string().min(1)) }).strict();
const id = z.string().regex(/^[^/\s]+\/\S+$/u, 'must be an id such as framework/pytorch');

const examplesSchema = z
  .object({
    /** To verify. */
    statements: lines,
    /** To ask. */
    questions: lines,
    /** To explore around. */
    entities: z.array(id),
    /** To find a way between. */
    paths: z.array(z.tuple([id, id])),
  })
  .strict();

/** What the page offers to try. */
export type Examples = z.output<typeof examplesSchema>;

const NONE: Examples = { statements: { en: [], zh: [] }, questions: { en: [], zh: [] }, entities: [], paths: [] };

/** Reads a file of examples; a file that is not there holds none. @throws ErrataError `EXAMPLES_INVALID` naming the mistakes. */
export function readExamples(file: string): Examples {
  const text = readIfThere(file);
  if (text === undefined) return NONE;
  const parsed = examplesSchema.safeParse(parse(file, text));
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new ErrataError('EXAMPLES_INVALID', `the examples in ${file} cannot be used:\n${mistakes.join('\n')}`);
}

function parse(file: string, text: string): unknown {
  try {
    return yaml.load(text, { schema: CORE_SCHEMA, filename: file });
  } catch (cause) {
    const message = `the examples in ${file} are not valid YAML: ${cause instanceof Error ? cause.message : cause}`;
    throw new ErrataError('EXAMPLES_INVALID', message, { cause });
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
