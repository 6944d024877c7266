import type { z } from 'zod';
import {
  type EntityEntry,
  type ExtensionEntry,
  entitySchema,
  extensionSchema,
  type StatementEntry,
  sourceSchema,
  statementSchema,
} from './entry-schema.ts';
import type { Alias, Completeness, Entity, Fact, Qualifiers, Source } from './model.ts';
import type { Ontology, Predicate } from './ontology.ts';
import type { Problem } from './problem.ts';
import { readValue, valueKey } from './read-value.ts';
import { checkReferences } from './references.ts';
import type { Path, YamlFile } from './yaml-file.ts';

export interface KnowledgeContent {
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly completeness: readonly Completeness[];
  readonly sources: ReadonlyMap<string, Source>;
}

/** A fact whose sources are still ids, with its place for messages. */
interface PendingFact {
  readonly fact: Omit<Fact, 'sources'>;
  readonly sourceIds: readonly string[];
  readonly file: YamlFile;
  readonly path: Path;
}

/** Reads knowledge files one after the other, then resolves what they say of each other. */
export class KnowledgeReader {
  private readonly ontology: Ontology;
  private readonly files: YamlFile[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly entities = new Map<string, { entity: Entity; file: YamlFile; path: Path }>();
  private readonly extensions: { id: string; entry: ExtensionEntry; file: YamlFile; path: Path }[] = [];
  private readonly pending: PendingFact[] = [];
  private readonly completeness: Completeness[] = [];
  private readonly factIds = new Map<string, number>();

  constructor(ontology: Ontology) {
    this.ontology = ontology;
  }

  problems(): Problem[] {
    return this.files.flatMap(({ problems }) => problems);
  }

  readFile(file: YamlFile): void {
    this.files.push(file);
    const content = file.read();
    if (content === undefined || content === null) return;
    if (typeof content !== 'object' || Array.isArray(content)) {
      file.report([], 'a knowledge file is a map with the keys `sources` and `entities`');
      return;
    }
    for (const [key, value] of Object.entries(content)) {
      if (value === null) continue;
      if (key === 'sources') this.readSources(file, value);
      else if (key === 'entities') this.readEntities(file, value);
      else file.report([key], `unknown key '${key}'; a knowledge file has \`sources\` and \`entities\``);
    }
  }

  /** Resolves sources and ids across all files read. */
  finish(): KnowledgeContent {
    this.extend();
    const facts: Fact[] = [];
    for (const { fact, sourceIds, file, path } of this.pending) {
      const sources: Source[] = [];
      for (const id of sourceIds) {
        const source = this.sources.get(id);
        if (source) sources.push(source);
        else file.report(path, `unknown source '${id}'; define it under \`sources\``);
      }
      if (sourceIds.length === 0)
        file.report(path, `${fact.predicate}: no source; add \`source:\` to the fact or the entity`);
      facts.push({ ...fact, sources });
    }
    const known = new Set([...this.ontology.entities.map(({ id }) => id), ...this.entities.keys()]);
    for (const { fact, file, path } of this.pending)
      checkReferences(this.ontology, fact, known, (message) => file.report(path, message));
    const entities = [...this.entities.values()].map(({ entity }) => entity);
    return { entities, facts, completeness: this.completeness, sources: this.sources };
  }

  private readSources(file: YamlFile, value: object): void {
    for (const [id, raw] of Object.entries(value)) {
      const source = parse(file, ['sources', id], sourceSchema, raw);
      if (!source) continue;
      const known = this.sources.get(id);
      if (!known) this.sources.set(id, { id, ...source } as Source);
      else if (known.url !== source.url) {
        file.report(
          ['sources', id],
          `source '${id}' is already defined with another url (${known.url}); use another id`,
        );
      }
    }
  }

  private readEntities(file: YamlFile, value: object): void {
    for (const [id, raw] of Object.entries(value)) {
      const path = ['entities', id];
      if (typeof raw === 'object' && raw !== null && 'extends' in raw) {
        const extension = parse(file, path, extensionSchema, raw);
        if (extension) this.extensions.push({ id, entry: extension, file, path });
        continue;
      }
      const entry = parse(file, path, entitySchema, raw);
      if (!entry) continue;
      const twin = this.entities.get(id);
      if (twin) file.report(path, `'${id}' is already defined in ${twin.file.name}; merge the two`);
      else this.readEntity(file, path, id, entry);
    }
  }

  private readEntity(file: YamlFile, path: Path, id: string, entry: EntityEntry): void {
    if (!this.ontology.hasKind(entry.kind))
      file.report([...path, 'kind'], `unknown kind '${entry.kind}'; see kinds in the ontology`);
    const prefix = id.split('/')[0] ?? '';
    if (!this.ontology.ancestors(entry.kind).has(prefix)) {
      file.report(path, `id '${id}': '${prefix}' is neither the kind '${entry.kind}' nor one it is under`);
    }
    if (entry.label.en === undefined && entry.label.zh === undefined)
      file.report([...path, 'label'], 'needs a label in en or zh');
    const { kind, label, description, sameAs } = entry;
    const entity = { id, kind, label, aliases: aliasesOf(entry), description, sameAs } as Entity;
    this.entities.set(id, { entity, file, path });
    this.readFacts(file, path, id, entry);
    for (const key of ['complete', 'completeInverse'] as const) {
      const inverse = key === 'completeInverse';
      for (const [index, { predicate, start, end }] of entry[key].entries()) {
        if (!this.ontology.predicates.has(predicate))
          file.report([...path, key, index], `unknown predicate '${predicate}'`);
        this.completeness.push({ subject: id, predicate, inverse, ...defined({ start, end }) });
      }
    }
  }

  private readFacts(file: YamlFile, path: Path, subject: string, entry: EntityEntry | ExtensionEntry): void {
    for (const [predicateId, raw] of Object.entries(entry.facts)) {
      const place = [...path, 'facts', predicateId];
      const predicate = this.ontology.predicates.get(predicateId);
      if (!predicate) file.report(place, `unknown predicate '${predicateId}'; see predicates in the ontology`);
      else this.readStatements({ file, path: place, subject, predicate, sources: entry.source }, raw);
    }
  }

  /** Applies the extensions once every definition is read, whatever the order of the files. */
  private extend(): void {
    if (this.extensions.length === 0) return;
    const single = new Set<string>();
    for (const { fact } of this.pending) {
      if (fact.rank !== 'deprecated' && !this.ontology.predicates.get(fact.predicate)?.many)
        single.add(`${fact.subject} ${fact.predicate}`);
    }
    for (const { id, entry, file, path } of this.extensions) {
      const defined = this.entities.get(id);
      if (!defined) {
        file.report(
          path,
          `'${id}' extends an entity that no file defines; load its file too, or write kind and label here`,
        );
        continue;
      }
      const { entity } = defined;
      const aliases = [...entity.aliases, ...aliasesOf({ label: {}, aliases: entry.aliases })];
      const sameAs = [...new Set([...entity.sameAs, ...entry.sameAs])];
      this.entities.set(id, { ...defined, entity: { ...entity, aliases, sameAs } });
      const taken = Object.keys(entry.facts).filter((predicate) => single.has(`${id} ${predicate}`));
      for (const predicate of taken) {
        file.report(
          [...path, 'facts', predicate],
          `${predicate}: ${defined.file.name} has a value already; an extension adds, it does not change`,
        );
      }
      this.readFacts(file, path, id, entry);
    }
  }

  private readStatements(context: StatementContext, raw: unknown): void {
    if (!Array.isArray(raw)) {
      this.readStatement(context, raw);
      return;
    }
    for (const [index, item] of raw.entries()) this.readStatement({ ...context, path: [...context.path, index] }, item);
  }

  private readStatement(context: StatementContext, raw: unknown): void {
    const { file, path, predicate, subject } = context;
    const written = typeof raw === 'object' && raw !== null && 'value' in raw;
    const entry: StatementEntry | undefined = written
      ? parse(file, path, statementSchema, raw)
      : { value: raw, rank: 'normal' };
    if (!entry) return;
    const value = readValue(predicate, entry.value);
    if (typeof value === 'string') {
      file.report(path, `${predicate.id}: ${value}`);
      return;
    }
    const { source, rank, asOf, value: _, ...qualifiers } = entry;
    const base = `${subject}.${predicate.id}.${valueKey(value)}`;
    const count = (this.factIds.get(base) ?? 0) + 1;
    this.factIds.set(base, count);
    const id = count === 1 ? base : `${base}.${count}`;
    const fact = {
      id,
      subject,
      predicate: predicate.id,
      value,
      rank,
      qualifiers: defined(qualifiers) as Qualifiers,
      ...defined({ asOf }),
    };
    this.pending.push({ fact, sourceIds: source ?? context.sources, file, path });
  }
}

interface StatementContext {
  readonly file: YamlFile;
  readonly path: Path;
  readonly subject: string;
  readonly predicate: Predicate;
  readonly sources: readonly string[];
}

function aliasesOf({ label, aliases }: Pick<EntityEntry, 'label' | 'aliases'>): Alias[] {
  const result: Alias[] = [];
  const cased = new Set(aliases.cased);
  for (const language of ['en', 'zh'] as const) {
    const own = label[language];
    for (const text of own === undefined ? aliases[language] : [own, ...aliases[language]]) {
      if (!cased.has(text)) result.push({ text, language, cased: false });
    }
  }
  for (const text of aliases.any) result.push({ text, language: 'any', cased: false });
  for (const text of cased) result.push({ text, language: 'any', cased: true });
  return result;
}

function parse<Schema extends z.ZodType>(
  file: YamlFile,
  path: Path,
  schema: Schema,
  raw: unknown,
): z.output<Schema> | undefined {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const place = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    file.report(place, `${place.slice(1).join(' › ')}: ${issue.message}`);
  }
  return undefined;
}

/** The object without the keys whose value is undefined. */
function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
