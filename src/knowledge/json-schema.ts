import { z } from 'zod';
import { entitySchema, extensionSchema, sourceSchema, statementSchema } from './entry-schema.ts';
import type { OntologyData } from './ontology.ts';

/** A JSON Schema (draft 7, which YAML editors know best). */
export type JsonSchema = { readonly [key: string]: unknown };

type PredicateData = OntologyData['predicates'][string];
type Properties = Readonly<Record<string, JsonSchema>>;

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const oneOrMany = (item: JsonSchema): JsonSchema => ({ anyOf: [item, { type: 'array', items: item }] });

const DATE: JsonSchema = {
  description: '2015, 2015-11 or 2015-11-09',
  anyOf: [
    { type: 'integer', minimum: 1000, maximum: 9999 },
    { type: 'string', pattern: '^\\d{4}(-\\d{2}){0,2}$' },
  ],
};
const ID: JsonSchema = { type: 'string', pattern: '^[a-z][a-z-]*/[^\\s/]+$' };
const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };
const TEXT: JsonSchema = {
  anyOf: [
    SCALAR,
    { type: 'object', properties: { en: { type: 'string' }, zh: { type: 'string' } }, additionalProperties: false },
  ],
};
const DATES = ['read', 'start', 'end', 'at', 'asOf'];

/** What editors need to complete and check knowledge files: their form, with the ontology's kinds, predicates and terms. */
export function knowledgeJsonSchema(ontology: OntologyData): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Errata knowledge',
    description: 'Sources, entities and facts; see CONTRIBUTING.md. Made by `errata knowledge schema`.',
    type: 'object',
    properties: {
      sources: { type: ['object', 'null'], additionalProperties: ref('source') },
      entities: {
        type: ['object', 'null'],
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword
        additionalProperties: { if: { required: ['extends'] }, then: ref('extension'), else: ref('entity') },
      },
    },
    additionalProperties: false,
    definitions: definitions(ontology),
  };
}

function definitions(ontology: OntologyData): Properties {
  const statement = formOf(statementSchema);
  const qualifiers = qualifierSchemas(ontology, statement.properties);
  const { facts, forms } = factForms(ontology, qualifiers);
  return {
    date: DATE,
    id: ID,
    text: TEXT,
    kind: described(Object.entries(ontology.kinds)),
    predicate: { enum: Object.keys(ontology.predicates) },
    source: formOf(sourceSchema),
    entity: entityForm(formOf(entitySchema)),
    extension: entityForm(formOf(extensionSchema)),
    facts: { type: 'object', properties: facts, additionalProperties: false },
    ...forms,
    ...Object.fromEntries(
      Object.entries(ontology.vocabularies).map(([name, { terms }]) => [
        `${name}-term`,
        described(Object.entries(terms).map(([term, value]) => [`${name}/${term}`, value])),
      ]),
    ),
    ...Object.fromEntries(Object.entries(qualifiers).map(([name, schema]) => [`qualifier-${name}`, schema])),
  };
}

/** A choice of names, each with its labels for the editor to show. */
function described(
  entries: readonly (readonly [string, { readonly label: { readonly en: string; readonly zh: string } }])[],
): JsonSchema {
  return {
    enum: entries.map(([id]) => id),
    enumDescriptions: entries.map(([, { label }]) => `${label.en} · ${label.zh}`),
  };
}

/** What a zod schema takes, with dates and loosely typed texts made strict enough to help. */
function formOf(schema: z.ZodType): JsonSchema & { readonly properties: Properties } {
  const form = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' }) as JsonSchema;
  const { $schema: _, ...rest } = form;
  const properties = { ...(rest.properties as Properties) };
  for (const name of DATES) if (name in properties) properties[name] = ref('date');
  return { ...rest, properties };
}

function entityForm(form: JsonSchema & { readonly properties: Properties }): JsonSchema {
  const { properties } = form;
  const names = (list: readonly string[], schema: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: Object.fromEntries(list.map((name) => [name, schema])),
    additionalProperties: false,
  });
  const complete: JsonSchema = { type: 'array', items: completenessForm() };
  const known: Properties = {
    kind: ref('kind'),
    label: names(['en', 'zh'], SCALAR),
    aliases: names(['en', 'zh', 'any', 'cased'], { type: 'array', items: SCALAR }),
    facts: ref('facts'),
    complete,
    completeInverse: complete,
  };
  const merged = Object.entries(properties).map(([name, schema]) => [name, known[name] ?? schema]);
  return { ...form, properties: Object.fromEntries(merged) };
}

function completenessForm(): JsonSchema {
  const properties = { predicate: ref('predicate'), start: ref('date'), end: ref('date') };
  return {
    anyOf: [ref('predicate'), { type: 'object', properties, required: ['predicate'], additionalProperties: false }],
  };
}

/** Ids of a vocabulary of the qualifier's name, or any id. */
function qualifierSchemas({ vocabularies }: OntologyData, properties: Properties): Properties {
  const { value: _, ...qualifiers } = properties;
  return Object.fromEntries(
    Object.entries(qualifiers).map(([name, schema]) => {
      if (name in vocabularies) return [name, oneOrMany({ anyOf: [ref(`${name}-term`), ref('id')] })];
      if (name === 'title' || name === 'note') return [name, ref('text')];
      return [name, name === 'score' || name === 'price' ? SCALAR : schema];
    }),
  );
}

/** A fact: a value, a statement with qualifiers, or a list of either. Predicates with like values share a definition. */
function factForms(
  ontology: OntologyData,
  qualifiers: Properties,
): { readonly facts: Properties; readonly forms: Properties } {
  const names = new Map<string, string>();
  const forms: Record<string, JsonSchema> = {};
  const facts = Object.entries(ontology.predicates).map(([id, predicate]) => {
    const value = valueSchema(ontology, predicate);
    const key = JSON.stringify(value);
    const name = names.get(key) ?? `fact-${names.size + 1}`;
    if (!names.has(key)) forms[name] = oneOrMany({ anyOf: [value, statementForm(value, qualifiers)] });
    names.set(key, name);
    return [id, { description: describe(predicate), allOf: [ref(name)] }] as const;
  });
  return { facts: Object.fromEntries(facts), forms };
}

function statementForm(value: JsonSchema, qualifiers: Properties): JsonSchema {
  const properties = Object.fromEntries(Object.keys(qualifiers).map((name) => [name, ref(`qualifier-${name}`)]));
  return { type: 'object', properties: { value, ...properties }, required: ['value'], additionalProperties: false };
}

function describe({ label, range, unit }: PredicateData): string {
  return `${label.en} · ${label.zh} (${range.join(', ')}${unit === undefined ? '' : `; ${unit}`})`;
}

/** What a value of the predicate's range looks like; see `readValue`. */
function valueSchema({ kinds, vocabularies }: OntologyData, { range }: PredicateData): JsonSchema {
  if (range.includes('date')) return ref('date');
  if (range.includes('number')) return { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^[0-9.eE+-]+$' }] };
  if (range.includes('url')) return { type: 'string', format: 'uri', pattern: '^[a-z]+:' };
  if (range.includes('text')) return ref('text');
  const terms = range.filter((name) => name in vocabularies).map((name) => ref(`${name}-term`));
  const asKinds = range.includes('kind') ? [{ enum: Object.keys(kinds).map((kind) => `kind/${kind}`) }] : [];
  const things = range.some((name) => !(name in vocabularies) && name !== 'kind');
  const choices = [...terms, ...asKinds, ...(things ? [ref('id')] : [])];
  const [only] = choices;
  return choices.length === 1 && only ? only : { anyOf: choices };
}
