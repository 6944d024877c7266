import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { loadKnowledge, yamlFiles } from '../../knowledge/load.ts';
import { settingsFrom } from '../../settings.ts';
import { InputError } from '../input.ts';
import type { GraphFlags } from './graph.ts';

export interface AddOptions {
  /** The folder of added knowledge. */
  readonly folder: string;
  readonly flags: GraphFlags;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Copies knowledge files (of folders: every YAML file) into the folder of added knowledge, once they are found to be right
 * together with all other knowledge. A file of the same name is replaced. @returns the names below the folder.
 * @throws KnowledgeError naming every mistake; then nothing is changed.
 */
export function addKnowledge(paths: readonly string[], { folder, flags, environment }: AddOptions): string[] {
  const files = paths.flatMap((path) => namedFiles(path));
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(join(dirname(folder), '.knowledge-'));
  try {
    if (existsSync(folder)) cpSync(folder, draft, { recursive: true });
    for (const { from, name } of files) cpSync(from, join(draft, name));
    const settings = settingsFrom(flags, environment);
    const others = settings.knowledge.filter((path) => resolve(path) !== resolve(folder));
    loadKnowledge({ ontology: settings.ontology, knowledge: [...others, draft] });
    for (const { name } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      renameSync(join(draft, name), join(folder, name));
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return files.map(({ name }) => name);
}

/** The YAML files of a path, with the names they get: of a folder, its own name and the way below it. */
function namedFiles(path: string): { from: string; name: string }[] {
  const isFolder = statSync(path).isDirectory();
  if (!isFolder && !/\.ya?ml$/u.test(path))
    throw new InputError(`${path} is no YAML file. 'errata import' makes one of data of other kinds.`);
  const files = yamlFiles(path);
  if (files.length === 0) throw new InputError(`${path} holds no YAML file. Name the files, or another folder.`);
  const base = basename(resolve(path));
  return files.map((from) => ({ from, name: isFolder ? join(base, relative(path, from)) : base }));
}
