import { describe, expect, it } from 'vitest';
import { KnowledgeError, loadKnowledge } from '../../src/knowledge/load.ts';
import { inFolder, ONTOLOGY, pathsIn, problemsOf, SOURCES } from './support.ts';

describe('reading knowledge', () => {
  it('names every mistake of every file with place and fix, all at once', () => {
    const files = {
      'ontology.yaml': ONTOLOGY,
      'knowledge/a.yaml': `${SOURCES}entities:
  person/ada:
    kind: persn
    label: { en: Ada }
    source: s
    facts:
      born: 1815-13-10
      bornn: 1815
      worksAt:
        - { value: company/acme, role: role/cheif, start: 1840 }
        - { value: company/acm, since: 1840 }
      page: example.org
`,
      'knowledge/b.yaml': `entities:
  company/acme:
    kind: company
    label: { fr: Acme }
    source: nobody
    facts: { founded: 1830 }
  product/thing:
    kind: product
    label: { en: Thing }
    facts: { weight: heavy, released: 1850 }
  gadget/thing: { kind: product, label: { en: Gadget } }
  person/ada: { kind: person, label: { en: Ada again } }
`,
      'knowledge/c.yaml': 'entities: [\n',
      'knowledge/d.yaml': '- a list\n',
      'knowledge/e.yaml': 'source: {}\n',
    };
    const error = inFolder(files, (folder) => {
      try {
        loadKnowledge(pathsIn(folder));
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    });
    expect(error).toBeInstanceOf(KnowledgeError);
    const problems = (error as KnowledgeError).problems.map(
      ({ file, line, message }) => `${file.at(-6)}${line} ${message}`,
    );
    expect(problems).toEqual([
      "a4 unknown kind 'persn' (did you mean 'person'?); see kinds in the ontology",
      "a3 id 'person/ada': 'person' is neither the kind 'persn' nor one it is under",
      "a8 born: '1815-13-10' is no date; write 2015, 2015-11 or 2015-11-09",
      "a9 unknown predicate 'bornn' (did you mean 'born'?); see predicates in the ontology",
      expect.stringMatching(/^a12 .*worksAt › 1: Unrecognized key: "since"/u),
      "a13 page: 'example.org' is no URL; write it in full (https://…)",
      expect.stringMatching(/^a11 worksAt: nothing defines 'company\/acme'/u),
      "a11 worksAt › role: nothing defines 'role/cheif'; terms of 'role': chief, member",
      expect.stringMatching(/^b4 .*label: Unrecognized key: "fr"/u),
      "b10 weight: 'heavy' is no number; write e.g. 175e9 (unit: kg)",
      'b10 released: no source; add `source:` to the fact or the entity',
      "b11 id 'gadget/thing': 'gadget' is neither the kind 'product' nor one it is under",
      expect.stringMatching(/^b12 'person\/ada' is already defined in .*a\.yaml; merge the two/u),
      expect.stringMatching(/^c\d+ not valid YAML: /u),
      'd1 a knowledge file is a map with the keys `sources` and `entities`',
      "e1 unknown key 'source'; a knowledge file has `sources` and `entities`",
    ]);
  });

  it('finds the id that was meant', () => {
    const yaml = `${SOURCES}entities:
  person/ada: { kind: person, label: { en: Ada }, source: s, facts: { worksAt: { value: company/acmee, start: 1840 } } }
  company/acme: { kind: company, label: { en: Acme } }
`;
    expect(problemsOf(yaml)).toEqual([
      "3 error: worksAt: nothing defines 'company/acmee'; did you mean 'company/acme'? Otherwise define it",
    ]);
  });

  it('reports an unknown source once, where it is named', () => {
    const yaml = `${SOURCES}entities:
  person/ada:
    kind: person
    label: { en: Ada }
    source: t
    facts: { born: 1815, died: 1852, page: { value: "https://example.org/ada", source: [s, u] } }
`;
    expect(problemsOf(yaml)).toEqual([
      expect.stringMatching(/^6 error: unknown source 't'.*; define it under `sources`/u),
      expect.stringMatching(/^7 error: unknown source 'u'/u),
    ]);
  });

  it.each([
    ['a file with nothing in it', ''],
    ['empty parts', 'sources:\nentities:\n'],
    ['a byte order mark', `\uFEFF${SOURCES}`],
    ['Windows line ends', SOURCES.replaceAll('\n', '\r\n')],
  ])('takes %s', (_, yaml) => {
    expect(problemsOf(yaml)).toEqual([]);
  });

  it('refuses a source defined twice with different links, and takes the same one twice', () => {
    const twice = (url: string) => ({
      'ontology.yaml': ONTOLOGY,
      'knowledge/a.yaml': SOURCES,
      'knowledge/b.yaml': SOURCES.replace('https://example.org/s', url),
    });
    expect(() => inFolder(twice('https://example.org/s'), (folder) => loadKnowledge(pathsIn(folder)))).not.toThrow();
    expect(() => inFolder(twice('https://example.org/t'), (folder) => loadKnowledge(pathsIn(folder)))).toThrow(
      /source 's' is already defined with another url/u,
    );
  });
});
