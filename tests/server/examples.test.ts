import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readExamples } from '../../src/server/examples.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { settingsFrom } from '../../src/settings.ts';
import { dataFolder } from './support.ts';

describe('examples', () => {
  it('of the package name entities that its knowledge has, as many in Chinese as in English', () => {
    const { statements, questions, entities, paths } = readExamples(serverSettingsFrom({}, {}).examples);
    const knowledge = loadKnowledge(settingsFrom({}, {}));
    for (const id of [...entities, ...paths.flat()]) expect(knowledge.entities.has(id), id).toBe(true);
    for (const { en, zh } of [statements, questions]) {
      expect(en.length).toBe(zh.length);
      for (const line of zh) expect(line).toMatch(/\p{Script=Han}/u);
      for (const line of en) expect(line).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('are none where there is no file', () => {
    expect(readExamples(join(dataFolder(), 'examples.yaml')).entities).toEqual([]);
  });

  it('name what is wrong in the file', () => {
    const file = join(dataFolder(), 'examples.yaml');
    writeFileSync(file, 'statements: { en: [x] }\nquestions: { en: [], zh: [] }\nentities: [nothing]\npaths: []\n');
    expect(() => readExamples(file)).toThrow(
      /examples\.yaml cannot be used:\n.*statements\.zh.*\n.*entities\.0: must be an id/u,
    );
    writeFileSync(file, 'statements: [');
    expect(() => readExamples(file)).toThrow(/not valid YAML/u);
  });
});
