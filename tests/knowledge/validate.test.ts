import { describe, expect, it } from 'vitest';
import { inspectKnowledge } from '../../src/knowledge/load.ts';
import { findAmbiguousNames } from '../../src/knowledge/validation/ambiguity.ts';
import { foldPlainly } from '../../src/knowledge/validation/names.ts';
import { entities, inFolder, ONTOLOGY, pathsIn, problemsOf } from './support.ts';

const ACME = '  company/acme: { kind: company, label: { en: Acme }, source: s, facts: { founded: 1830 } }\n';

describe('validating knowledge', () => {
  it('finds nothing in knowledge without mistakes', () => {
    const ada =
      '  person/ada: { kind: person, label: { en: Ada }, source: s, facts: { born: 1815, died: 1852, worksAt: { value: company/acme, start: 1840, end: 1850 } } }\n';
    expect(problemsOf(entities(ACME + ada))).toEqual([]);
  });

  it('checks domain and range at the place of the fact', () => {
    const yaml = `${ACME}  product/wheel:
    kind: product
    label: { en: Wheel }
    source: s
    facts:
      born: 1815
      maker:
        - company/acme
        - product/wheel
`;
    expect(problemsOf(entities(yaml))).toEqual([
      '9 error: born is for person; product/wheel is a product. Correct the predicate or the kind',
      '12 error: maker takes company; product/wheel is a product. Correct the value or its kind',
    ]);
  });

  it('checks the order of dates: within a period, of a life, of a thing and its maker', () => {
    const yaml = `${ACME}  person/ada:
    kind: person
    label: { en: Ada }
    source: s
    facts:
      born: 1815-12
      died: 1810
      worksAt:
        - { value: company/acme, start: 1840, end: 1839-12 }
        - { value: company/acme, start: 1815-11, end: 1816 }
  product/wheel: { kind: product, label: { en: Wheel }, source: s, facts: { maker: company/acme, released: 1829 } }
`;
    expect(problemsOf(entities(yaml))).toEqual([
      '10 error: died (1810) lies before born (1815-12); correct one of the dates',
      '10 error: died (1810) lies before worksAt › start (1840); correct one of the dates',
      '12 error: worksAt ends (1839-12) before it starts (1840); correct one of the dates',
      '13 error: worksAt › start (1815-11) lies before born (1815-12); correct one of the dates',
      '14 warning: released (1829) lies before founded (1830) (company/acme)',
    ]);
  });

  it('compares dates at the coarser precision', () => {
    const ada =
      '  person/ada: { kind: person, label: { en: Ada }, source: s, facts: { born: 1815-12-10, died: 1815 } }\n';
    expect(problemsOf(entities(ada))).toEqual([]);
  });

  it('finds circles of any length, each once', () => {
    const place = (name: string, within: string) =>
      `  place/${name}: { kind: place, label: { en: ${name} place }, source: s, facts: { within: [${within}] } }\n`;
    const yaml =
      place('a', 'place/b') +
      place('b', 'place/c') +
      place('c', 'place/d, place/a') +
      place('d', '') +
      place('e', 'place/e');
    expect(problemsOf(entities(yaml))).toEqual([
      '5 error: within goes in a circle: place/a → place/b → place/c → place/a; take one of these out',
      '7 error: within goes in a circle: place/e → place/e; take one of these out',
    ]);
  });

  it('finds what one side of a pair says and the complete list of the other leaves out', () => {
    const yaml = `  company/acme: { kind: company, label: { en: Acme }, source: s, facts: { makes: [product/cart] }, complete: [makes] }
  product/cart: { kind: product, label: { en: Cart }, source: s, facts: { maker: company/acme } }
  product/wheel: { kind: product, label: { en: Wheel }, source: s, facts: { maker: company/acme } }
`;
    expect(problemsOf(entities(yaml))).toEqual([
      '5 error: maker: company/acme has a complete list for makes, and product/wheel is not in it',
    ]);
  });

  it('finds completeness without values, unless the list is written as empty', () => {
    const yaml = `  person/ada: { kind: person, label: { en: Ada }, source: s, facts: { worksAt: [] }, complete: [worksAt, died] }
  product/wheel: { kind: product, label: { en: Wheel }, complete: [worksAt], completeInverse: [makes] }
`;
    expect(problemsOf(entities(yaml))).toEqual([
      "3 warning: died is said to be complete but has no value; write 'died: []' under facts if there are none, or take this out",
      '4 error: complete: worksAt is for person; product/wheel is a product',
      '4 warning: makes is said to be complete but has no value; add what has it, or take this out',
    ]);
  });

  it('finds things whose kinds exclude each other', () => {
    const yaml = '  person/ada: { kind: person, label: { en: Ada }, source: s, facts: { isA: [kind/company] } }\n';
    expect(problemsOf(entities(yaml))).toEqual([
      expect.stringMatching(/^3 error: person\/ada is both person and company, which exclude each other/u),
    ]);
  });

  it('finds values given twice and single values that differ, unless one is preferred', () => {
    const product = (name: string, facts: string) =>
      `  product/${name}: { kind: product, label: { en: ${name} }, source: s, facts: ${facts} }\n`;
    const yaml =
      product('cart', '{ weight: [5, 6] }') +
      product('wheel', '{ weight: [{ value: 5, rank: preferred }, 6], released: [1850-02, 1850] }') +
      product('axle', '{ weight: [5, 5] }');
    expect(problemsOf(entities(yaml))).toEqual([
      expect.stringMatching(/^3 warning: weight has one value, but several are given; prefer one/u),
      '5 warning: weight: the same is said twice; take one out',
    ]);
  });

  it('counts changing values that do not say when they held', () => {
    const person = (name: string, facts: string) =>
      `  person/${name}: { kind: person, label: { en: ${name} }, source: s, facts: { worksAt: ${facts} } }\n`;
    const yaml =
      ACME +
      person('ada', 'company/acme') +
      person('bob', '{ value: company/acme, asOf: 2026 }') +
      person('cy', 'company/acme');
    expect(problemsOf(entities(yaml))).toEqual([
      '4 warning: worksAt changes with time; add start, end or asOf (and 1 more)',
    ]);
  });

  it('finds entities that may be one: by label and name, or by link', () => {
    const yaml = `  company/acme: { kind: company, label: { en: Acme Inc. } }
  company/acme-2: { kind: company, label: { en: Acme Corporation }, aliases: { en: [ACME Inc] } }
  product/acme: { kind: product, label: { en: Acme Inc } }
  person/ada: { kind: person, label: { en: Ada }, sameAs: [https://example.org/ada] }
  person/lovelace: { kind: person, label: { en: Lovelace }, sameAs: [https://example.org/ada] }
  person/a-king: { kind: person, label: { en: A. King }, aliases: { en: [King] } }
  person/b-king: { kind: person, label: { en: B. King }, aliases: { en: [King] } }
`;
    expect(problemsOf(entities(yaml))).toEqual([
      expect.stringMatching(/^4 warning: company\/acme-2 and company\/acme may be the same/u),
      expect.stringMatching(/^7 warning: person\/lovelace and person\/ada have the same link in sameAs/u),
    ]);
  });

  it('lists names with several meanings and what tells them apart', () => {
    const yaml = `${ACME}  product/acme: { kind: product, label: { en: ACME }, source: s, facts: { page: "https://example.org/acme" } }
  person/a-king: { kind: person, label: { en: A. King }, aliases: { en: [King] }, source: s, facts: { born: 1815 } }
  person/b-king: { kind: person, label: { en: B. King }, aliases: { en: [King] } }
  person/c-moss: { kind: person, label: { en: C. Moss }, aliases: { en: [Moss] } }
  person/d-moss: { kind: person, label: { en: D. Moss }, aliases: { en: [Moss] } }
`;
    const names = inFolder({ 'ontology.yaml': ONTOLOGY, 'knowledge/a.yaml': entities(yaml) }, (folder) =>
      findAmbiguousNames(inspectKnowledge(pathsIn(folder)), foldPlainly),
    );
    expect(
      names.map(({ name, entities: found, toldApartBy }) => [name, toldApartBy, found.map(({ id }) => id)]),
    ).toEqual([
      ['Moss', 'none', ['person/c-moss', 'person/d-moss']],
      ['King', 'fame', ['person/a-king', 'person/b-king']],
      ['Acme', 'type', ['company/acme', 'product/acme']],
    ]);
  });
});
