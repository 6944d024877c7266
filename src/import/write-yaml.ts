import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { yamlFiles } from '../knowledge/load.ts';
import type { EntityId, LocalText, Source, Value } from '../knowledge/model.ts';
import type { Ontology } from '../knowledge/ontology.ts';
import type { ImportedFact } from './compare.ts';
import { ImportError } from './import-error.ts';
import type { Entry, Merged } from './merge.ts';

const SOURCES = 'sources.yaml';
const WIDTH = 120;

/**
 * Writes entries into a folder, a file per kind of id, in the format of CONTRIBUTING.md. Entries that the folder holds
 * already are completed where they stand (comments and edits stay); everything is sorted by id. Returns the files
 * that changed; with nothing new, none does.
 */
export function writeEntries(folder: string, merged: Merged, ontology: Ontology): string[] {
  const book = new Folder(folder, ontology);
  for (const entry of merged.entries) book.addEntry(entry);
  for (const source of merged.sources) book.addSource(source);
  return book.save();
}

class Folder {
  private readonly path: string;
  private readonly order: ReadonlyMap<string, number>;
  private readonly documents = new Map<string, Document>();
  private readonly before = new Map<string, string>();
  private readonly places = new Map<EntityId, string>();
  private readonly sourceIds = new Set<string>();
  private readonly touched = new Set<string>();

  constructor(path: string, ontology: Ontology) {
    this.path = path;
    this.order = new Map([...ontology.predicates.keys()].map((id, index) => [id, index]));
    if (!existsSync(path)) return;
    for (const file of yamlFiles(path)) this.read(file);
  }

  addEntry(entry: Entry): void {
    const file = this.places.get(entry.id) ?? join(this.path, `${entry.id.split('/')[0]}.yaml`);
    const document = this.open(file);
    const entities = section(document, 'entities');
    const known = entities.get(entry.id);
    if (isMap(known)) this.complete(document, known, entry);
    else entities.set(document.createNode(entry.id), this.entryNode(document, entry));
    this.touched.add(file);
  }

  addSource(source: Source): void {
    if (this.sourceIds.has(source.id)) return;
    const file = join(this.path, SOURCES);
    const document = this.open(file);
    const { id, ...rest } = source;
    section(document, 'sources').set(document.createNode(id), document.createNode(withYearNumbers(rest)));
    this.touched.add(file);
  }

  save(): string[] {
    const changed: string[] = [];
    for (const file of [...this.touched].sort()) {
      const document = this.open(file);
      for (const key of ['sources', 'entities']) sortById(section(document, key, false));
      const text = document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
      if (text === this.before.get(file)) continue;
      mkdirSync(this.path, { recursive: true });
      writeFileSync(`${file}.part`, text);
      renameSync(`${file}.part`, file);
      changed.push(file);
    }
    return changed;
  }

  private read(file: string): void {
    const document = this.open(file);
    for (const id of keysOf(section(document, 'entities', false))) this.places.set(id, file);
    for (const id of keysOf(section(document, 'sources', false))) this.sourceIds.add(id);
  }

  private open(file: string): Document {
    const known = this.documents.get(file);
    if (known) return known;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error)
      throw new ImportError(`${file}: not valid YAML: ${error.message}. Mend it, or import into another folder.`, {
        cause: error,
      });
    this.before.set(file, text);
    this.documents.set(file, document);
    return document;
  }

  private entryNode(document: Document, entry: Entry): Node {
    const sources = commonSources(entry.facts);
    const node = document.createNode({}) as YAMLMap;
    const put = (key: string, value: unknown, flow = true) => {
      if (isEmpty(value)) return;
      const child = document.createNode(value) as Node;
      if (flow && (isMap(child) || isSeq(child))) child.flow = true;
      node.set(document.createNode(key), child);
    };
    if (entry.created) {
      put('kind', entry.kind);
      put('label', inOrder(entry.label));
    } else put('extends', true);
    const names = {
      ...(entry.aliases.en.length > 0 ? { en: entry.aliases.en } : {}),
      ...(entry.aliases.zh.length > 0 ? { zh: entry.aliases.zh } : {}),
    };
    put('aliases', names);
    if (entry.created) put('description', inOrder(entry.description));
    put('sameAs', entry.sameAs);
    if (sources) put('source', sources.length === 1 ? sources[0] : sources);
    if (entry.facts.length > 0) node.set(document.createNode('facts'), this.factsNode(document, entry.facts, sources));
    return node;
  }

  private factsNode(
    document: Document,
    facts: readonly ImportedFact[],
    sources: readonly string[] | undefined,
  ): YAMLMap {
    const node = new YAMLMap();
    for (const [predicate, group] of this.grouped(facts)) {
      node.set(
        document.createNode(predicate),
        statements(
          document,
          group.map((fact) => statement(fact, sources)),
        ),
      );
    }
    return node;
  }

  /** Adds names, links and facts to an entry of the folder. */
  private complete(document: Document, node: YAMLMap, entry: Entry): void {
    for (const language of ['en', 'zh'] as const) {
      if (entry.aliases[language].length > 0) append(document, node, ['aliases', language], entry.aliases[language]);
    }
    if (entry.sameAs.length > 0) append(document, node, ['sameAs'], entry.sameAs);
    const written = node.toJSON() as { source?: string | string[] };
    const sources = written.source === undefined ? undefined : [written.source].flat();
    for (const [predicate, group] of this.grouped(entry.facts)) {
      append(
        document,
        node,
        ['facts', predicate],
        group.map((fact) => statement(fact, sources)),
      );
    }
  }

  private grouped(facts: readonly ImportedFact[]): [string, ImportedFact[]][] {
    const groups = new Map<string, ImportedFact[]>();
    for (const fact of facts) groups.set(fact.predicate.id, [...(groups.get(fact.predicate.id) ?? []), fact]);
    return [...groups].sort(([a], [b]) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }
}

/** A top-level map of the document, made where it is missing and wanted. */
function section(document: Document, key: string, make = true): YAMLMap {
  const found = document.get(key);
  if (isMap(found)) return found;
  const map = new YAMLMap();
  if (make) document.set(document.createNode(key), map);
  return map;
}

function keysOf(map: YAMLMap): string[] {
  return map.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key)));
}

function sortById(map: YAMLMap): void {
  const keyOf = (key: unknown) => (isScalar(key) ? String(key.value) : String(key));
  map.items.sort((a, b) => (keyOf(a.key) < keyOf(b.key) ? -1 : 1));
  for (const { key } of map.items) if (isScalar(key)) key.spaceBefore = false;
}

/** The sources that most facts have, so that the entry names them once; undefined without facts. */
function commonSources(facts: readonly ImportedFact[]): readonly string[] | undefined {
  const counts = new Map<string, number>();
  for (const { sources } of facts) counts.set(sources.join(' '), (counts.get(sources.join(' ')) ?? 0) + 1);
  const [best] = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  return best?.[0].split(' ');
}

/** A fact as it is written: a plain value, or a map with what is said about it. */
function statement(fact: ImportedFact, common: readonly string[] | undefined): unknown {
  const details: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(fact.qualifiers)) {
    details[name] = Array.isArray(content) && content.length === 1 ? content[0] : content;
  }
  if (fact.asOf !== undefined) details.asOf = fact.asOf;
  if (fact.rank !== 'normal') details.rank = fact.rank;
  if (fact.sources.join(' ') !== common?.join(' '))
    details.source = fact.sources.length === 1 ? fact.sources[0] : fact.sources;
  const value = plainValue(fact.value);
  return Object.keys(details).length === 0 ? value : withYearNumbers({ value, ...details });
}

function plainValue(value: Value): unknown {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'date':
      return yearNumber(value.date);
    case 'number':
      return value.amount;
    case 'text':
      return value.text.en !== undefined && value.text.en === value.text.zh ? value.text.en : inOrder(value.text);
    case 'url':
      return value.url;
  }
}

function statements(document: Document, values: readonly unknown[]): Node {
  const simple = values.every((value) => typeof value !== 'object' || value === null);
  if (values.length === 1) return flowing(document.createNode(values[0]) as Node);
  const list = new YAMLSeq();
  for (const value of values) list.add(flowing(document.createNode(value) as Node));
  list.flow = simple;
  return list;
}

function flowing(node: Node): Node {
  if (isMap(node) || isSeq(node)) {
    node.flow = true;
    for (const item of node.items) {
      const child = isMap(node) ? (item as { value: unknown }).value : item;
      if (isMap(child) || isSeq(child)) flowing(child);
    }
  }
  return node;
}

/** Appends to the list at a path below a node; a single value becomes the list's first. */
function append(document: Document, node: YAMLMap, path: readonly string[], values: readonly unknown[]): void {
  const found = node.getIn(path, true);
  if (found === undefined || found === null) {
    node.setIn(path, path[0] === 'facts' ? statements(document, values) : flowing(document.createNode(values) as Node));
    return;
  }
  const list = isSeq(found) ? found : new YAMLSeq();
  if (!isSeq(found)) list.add(found);
  for (const value of values) list.add(flowing(document.createNode(value) as Node));
  if (list.items.some((item) => isMap(item))) list.flow = false;
  else if (!isSeq(found)) list.flow = true;
  node.setIn(path, list);
}

function inOrder({ en, zh }: LocalText): Record<string, string> {
  return { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) };
}

/** Dates of year precision as numbers, as people write them. */
function withYearNumbers(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const dates = new Set(['start', 'end', 'at', 'asOf', 'read']);
  return Object.fromEntries(
    Object.entries(details).map(([name, content]) => [name, dates.has(name) ? yearNumber(String(content)) : content]),
  );
}

function yearNumber(date: string): string | number {
  return /^[1-9]\d{3}$/u.test(date) ? Number(date) : date;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
