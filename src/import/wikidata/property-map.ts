import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { KindId, PredicateId } from '../../knowledge/model.ts';
import type { Ontology } from '../../knowledge/ontology.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { YamlFile } from '../../knowledge/yaml-file.ts';
import { ImportError } from '../import-error.ts';

const fileSchema = z.strictObject({
  properties: z.record(z.string().regex(/^P\d+$/u), z.string()).default({}),
  qualifiers: z.record(z.string().regex(/^P\d+$/u), z.string()).default({}),
  classes: z.record(z.string().regex(/^Q\d+$/u), z.string()).default({}),
  terms: z.record(z.string().regex(/^Q\d+$/u), z.string()).default({}),
});

/** What properties, classes and items of Wikidata are in the ontology. */
export interface PropertyMap {
  /** Predicates of a property; the domain of each decides. */
  readonly predicates: ReadonlyMap<string, readonly PredicateId[]>;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, KindId>;
  /** Items that are kinds or terms: `Q…` → `kind/…`, `degree/…`. */
  readonly terms: ReadonlyMap<string, string>;
}

/** The file that belongs to an ontology: `import/wikidata.yaml` beside it. */
export function propertyMapPath(ontologyPath: string): string {
  return join(dirname(ontologyPath), 'import', 'wikidata.yaml');
}

/** Joins the ontology's property ids and the map file (none is an empty one). @throws ImportError naming every mistake. */
export function loadPropertyMap(path: string, ontology: Ontology): PropertyMap {
  const file = new YamlFile(path, existsSync(path) ? readFileSync(path, 'utf8') : '{}');
  const parsed = fileSchema.safeParse(file.read());
  if (!parsed.success)
    throw new ImportError(
      `${path}: ${parsed.error.issues.map(({ path: at, message }) => `${at.join(' › ')}: ${message}`).join('; ')}`,
    );
  const { properties, qualifiers, classes, terms } = parsed.data;
  for (const [id, kind] of Object.entries(classes))
    if (!ontology.hasKind(kind)) file.report(['classes', id], `unknown kind '${kind}'`);
  const known = new Set(ontology.entities.map((entity) => entity.id));
  for (const [id, term] of Object.entries(terms))
    if (!known.has(term)) file.report(['terms', id], `unknown term '${term}'`);
  for (const [id, predicate] of Object.entries(properties)) {
    if (!ontology.predicates.has(predicate)) file.report(['properties', id], `unknown predicate '${predicate}'`);
  }
  if (file.problems.length > 0)
    throw new ImportError(`the property map has mistakes:\n${file.problems.map(formatProblem).join('\n')}`);
  const predicates = new Map<string, PredicateId[]>();
  const add = (property: string, predicate: PredicateId) =>
    predicates.set(property, [...(predicates.get(property) ?? []), predicate]);
  for (const { id, wikidata } of ontology.predicates.values()) if (wikidata !== undefined) add(wikidata, id);
  for (const [property, predicate] of Object.entries(properties)) add(property, predicate);
  const map = (record: Readonly<Record<string, string>>) => new Map(Object.entries(record));
  return { predicates, qualifiers: map(qualifiers), classes: map(classes), terms: map(terms) };
}
