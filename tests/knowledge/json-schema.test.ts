import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import yaml, { CORE_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { knowledgeJsonSchema } from '../../src/knowledge/json-schema.ts';
import { loadOntologyData, yamlFiles } from '../../src/knowledge/load.ts';

const ONTOLOGY = 'schema/ontology.yaml';
const schema = knowledgeJsonSchema(loadOntologyData(ONTOLOGY));
const accepts = new Ajv({ allErrors: false, strict: false, validateFormats: false }).compile(schema);
const check = (text: string) => accepts(yaml.load(text, { schema: CORE_SCHEMA }));

describe('the JSON Schema of knowledge files', () => {
  it('is the one checked in; after a change of the ontology run `npm run schema`', () => {
    expect(JSON.parse(readFileSync('schema/knowledge.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  });

  it('accepts every file that Errata ships', () => {
    const refused = yamlFiles('seed/knowledge').filter((path) => !check(readFileSync(path, 'utf8')));
    expect(refused).toEqual([]);
  });

  it.each([
    ['an unknown kind', 'entities: { person/x: { kind: persn, label: { en: X } } }'],
    ['an unknown key', 'entities: { person/x: { kind: person, label: { en: X }, born: 1986 } }'],
    ['an unknown predicate', 'entities: { person/x: { kind: person, label: { en: X }, facts: { birthDay: 1986 } } }'],
    [
      'a date that is none',
      'entities: { person/x: { kind: person, label: { en: X }, facts: { birthDate: 1986-1-2 } } }',
    ],
    [
      'an unknown qualifier',
      'entities: { person/x: { kind: person, label: { en: X }, facts: { employer: { value: organisation/y, since: 2015 } } } }',
    ],
    ['a source without url', 'sources: { a: { title: A, kind: primary } }'],
    ['an entity without label', 'entities: { person/x: { kind: person } }'],
  ])('refuses %s', (_, text) => {
    expect(check(text)).toBe(false);
  });

  it('shows editors what a predicate means, in both languages', () => {
    const { definitions } = schema as {
      definitions: { facts: { properties: Record<string, { description: string }> } };
    };
    expect(definitions.facts.properties.birthDate?.description).toBe('date of birth · 出生日期 (date)');
  });
});
