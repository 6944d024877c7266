import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../knowledge/model.ts';
import type { Shown } from '../report/report.ts';
import { EVERYTHING } from '../report/select.ts';
import { parseSize } from './size.ts';

/** Flags that every command with knowledge has. */
export interface KnowledgeFlags {
  readonly ontology?: string;
  readonly knowledge?: readonly string[];
}

export function addKnowledgeOptions(command: Command): Command {
  return command
    .option(
      '--knowledge <path>',
      'reference knowledge: a folder or YAML file; may be repeated (default: what Errata ships)',
      collect,
    )
    .option('--ontology <file>', 'ontology (default: what Errata ships)');
}

export type LanguageFlag = Language | 'auto';

export function languageOption(automatic: string): Option {
  return new Option('--language <language>', `language of labels and explanations; auto: ${automatic}`)
    .choices(['zh', 'en', 'auto'])
    .default('auto');
}

const SHOWN: Readonly<Record<string, readonly Shown[]>> = {
  refuted: ['REFUTED'],
  supported: ['SUPPORTED'],
  conflicting: ['CONFLICTING'],
  'no-information': ['NOT_ENOUGH_INFO'],
  contradictions: ['CONTRADICTION'],
  all: [...EVERYTHING],
};

/** Reads `--only refuted,supported`. */
export function parseOnly(list: string): ReadonlySet<Shown> {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  return new Set(
    names.flatMap((name) => {
      const shown = Object.hasOwn(SHOWN, name) ? SHOWN[name] : undefined;
      if (!shown) throw new InvalidArgumentError(`Choose from ${Object.keys(SHOWN).join(', ')}; separate with commas.`);
      return shown;
    }),
  );
}

/** Reads `--max-size 20MB`. */
export function parseSizeOption(text: string): number {
  const size = parseSize(text);
  if (size === undefined) throw new InvalidArgumentError('Give a size such as 20MB, 500kB or a number of bytes.');
  return size;
}

function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}
