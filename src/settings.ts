import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of the package: ontology and knowledge that it ships lie below it, wherever the command is run. */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

const path = z.string().min(1);
const pathList = z.union([
  z.array(path).min(1),
  path.transform((value) => value.split(delimiter).filter((part) => part !== '')),
]);

/** The classifier of sentence pairs that Errata ships. */
const ENTAILMENT_MODEL = join(PACKAGE_ROOT, 'seed', 'models', 'entailment-zh-en');

const settingsSchema = z.object({
  /** The ontology file. */
  ontology: path.default(join(PACKAGE_ROOT, 'schema', 'ontology.yaml')),
  /** Files and folders of reference knowledge. */
  knowledge: pathList.default([join(PACKAGE_ROOT, 'seed', 'knowledge')]),
});

export interface Settings extends z.output<typeof settingsSchema> {
  /** The folder of the classifier that reads what no other layer decides; left out: none. */
  readonly entailment?: string;
}

/** What flags can set; each wins over the environment, which wins over the default. */
export interface SettingFlags {
  readonly ontology?: string | undefined;
  readonly knowledge?: readonly string[] | undefined;
  readonly data?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The data folder: `--data` / `ERRATA_DATA`, by default `./data`. */
export function dataFolder(flags: Pick<SettingFlags, 'data'>, environment: Environment): string {
  return flags.data ?? (environment.ERRATA_DATA || './data');
}

/** The folder of knowledge that `errata load` adds files to. */
export function addedKnowledge(data: string): string {
  return join(data, 'added-knowledge');
}

/**
 * Settles flags and environment: `--ontology` / `ERRATA_ONTOLOGY`, `--knowledge` (repeatable) / `ERRATA_KNOWLEDGE` (a list
 * like `PATH`), `ERRATA_ENTAILMENT` (the folder of a classifier, or `off`). Empty variables count as unset. What was added to the
 * data folder belongs to the knowledge in any case.
 */
export function settingsFrom(flags: SettingFlags, environment: Environment): Settings {
  const given = settingsSchema.parse({
    ontology: flags.ontology ?? (environment.ERRATA_ONTOLOGY || undefined),
    knowledge: flags.knowledge ?? (environment.ERRATA_KNOWLEDGE || undefined),
  });
  const entailment = environment.ERRATA_ENTAILMENT || ENTAILMENT_MODEL;
  const settings = entailment === 'off' ? given : { ...given, entailment };
  const added = addedKnowledge(dataFolder(flags, environment));
  return existsSync(added) ? { ...settings, knowledge: [...settings.knowledge, added] } : settings;
}

/** The version in package.json. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(content).version;
}
