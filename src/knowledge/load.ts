import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { ErrataError } from '../errors.ts';
import { KnowledgeBase } from './knowledge-base.ts';
import { Ontology, ontologySchema } from './ontology.ts';
import { formatProblem, type Problem } from './problem.ts';
import { type KnowledgeContent, KnowledgeReader } from './read-entry.ts';
import { YamlFile } from './yaml-file.ts';

export class KnowledgeError extends ErrataError {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`;
    super('KNOWLEDGE_INVALID', `${count} in the knowledge files:\n${problems.map(formatProblem).join('\n')}`);
    this.problems = problems;
  }
}

export interface KnowledgePaths {
  /** The ontology file. */
  readonly ontology: string;
  /** Folders (searched recursively for .yaml/.yml) or files with entities and sources. */
  readonly knowledge: readonly string[];
}

/** Loads the ontology. @throws KnowledgeError naming every mistake with its place. */
export function loadOntology(path: string): Ontology {
  const file = new YamlFile(path, readFileSync(path, 'utf8'));
  const parsed = ontologySchema.safeParse(file.read());
  if (!parsed.success) reportIssues(file, [], parsed.error);
  if (file.problems.length > 0 || !parsed.success) throw new KnowledgeError(file.problems);
  return new Ontology(parsed.data);
}

/** Loads ontology and knowledge. @throws KnowledgeError with all mistakes at once: file, line, reason and fix. */
export function loadKnowledge(paths: KnowledgePaths): KnowledgeBase {
  const { knowledge, problems } = readKnowledge(paths);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
  return knowledge;
}

/** Like loadKnowledge, but returns what could be read together with the problems instead of throwing. */
export function readKnowledge(paths: KnowledgePaths): { knowledge: KnowledgeBase; problems: readonly Problem[] } {
  const ontology = loadOntology(paths.ontology);
  const reader = new KnowledgeReader(ontology);
  for (const root of paths.knowledge) {
    for (const path of yamlFiles(root)) reader.readFile(new YamlFile(displayName(path), readFileSync(path, 'utf8')));
  }
  const content: KnowledgeContent = reader.finish();
  return { knowledge: new KnowledgeBase(ontology, content), problems: reader.problems() };
}

/** All .yaml and .yml files under a folder, in a stable order; the path itself where it is a file. */
export function yamlFiles(root: string): string[] {
  if (!statSync(root).isDirectory()) return [root];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((name) => join(root, name));
}

function displayName(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith('..') ? path : name;
}

/** Notes every issue of a failed zod parse at its place below `path`. */
export function reportIssues(file: YamlFile, path: readonly (string | number)[], error: z.ZodError): void {
  for (const issue of error.issues) {
    const place = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    file.report(place, `${place.join(' › ')}: ${issue.message}`);
  }
}
