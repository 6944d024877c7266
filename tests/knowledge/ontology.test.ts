import { describe, expect, it } from 'vitest';
import { KnowledgeError, loadOntology } from '../../src/knowledge/load.ts';
import { inFolder, ONTOLOGY } from './support.ts';

function mistakes(ontology: string): string[] {
  return inFolder({ 'ontology.yaml': ontology }, (folder) => {
    try {
      loadOntology(`${folder}/ontology.yaml`);
      return [];
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      return error.problems.map(({ line, message }) => `${line} ${message}`);
    }
  });
}

describe('loading an ontology', () => {
  it('takes one without mistakes', () => {
    expect(mistakes(ONTOLOGY)).toEqual([]);
  });

  it('names every name that nothing defines, and every circle, all at once', () => {
    expect(
      mistakes(`kinds:
  thing: { label: { en: thing, zh: 事物 }, under: part }
  part: { label: { en: part, zh: 部分 }, under: [thing, agnt] }
  agent: { label: { en: agent, zh: 主体 } }
  person: { label: { en: person, zh: 人物 }, under: agent }
disjoint:
  - [agent, thng]
  - [agent, person]
vocabularies:
  role:
    label: { en: role, zh: 职务 }
    terms:
      chief: { label: { en: chief, zh: 主管 }, broader: member }
predicates:
  knows:
    label: { en: knows, zh: 认识 }
    domain: [persn]
    range: [person, dates]
    through: [know]
    dated: [metOn]
    qualifiers: [start, since]
order: [{ first: [born], later: [knows] }]
acyclic: [knowss]
inverse: [[knows, knownBy]]
`),
    ).toEqual([
      expect.stringMatching(/^2 kind 'thing' is under itself/u),
      "3 unknown kind 'agnt' (did you mean 'agent'?)",
      expect.stringMatching(/^3 kind 'part' is under itself/u),
      "7 unknown kind 'thng' (did you mean 'thing'?)",
      "8 'person' is under 'agent', so the two cannot be disjoint",
      "13 unknown term 'member'",
      "17 unknown kind 'persn' (did you mean 'person'?)",
      "18 unknown kind 'dates' (did you mean 'date'?)",
      "19 unknown predicate 'know' (did you mean 'knows'?)",
      "20 unknown predicate 'metOn'",
      "21 unknown qualifier 'since'",
      "22 unknown predicate 'born'",
      "23 unknown predicate 'knowss' (did you mean 'knows'?)",
      "24 unknown predicate 'knownBy'",
    ]);
  });

  it('checks every phrasing: trigger, slots, brackets, fixed qualifiers', () => {
    const phrasings = `    phrasings:
      en:
        - "{s} works at {o}"
        - "{s} <work> at [place] {o}"
        - "{s} <work> at {o"
        - "{s} <work> as {job} at {o}"
        - "<work> at {o}"
        - "{s} <work> hard"
        - "{s} <work> for {o} and {o}"
        - "{s} <work||toil> for {o}"
        - { pattern: "{s} <lead> {o}", set: { role: role/cheif } }
        - { pattern: "{s} <lead> {o}", set: { post: role/chief } }
        - { pattern: "{s} <lead> {o}", tme: start }
      zh:
        - "{s}{o}"
`;
    const start = ONTOLOGY.indexOf('  founded:');
    const written = ONTOLOGY.replace(/ {2}worksAt: \{(.*)\}\n/u, (_, rest: string) => {
      const lines = rest.trim().replaceAll(/, (?=\w+:)(?![^{[]*[}\]])/gu, '\n    ');
      return `  worksAt:\n    ${lines}\n${phrasings}`;
    });
    expect(start).toBeGreaterThan(0);
    const found = mistakes(written).map((line) => line.replace(/^\d+ /u, ''));
    expect(found).toEqual([expect.stringContaining('Unrecognized key: "tme"')]);
    const others = mistakes(written.replace(/.*tme: start.*\n/u, ''));
    const first = written.split('\n').indexOf('        - "{s} works at {o}"') + 1;
    expect(others).toEqual([
      `${first} worksAt: '{s} works at {o}' has no trigger; write <verb> or [noun]`,
      `${first + 1} worksAt: '{s} <work> at [place] {o}' has two triggers; keep one <…> or […]`,
      `${first + 2} worksAt: '{s} <work> at {o': '{' belongs to no part; is a bracket missing?`,
      `${first + 2} worksAt: '{s} <work> at {o' has no {o}; say where the object stands, or set its value`,
      `${first + 3} worksAt: '{s} <work> as {job} at {o}': unknown slot {job}: 'job' is no qualifier of the predicate (its qualifiers are role, start, end)`,
      `${first + 4} worksAt: '<work> at {o}' has no {s}; say where the subject stands`,
      `${first + 5} worksAt: '{s} <work> hard' has no {o}; say where the object stands, or set its value`,
      `${first + 6} worksAt: '{s} <work> for {o} and {o}' has {o} twice`,
      `${first + 7} worksAt: '{s} <work||toil> for {o}': a word between '|' is missing`,
      `${first + 8} worksAt: set › role: the vocabulary has no 'role/cheif'`,
      `${first + 9} worksAt: set: 'post' is no qualifier of the predicate (its qualifiers are role, start, end)`,
      `${first + 11} worksAt: '{s}{o}' has no trigger; write <verb> or [noun]`,
    ]);
  });

  it('says what is wrong with the form', () => {
    expect(mistakes('kinds: {}\n')).toEqual(['1 predicates: is missing']);
    expect(mistakes('kinds: [')).toEqual([expect.stringMatching(/not valid YAML/u)]);
    expect(mistakes('')).not.toEqual([]);
  });
});
