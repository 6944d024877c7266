import { createHash } from 'node:crypto';
import type { LocalText, Source, Value } from '../../knowledge/model.ts';
import type { Ontology, Predicate } from '../../knowledge/ontology.ts';
import { readValue } from '../../knowledge/read-value.ts';
import { type Draft, type DraftFact, type DraftValue, mention } from '../draft.ts';
import { ImportError } from '../import-error.ts';
import { nameKey, slugOf } from '../names.ts';
import { SkipLog } from '../report.ts';
import type { Reading } from '../run-import.ts';
import { type CsvColumn, type CsvMap, qualifierType } from './map-schema.ts';
import type { CsvRow, CsvTable } from './read-csv.ts';
import { cellValues, clean, holds, readDateCell, readNumberCell } from './values.ts';

const ID = /^[a-z][a-z-]*\/[^\s/]+$/u;

/** Turns the rows of a table into drafts, as a map says. @throws ImportError where columns are missing. */
export function readRows(
  importer: string,
  table: CsvTable,
  map: CsvMap,
  ontology: Ontology,
  advance?: () => void,
): Reading {
  checkColumns(table, map);
  const reader = new RowReader(map, ontology);
  for (const row of table.rows) {
    reader.read(row);
    advance?.();
  }
  for (const { line, reason } of table.broken) reader.skips.add('row that cannot be read', `line ${line}: ${reason}`);
  const drafts = { drafts: reader.drafts, sources: reader.sources, fixed: reader.fixed };
  const base = { importer, drafts, read: table.rows.length, skips: reader.skips };
  if (table.cut === undefined) return base;
  return {
    ...base,
    incomplete: `${table.cut}. The ${table.rows.length} rows before are imported; mend the file and run the same command again.`,
  };
}

function checkColumns({ columns }: CsvTable, map: CsvMap): void {
  const wanted = [
    ...Object.values(map.label),
    ...Object.keys(map.columns),
    ...Object.values(map.columns).flatMap(({ qualifiers, when }) => [
      ...Object.values(qualifiers),
      ...(when ? [when.column] : []),
    ]),
    ...map.skip.map(({ column }) => column),
    ...[...(map.id ?? '').matchAll(/\{([^}]+)\}/gu)].map((match) => match[1]),
    map.rowSource.title,
  ];
  const missing = [...new Set(wanted.filter((name) => name !== undefined && !columns.includes(name)))];
  if (missing.length === 0) return;
  throw new ImportError(
    `the file lacks ${missing.map((name) => `'${name}'`).join(', ')}; it has ${columns.map((name) => `'${name}'`).join(', ')}. Is it the right file, and the right separator? Else adapt the map.`,
  );
}

class RowReader {
  readonly drafts = new Map<string, Draft>();
  readonly sources = new Map<string, Source>();
  readonly fixed = new Map<string, string>();
  readonly skips = new SkipLog();
  /** Folded labels of the rows so far → where they stand. */
  private readonly labels = new Map<string, string>();
  private readonly map: CsvMap;
  private readonly ontology: Ontology;

  constructor(map: CsvMap, ontology: Ontology) {
    this.map = map;
    this.ontology = ontology;
    this.sources.set(map.source.id, map.source as Source);
  }

  read(row: CsvRow): void {
    const origin = `row ${row.line}`;
    const { label, aliases } = this.namesOf(row);
    const name = label.en ?? label.zh ?? '';
    const key = `${this.map.kind}:${nameKey(name)}`;
    const labels = [label.en, label.zh].flatMap((text) => (text === undefined ? [] : [nameKey(text)]));
    const obstacle = this.obstacle(row, labels);
    if (obstacle !== undefined) {
      this.skips.add(obstacle, `${origin}${name === '' ? '' : ` ${name}`}`);
      return;
    }
    for (const text of labels) this.labels.set(text, origin);
    const content = this.contentOf(row, name, aliases);
    const draft = mention(key, origin, label, { kind: this.map.kind, aliases, ...content, record: true, create: true });
    const id = this.idOf(row);
    this.drafts.set(key, id === undefined ? draft : { ...draft, id });
  }

  /** Why a row is left out. Rows that share a label cannot be told apart, so the first one counts. */
  private obstacle(row: CsvRow, labels: readonly string[]): string | undefined {
    if (this.map.skip.some((condition) => holds(condition, row))) return 'row that the map leaves out';
    if (labels.length === 0) return 'row without a name';
    const twin = labels.flatMap((label) => this.labels.get(label) ?? [])[0];
    return twin === undefined ? undefined : `row with the name of an earlier row (${twin})`;
  }

  private namesOf(row: CsvRow): { label: { en?: string; zh?: string }; aliases: { en: string[]; zh: string[] } } {
    const label: { en?: string; zh?: string } = {};
    const aliases: { en: string[]; zh: string[] } = { en: [], zh: [] };
    for (const language of ['en', 'zh'] as const) {
      const column = this.map.label[language];
      if (column === undefined) continue;
      const { name, others } = splitName(clean(row.cells[column] ?? ''), this.map.labelAliasIn);
      if (name !== '') label[language] = name;
      aliases[language].push(...others);
    }
    return { label, aliases };
  }

  /** What the columns say; names are added to `aliases`. */
  private contentOf(
    row: CsvRow,
    name: string,
    aliases: { en: string[]; zh: string[] },
  ): Pick<Draft, 'facts' | 'sameAs' | 'description'> {
    const sources = this.sourcesOf(row, name);
    const facts: DraftFact[] = [];
    const sameAs: string[] = [];
    const description: { en?: string; zh?: string } = {};
    for (const [columnName, column] of Object.entries(this.map.columns)) {
      if (column.as === 'source') continue;
      const values = cellValues(row, columnName, column, this.skips);
      const language = column.language ?? 'en';
      if (column.as === 'alias') aliases[language].push(...values);
      else if (column.as === 'description' && values.length > 0) description[language] = values.join(', ');
      else if (column.as === 'sameAs') sameAs.push(...values.filter((value) => URL.canParse(value)));
      else for (const value of values) facts.push(...this.factOf(row, columnName, column, value, sources));
    }
    return { facts, sameAs, description };
  }

  private idOf(row: CsvRow): string | undefined {
    if (this.map.id === undefined) return undefined;
    return this.map.id.replaceAll(/\{([^}]+)\}/gu, (_, column: string) => slugOf(clean(row.cells[column] ?? '')));
  }

  private factOf(
    row: CsvRow,
    columnName: string,
    column: CsvColumn,
    text: string,
    sources: readonly string[],
  ): DraftFact[] {
    const predicate = this.ontology.predicates.get(column.predicate ?? '');
    if (!predicate) return [];
    const value = this.valueOf(row, predicate, column, text);
    if (value === undefined) {
      this.skips.add(`${columnName}: no value that ${predicate.id} takes`, `row ${row.line}: ${text.slice(0, 60)}`);
      return [];
    }
    const { qualifiers, references, asOf } = this.qualifiersOf(row, column);
    const base = { predicate: predicate.id, value, qualifiers, references, rank: 'normal', sources } as const;
    return [asOf === undefined ? base : { ...base, asOf }];
  }

  private valueOf(row: CsvRow, predicate: Predicate, column: CsvColumn, text: string): DraftValue | undefined {
    const range = new Set(predicate.range);
    if (range.has('date')) {
      const date = readDateCell(text, column.date);
      return date === undefined ? undefined : { type: 'date', date };
    }
    if (range.has('number')) {
      const amount = readNumberCell(text);
      return amount === undefined
        ? undefined
        : { type: 'number', amount: amount * column.factor, unit: predicate.unit ?? '' };
    }
    if (range.has('url') || range.has('text')) {
      const language = column.language;
      const value = readValue(predicate, range.has('text') && language !== undefined ? { [language]: text } : text);
      return typeof value === 'string' ? undefined : (value satisfies Value);
    }
    return { type: 'reference', key: this.reference(row, text, column, predicate.range) };
  }

  /** The key of the thing that a cell names; the thing is noted on the way. */
  private reference(
    row: CsvRow,
    text: string,
    column: Pick<CsvColumn, 'kind' | 'create' | 'aliasIn' | 'language'>,
    kinds: readonly string[],
  ): string {
    if (ID.test(text)) {
      this.fixed.set(text, text);
      return text;
    }
    const { name, others } = splitName(text, column.aliasIn);
    const key = `${column.kind ?? kinds.join('|')}:${nameKey(name)}`;
    if (!this.drafts.has(key)) {
      const language = column.language ?? 'en';
      const label: LocalText = { [language]: name };
      const aliases = { en: [], zh: [], [language]: others };
      const draft = mention(key, `row ${row.line}`, label, { kinds, aliases, create: column.create });
      this.drafts.set(key, column.kind === undefined ? draft : { ...draft, kind: column.kind });
    }
    return key;
  }

  private qualifiersOf(
    row: CsvRow,
    column: CsvColumn,
  ): Pick<DraftFact, 'qualifiers' | 'references'> & { asOf?: string | undefined } {
    const qualifiers: Record<string, string> = {};
    const references: Record<string, string[]> = {};
    for (const [name, from] of Object.entries(column.qualifiers)) {
      const text = clean(row.cells[from] ?? '');
      if (text === '') continue;
      const type = qualifierType(name);
      const date = type === 'date' ? readDateCell(text, column.date) : undefined;
      if (type === 'date' && date === undefined)
        this.skips.add(`${from}: no date`, `row ${row.line}: ${text.slice(0, 60)}`);
      else if (type === 'id')
        references[name] = [
          this.reference(row, text, { create: false, aliasIn: [], kind: undefined, language: column.language }, [
            'any',
            name,
          ]),
        ];
      else qualifiers[name] = date ?? text;
    }
    const { asOf, ...rest } = qualifiers;
    return { qualifiers: rest, references, asOf };
  }

  /** The constant source, and the row's own page where the map names its column. */
  private sourcesOf(row: CsvRow, name: string): string[] {
    const { source, columns, rowSource } = this.map;
    const urls = Object.entries(columns).flatMap(([column, { as }]) =>
      as === 'source' ? linksIn(row.cells[column] ?? '') : [],
    );
    const title = clean(rowSource.title === undefined ? '' : (row.cells[rowSource.title] ?? '')) || name;
    return [source.id, ...urls.map((url) => this.noteSource(url, title))];
  }

  private noteSource(url: string, title: string): string {
    const { source, rowSource } = this.map;
    const id = `${source.id}-${createHash('sha256').update(url).digest('hex').slice(0, 10)}`;
    if (!this.sources.has(id))
      this.sources.set(id, { id, url, title: `${title}${rowSource.suffix}`, kind: rowSource.kind });
    return id;
  }
}

/** The web addresses in a cell. */
function linksIn(cell: string): string[] {
  const found = cell.match(/https?:\/\/[^\s,;"<>]+/gu) ?? [];
  return [...new Set(found)].filter((url) => URL.canParse(url));
}

/** A name without the parts that are names of their own, and those. */
function splitName(text: string, patterns: readonly RegExp[]): { name: string; others: string[] } {
  const others: string[] = [];
  let name = text;
  for (const pattern of patterns) {
    name = name.replace(pattern, (_whole: string, alias: unknown) => {
      if (typeof alias === 'string' && clean(alias) !== '') others.push(clean(alias));
      return ' ';
    });
  }
  return { name: clean(name) || text, others };
}
