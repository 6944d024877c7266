import { didYouMean } from './closest.ts';
import type { KnowledgeContent } from './content.ts';
import {
  type EntityEntry,
  type ExtensionEntry,
  entitySchema,
  extensionSchema,
  type StatementEntry,
  sourceSchema,
  statementSchema,
} from './entry-schema.ts';
import type { Alias, Completeness, Entity, Fact, Source } from './model.ts';
import type { Ontology, Predicate } from './ontology.ts';
import { Origins } from './origins.ts';
import type { Problem } from './problem.ts';
import { defined, qualifiersOf, readCommonStatement } from './read-statement.ts';
import { readValue, valueKey } from './read-value.ts';
import { References } from './references.ts';
import type { Path, YamlFile } from './yaml-file.ts';
import { parseWith } from './zod-issues.ts';

/** Source ids somewhere; `sources` is shared by the facts that have them and filled when all files are read. */
interface Citation {
  readonly ids: readonly string[];
  readonly sources: Source[];
  readonly file: YamlFile;
  readonly path: Path;
}

/** Where a fact stands and what it inherits. */
interface StatementContext {
  readonly file: YamlFile;
  readonly subject: string;
  readonly predicate: Predicate;
  readonly citation: Citation;
  /** Whether the file extends an entity that another one defines. */
  readonly extension: boolean;
  /** Values under the predicate so far: the same value twice gets another id. */
  readonly seen: Map<string, number> | undefined;
}

/** Reads knowledge files one after the other, then resolves what they say of each other. */
export class KnowledgeReader {
  readonly origins = new Origins();
  private readonly ontology: Ontology;
  private readonly files: YamlFile[] = [];
  private readonly sources = new Map<string, Source>();
  private readonly entities = new Map<string, Entity>();
  private readonly facts: Fact[] = [];
  private readonly citations: Citation[] = [];
  private readonly completeness: Completeness[] = [];
  private readonly extensions: { id: string; entry: ExtensionEntry; file: YamlFile }[] = [];

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
      if (key !== 'sources' && key !== 'entities') {
        file.report([key], `unknown key '${key}'; a knowledge file has \`sources\` and \`entities\``);
      } else if (typeof value !== 'object' || Array.isArray(value)) {
        file.report([key], `\`${key}\` is a map from ids to what they stand for`);
      } else if (key === 'sources') this.readSources(file, value);
      else this.readEntities(file, value);
    }
  }

  /** Resolves sources and ids across all files read. */
  finish(): KnowledgeContent {
    this.extend();
    for (const { ids, sources, file, path } of this.citations) {
      for (const id of ids) {
        const source = this.sources.get(id);
        if (source) sources.push(source);
        else
          file.report(
            path,
            `unknown source '${id}'${didYouMean(id, this.sources.keys())}; define it under \`sources\``,
          );
      }
    }
    const references = new References(this.ontology, this.entities);
    for (const [index, fact] of this.facts.entries()) {
      references.check(fact, (message) => this.origins.ofFact(fact, index)?.report(message));
    }
    const { facts, completeness, sources } = this;
    return { entities: [...this.entities.values()], facts, completeness, sources };
  }

  private readSources(file: YamlFile, value: object): void {
    for (const [id, raw] of Object.entries(value)) {
      const source = parseWith(sourceSchema, raw, file, ['sources', id]);
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
        const extension = parseWith(extensionSchema, raw, file, path);
        if (extension) this.extensions.push({ id, entry: extension, file });
        continue;
      }
      const twin = this.origins.ofEntity(id);
      if (twin) {
        file.report(path, `'${id}' is already defined in ${twin.file.name}; merge the two`);
        continue;
      }
      const entry = parseWith(entitySchema, raw, file, path);
      if (entry) this.readEntity(file, id, entry);
    }
  }

  private readEntity(file: YamlFile, id: string, entry: EntityEntry): void {
    const path = ['entities', id];
    this.checkEntity(file, id, entry);
    const { kind, label, description, sameAs } = entry;
    this.entities.set(id, { id, kind, label, aliases: aliasesOf(entry), description, sameAs } as Entity);
    this.origins.addEntity(id, file);
    this.readFacts(file, id, entry);
    for (const key of ['complete', 'completeInverse'] as const) {
      for (const [index, { predicate, start, end }] of entry[key].entries()) {
        if (!this.ontology.predicates.has(predicate))
          file.report([...path, key, index], this.unknownPredicate(predicate));
        this.completeness.push({
          subject: id,
          predicate,
          inverse: key === 'completeInverse',
          ...defined({ start, end }),
        });
        this.origins.addCompleteness(index, key);
      }
    }
  }

  private readFacts(file: YamlFile, id: string, entry: EntityEntry | ExtensionEntry, seen?: Map<string, number>): void {
    const path = ['entities', id];
    const citation = this.cite(entry.source, file, [...path, 'source']);
    for (const [predicateId, raw] of Object.entries(entry.facts)) {
      const predicate = this.ontology.predicates.get(predicateId);
      const context = { file, subject: id, citation, extension: seen !== undefined };
      if (predicate) this.readStatements({ ...context, predicate }, raw, seen);
      else file.report([...path, 'facts', predicateId], this.unknownPredicate(predicateId));
    }
  }

  /** Applies the extensions once every definition is read, whatever the order of the files. */
  private extend(): void {
    if (this.extensions.length === 0) return;
    const extended = new Set(this.extensions.map(({ id }) => id));
    const taken = new Set<string>();
    const seen = new Map<string, number>();
    for (const { subject, predicate, value, rank } of this.facts) {
      if (!extended.has(subject)) continue;
      numbered(`${subject}.${predicate}.${valueKey(value)}`, seen);
      const single = this.ontology.predicates.get(predicate)?.many === false;
      if (single && rank !== 'deprecated') taken.add(`${subject} ${predicate}`);
    }
    for (const extension of this.extensions) this.extendEntity(extension, taken, seen);
  }

  private extendEntity(
    { id, entry, file }: { id: string; entry: ExtensionEntry; file: YamlFile },
    taken: ReadonlySet<string>,
    seen: Map<string, number>,
  ): void {
    const path = ['entities', id];
    const entity = this.entities.get(id);
    if (!entity) {
      file.report(
        path,
        `'${id}' extends an entity that no file defines; load its file too, or write kind and label here`,
      );
      return;
    }
    const aliases = [...entity.aliases, ...aliasesOf({ label: {}, aliases: entry.aliases })];
    this.entities.set(id, { ...entity, aliases, sameAs: [...new Set([...entity.sameAs, ...entry.sameAs])] });
    for (const predicate of Object.keys(entry.facts).filter((key) => taken.has(`${id} ${key}`))) {
      const known = this.origins.ofEntity(id)?.file.name ?? 'another file';
      file.report(
        [...path, 'facts', predicate],
        `${predicate}: ${known} has a value already; an extension adds, it does not change`,
      );
    }
    this.readFacts(file, id, entry, seen);
  }

  private checkEntity(file: YamlFile, id: string, { kind, label }: EntityEntry): void {
    const path = ['entities', id];
    if (!this.ontology.hasKind(kind)) {
      const near = didYouMean(kind, this.ontology.kinds());
      file.report([...path, 'kind'], `unknown kind '${kind}'${near}; see kinds in the ontology`);
    }
    const prefix = id.split('/')[0] ?? '';
    if (!this.ontology.ancestors(kind).has(prefix)) {
      file.report(path, `id '${id}': '${prefix}' is neither the kind '${kind}' nor one it is under`);
    }
    if (label.en === undefined && label.zh === undefined) {
      file.report([...path, 'label'], 'needs a label in en or zh');
    }
  }

  private unknownPredicate(id: string): string {
    return `unknown predicate '${id}'${didYouMean(id, this.ontology.predicates.keys())}; see predicates in the ontology`;
  }

  private cite(ids: readonly string[], file: YamlFile, path: Path): Citation {
    const citation = { ids, sources: [], file, path };
    if (ids.length > 0) this.citations.push(citation);
    return citation;
  }

  private readStatements(context: Omit<StatementContext, 'seen'>, raw: unknown, counted?: Map<string, number>): void {
    if (!Array.isArray(raw)) this.readStatement({ ...context, seen: counted }, raw, undefined);
    else {
      if (raw.length === 0) this.origins.addNone(context.subject, context.predicate.id);
      const seen = counted ? counted : raw.length > 1 ? new Map<string, number>() : undefined;
      for (const [index, item] of raw.entries()) this.readStatement({ ...context, seen }, item, index);
    }
  }

  private readStatement(context: StatementContext, raw: unknown, index: number | undefined): void {
    const { file, predicate, subject, seen } = context;
    const path = () => ['entities', subject, 'facts', predicate.id, ...(index === undefined ? [] : [index])];
    const entry = readStatementEntry(file, path, raw);
    if (!entry) return;
    const value = readValue(predicate, entry.value, entry.mistaken);
    if (typeof value === 'string') {
      file.report(path(), `${predicate.id}: ${value}`);
      return;
    }
    const citation = entry.source ? this.cite(entry.source, file, path()) : context.citation;
    if (citation.ids.length === 0) {
      file.report(path(), `${predicate.id}: no source; add \`source:\` to the fact or the entity`);
    }
    const { rank, asOf } = entry;
    const id = numbered(`${subject}.${predicate.id}.${valueKey(value)}`, seen);
    const base = { id, subject, predicate: predicate.id, value, qualifiers: qualifiersOf(entry), rank };
    const { sources } = citation;
    this.facts.push(asOf === undefined ? { ...base, sources } : { ...base, asOf, sources });
    this.origins.addFact(index, context.extension ? file : undefined);
  }
}

function readStatementEntry(file: YamlFile, path: () => Path, raw: unknown): StatementEntry | undefined {
  const written = typeof raw === 'object' && raw !== null && 'value' in raw;
  if (!written) return { value: raw, rank: 'normal' };
  return readCommonStatement(raw) ?? parseWith(statementSchema, raw, file, path());
}

/** The id, with `.2` … where its value occurred before. */
function numbered(id: string, seen: Map<string, number> | undefined): string {
  if (!seen) return id;
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 ? id : `${id}.${count}`;
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
