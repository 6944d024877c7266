import { readFileSync } from 'node:fs';
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

const settingsSchema = z.object({
  /** The ontology file. */
  ontology: path.default(join(PACKAGE_ROOT, 'schema', 'ontology.yaml')),
  /** Files and folders of reference knowledge. */
  knowledge: pathList.default([join(PACKAGE_ROOT, 'seed', 'knowledge')]),
});

export type Settings = z.output<typeof settingsSchema>;

/** What flags can set; each wins over the environment, which wins over the default. */
export interface SettingFlags {
  readonly ontology?: string | undefined;
  readonly knowledge?: readonly string[] | undefined;
}

/**
 * Settles flags and environment: `--ontology` / `ERRATA_ONTOLOGY`, `--knowledge` (repeatable) / `ERRATA_KNOWLEDGE` (a list
 * like `PATH`). Empty variables count as unset.
 */
export function settingsFrom(flags: SettingFlags, environment: Readonly<Record<string, string | undefined>>): Settings {
  return settingsSchema.parse({
    ontology: flags.ontology ?? (environment.ERRATA_ONTOLOGY || undefined),
    knowledge: flags.knowledge ?? (environment.ERRATA_KNOWLEDGE || undefined),
  });
}

/** The version in package.json. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(content).version;
}
