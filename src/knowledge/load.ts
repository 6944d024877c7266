import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ErrataError } from '../errors.ts';
import { cacheKey, type FileBytes, KnowledgeCache } from './cache.ts';
import type { KnowledgeContent } from './content.ts';
import { KnowledgeBase } from './knowledge-base.ts';
import { Ontology, type OntologyData } from './ontology.ts';
import type { Origins } from './origins.ts';
import { formatProblem, type Problem } from './problem.ts';
import { KnowledgeReader } from './read-entry.ts';
import { readOntology } from './read-ontology.ts';
import { YamlFile } from './yaml-file.ts';

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

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
  /** Where read knowledge is kept between runs; undefined: nowhere. Default: what `ERRATA_CACHE` says. */
  readonly cache?: KnowledgeCache | undefined;
}

/** A file as read; `name` is its place below the folder that was asked for. */
interface ReadFile extends FileBytes {
  readonly path: string;
}

/** Loads the ontology. @throws KnowledgeError naming every mistake with its place. */
export function loadOntology(path: string): Ontology {
  return new Ontology(loadOntologyData(path));
}

/** The ontology as written, with defaults filled in. @throws KnowledgeError like `loadOntology`. */
export function loadOntologyData(path: string): OntologyData {
  return parseOntology(readBytes(path, basename(path)));
}

/** Loads ontology and knowledge. @throws KnowledgeError with all mistakes at once: file, line, reason and fix. */
export function loadKnowledge(paths: KnowledgePaths): KnowledgeBase {
  const { knowledge, problems } = readKnowledge(paths);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
  return knowledge;
}

/**
 * Like loadKnowledge, but returns what could be read together with the problems instead of throwing. Knowledge without
 * errors comes from the cache where it is there unchanged. @throws KnowledgeError where the ontology has mistakes.
 */
export function readKnowledge(paths: KnowledgePaths): { knowledge: KnowledgeBase; problems: readonly Problem[] } {
  const files = filesOf(paths);
  const cache = 'cache' in paths ? paths.cache : KnowledgeCache.usual();
  if (!cache?.isWorth(files)) return readFiles(files);
  const key = cacheKey(files);
  const cached = cache.read(key);
  if (cached) return { knowledge: new KnowledgeBase(new Ontology(cached.ontology), cached.content), problems: [] };
  const { ontology, content, knowledge, problems } = readFiles(files);
  if (problems.length === 0) cache.write(key, { ontology, content });
  return { knowledge, problems };
}

/** What the files say, with the place of everything said. Reads the files, never the cache. */
export interface InspectedKnowledge {
  readonly ontology: OntologyData;
  readonly content: KnowledgeContent;
  readonly knowledge: KnowledgeBase;
  readonly origins: Origins;
  readonly problems: readonly Problem[];
}

/** Reads the files for validation. @throws KnowledgeError where the ontology has mistakes. */
export function inspectKnowledge(paths: KnowledgePaths): InspectedKnowledge {
  return readFiles(filesOf(paths));
}

function readFiles([ontologyFile, ...files]: Files): InspectedKnowledge {
  const data = parseOntology(ontologyFile);
  const ontology = new Ontology(data);
  const reader = new KnowledgeReader(ontology);
  for (const file of files) reader.readFile(toYaml(file));
  const content = reader.finish();
  const knowledge = new KnowledgeBase(ontology, content);
  return { ontology: data, content, knowledge, origins: reader.origins, problems: reader.problems() };
}

/** All .yaml and .yml files under a folder, in a stable order; the path itself where it is a file. */
export function yamlFiles(root: string): string[] {
  if (!statSync(root).isDirectory()) return [root];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/u.test(name))
    .sort()
    .map((name) => join(root, name));
}

/** A path as people write it from here. */
function displayName(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith('..') ? path : name;
}

/** The ontology, then the knowledge files in a stable order. */
type Files = readonly [ReadFile, ...ReadFile[]];

function filesOf(paths: KnowledgePaths): Files {
  const files = paths.knowledge.flatMap((root) =>
    yamlFiles(root).map((path) => readBytes(path, path === root ? basename(path) : relative(root, path))),
  );
  return [readBytes(paths.ontology, ''), ...files];
}

function readBytes(path: string, name: string): ReadFile {
  return { path, name, bytes: readFileSync(path) };
}

function toYaml({ path, bytes }: ReadFile): YamlFile {
  return new YamlFile(displayName(path), DECODER.decode(bytes));
}

function parseOntology(read: ReadFile): OntologyData {
  const file = toYaml(read);
  const data = readOntology(file);
  if (data === undefined || file.problems.length > 0) throw new KnowledgeError(file.problems);
  return data;
}
