import { type Coverage, coverageOf } from '../../import/coverage.ts';
import { settingsFrom } from '../../settings.ts';
import { detectFormat } from '../../text/detect-format.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput, STDIN_NAME } from '../input.ts';
import type { KnowledgeFlags } from '../options.ts';

/** Largest document, in bytes. */
const MAXIMUM = 20_000_000;
/** Lines of each list in the text; JSON has all. */
const SHOWN = 30;

/** Lists what of a document the knowledge cannot decide, most frequent first. */
export async function coverage(
  path: string,
  flags: KnowledgeFlags & { format: 'text' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const text = await readInput(path, context.stdin, MAXIMUM);
  const engine = await context.loadEngine(settingsFrom(flags, context.environment));
  const name = path === '-' ? STDIN_NAME : path;
  const format = detectFormat(name, text);
  const result = engine.check({ name, text, format });
  const found = coverageOf({ text, format }, result, engine.knowledge);
  await write(context.stdout, flags.format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : formatCoverage(found));
  return EXIT.ok;
}

function formatCoverage(found: Coverage): string {
  const { document, sentences, statements, decided, share } = found;
  const lines = [
    `${document}: ${decided} of ${statements} checkable statements decided (${Math.round(100 * share)} %), ${sentences} sentences`,
    ...section(
      'undecided',
      found.undecided,
      ({ count, reason, subject, predicate, examples }) =>
        `${count} × ${reason}: ${subject} ${predicate}: ${examples[0] ?? ''}`,
    ),
    ...section(
      'names not in the knowledge',
      found.unknownNames,
      ({ name, count, example }) => `${count} × ${name}: ${example}`,
    ),
    ...section(
      'sentences with names that state nothing understood',
      found.silent,
      ({ quote, names }) => `${quote} [${names.join(', ')}]`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, SHOWN).map((item) => `  ${line(item).replaceAll(/\s+/gu, ' ').slice(0, 200)}`);
  return [
    '',
    `${title}: ${items.length}`,
    ...shown,
    ...(items.length > SHOWN ? [`  … ${items.length - SHOWN} more; --format json has all`] : []),
  ];
}
