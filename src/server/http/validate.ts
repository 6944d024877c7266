import { z } from 'zod';
import type { Bilingual } from '../../assessment/result.ts';
import type { Fault } from './problem.ts';
import { invalidRequest } from './problems.ts';

const LOCALES = { en: z.locales.en().localeError, zh: z.locales.zhCN().localeError };

/**
 * Reads what came from outside with a schema.
 * @throws Problem `REQUEST_INVALID` that names every fault with its JSON pointer, in both languages.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: 'body' | 'query' = 'body',
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: LOCALES.en });
  if (parsed.success) return parsed.data;
  // A second reading for the other language: only where something is wrong.
  const chinese = schema.safeParse(value, { error: LOCALES.zh });
  throw invalidRequest(faultsOf(parsed.error, chinese.error), where);
}

function faultsOf(english: z.ZodError, chinese: z.ZodError | undefined): Fault[] {
  return english.issues.map((issue, index) => ({
    pointer: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: both(issue.message, chinese?.issues[index]?.message),
  }));
}

/** A schema's own message may hold both languages as `en | zh`. */
function both(en: string, zh: string | undefined): Bilingual {
  const [own, other] = en.split(' | ');
  return { en: own ?? en, zh: other ?? zh ?? en };
}
