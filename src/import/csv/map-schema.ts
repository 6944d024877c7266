import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sourceSchema } from '../../knowledge/entry-schema.ts';
import type { Ontology } from '../../knowledge/ontology.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { YamlFile } from '../../knowledge/yaml-file.ts';
import { ImportError } from '../import-error.ts';

const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a regular expression: ${String(error)}` });
    return /(?!)/u;
  }
});

const condition = z.strictObject({ column: z.string(), is: oneOrMany.optional(), isNot: oneOrMany.optional() });

/** How the text of a cell becomes values. */
const cellShape = {
  /** Separator of several values: a text, or a regular expression between slashes. */
  list: z.string().optional(),
  /** Cells with more values than this are left out. */
  most: z.number().int().positive().optional(),
  /** What to take away wherever it occurs. */
  strip: pattern.optional(),
  /** Values that do not match are left out. */
  pattern: pattern.optional(),
  /** What a value stands for: another name, an id, a date. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Texts that mean «no value». */
  empty: z.array(z.string()).default([]),
  /** The column counts only where another one says so. */
  when: condition.optional(),
};

const nameShape = {
  /** Parts of a name that are another name («Institute of X (IX)»): the first group is the alias, the match leaves the name. */
  aliasIn: z
    .union([pattern, z.array(pattern)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .default([]),
};

const columnSchema = z.strictObject({
  ...cellShape,
  ...nameShape,
  /** The fact that the column gives. */
  predicate: z.string().optional(),
  /** Instead of a fact: a name, a description, a link of the thing, or the page that the row's facts come from. */
  as: z.enum(['alias', 'description', 'sameAs', 'source']).optional(),
  /** Language of names and texts. */
  language: z.enum(['en', 'zh']).optional(),
  /** Kind of the things that the column names. */
  kind: z.string().optional(),
  /** Whether things that the knowledge does not have become entities. */
  create: z.boolean().default(false),
  /** Unit prefix: numbers are multiplied by it. */
  factor: z.number().default(1),
  /** How dates are written, e.g. `DD/MM/YYYY`; default: year first. */
  date: z.string().optional(),
  /** Columns that say more about the value: qualifier → column. */
  qualifiers: z.record(z.string(), z.string()).default({}),
});

export const csvMapSchema = z.strictObject({
  source: sourceSchema.extend({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens'),
  }),
  /** What a row is. */
  kind: z.string(),
  /** The columns that name it. */
  label: z.strictObject({ en: z.string().optional(), zh: z.string().optional() }),
  labelAliasIn: nameShape.aliasIn,
  /** The id of a row's thing, with column names in braces: `model/{Name}-{Year}`. Default: made of the label. */
  id: z.string().optional(),
  /** Rows to leave out. */
  skip: z.array(condition).default([]),
  separator: z.string().length(1).optional(),
  encoding: z.string().optional(),
  /** What to write behind the title of a row's own source. */
  rowSource: z
    .strictObject({
      title: z.string().optional(),
      suffix: z.string().default(''),
      kind: z.enum(['primary', 'secondary']).default('secondary'),
    })
    .prefault({}),
  columns: z.record(z.string(), columnSchema),
});

export type CsvMap = z.output<typeof csvMapSchema>;
export type CsvColumn = z.output<typeof columnSchema>;
export type Condition = z.output<typeof condition>;

const DATE_QUALIFIERS = new Set(['start', 'end', 'at', 'asOf']);
const ID_QUALIFIERS = new Set(['role', 'degree', 'field', 'advisor', 'for', 'with', 'place']);
const TEXT_QUALIFIERS = new Set(['score', 'price', 'relation']);

/** Whether a qualifier holds a date, an id or a text; undefined where there is no such qualifier. */
export function qualifierType(name: string): 'date' | 'id' | 'text' | undefined {
  if (DATE_QUALIFIERS.has(name)) return 'date';
  if (ID_QUALIFIERS.has(name)) return 'id';
  return TEXT_QUALIFIERS.has(name) ? 'text' : undefined;
}

/** Reads a map file and checks it against the ontology. @throws ImportError naming every mistake with its place. */
export function loadCsvMap(path: string, ontology: Ontology): CsvMap {
  const file = new YamlFile(path, readFileSync(path, 'utf8'));
  const parsed = csvMapSchema.safeParse(file.read());
  if (parsed.success) checkMap(parsed.data, ontology, file);
  else if (file.problems.length === 0) {
    for (const { path: at, message } of parsed.error.issues) {
      const place = at.map((key) => (typeof key === 'symbol' ? String(key) : key));
      file.report(place, `${place.join(' › ')}: ${message}`);
    }
  }
  if (!parsed.success || file.problems.length > 0) {
    throw new ImportError(`the map has mistakes:\n${file.problems.map(formatProblem).join('\n')}`);
  }
  return parsed.data;
}

function checkMap(map: CsvMap, ontology: Ontology, file: YamlFile): void {
  if (!ontology.hasKind(map.kind)) file.report(['kind'], `unknown kind '${map.kind}'; see kinds in the ontology`);
  if (map.label.en === undefined && map.label.zh === undefined) file.report(['label'], 'needs a column in en or zh');
  for (const [name, column] of Object.entries(map.columns)) {
    const report = (key: string, message: string) => file.report(['columns', name, key], message);
    if ((column.predicate === undefined) === (column.as === undefined))
      report('predicate', `column '${name}': give either \`predicate\` or \`as\``);
    const predicate = column.predicate === undefined ? undefined : ontology.predicates.get(column.predicate);
    if (column.predicate !== undefined && !predicate)
      report('predicate', `unknown predicate '${column.predicate}'; see predicates in the ontology`);
    if (column.kind !== undefined && !ontology.hasKind(column.kind))
      report('kind', `unknown kind '${column.kind}'; see kinds in the ontology`);
    for (const qualifier of Object.keys(column.qualifiers)) {
      if (qualifierType(qualifier) === undefined)
        report('qualifiers', `unknown qualifier '${qualifier}'; see CONTRIBUTING.md`);
    }
  }
}
