import { expect, it } from 'vitest';
import { StatementReader } from '../../src/assessment/statement-reader.ts';
import { Traces, tracesOfWord } from '../../src/claims/traces.ts';
import { Words } from '../../src/claims/words.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { Linker } from '../../src/linking/linker.ts';
import { settingsFrom } from '../../src/settings.ts';

const knowledge = loadKnowledge(settingsFrom({}, {}));
const reader = new StatementReader(knowledge, new Linker(knowledge), new Words(knowledge.ontology.data));
const subjects = [...knowledge.entities.keys()].filter((id) => reader.isSpokenOf(id));

it('every word and figure that reading a statement finds has left its traces in it', () => {
  const missing: string[] = [];
  for (const id of subjects.filter((_, index) => index % 20 === 0))
    for (const language of ['en', 'zh'] as const)
      for (const statement of reader.statementsOf(id, language))
        for (const { content } of statement.written)
          for (const term of content.terms)
            if (!statement.maySay({ ...term, ids: [] })) missing.push(`${id}: ${content.text}`);
  expect(subjects.length).toBeGreaterThan(1000);
  expect(missing).toEqual([]);
});

it('a word that is not in a text has mostly left no traces there', () => {
  const traces = new Traces();
  traces.add(['gradient', '梯度', 'descent'].flatMap((word) => tracesOfWord(word)));
  expect(traces.has(tracesOfWord('gradient'))).toBe(true);
  expect(traces.has(tracesOfWord('梯度'))).toBe(true);
  expect(['entropy', 'forest', '熵', '随机森林', '度量'].filter((word) => traces.has(tracesOfWord(word)))).toEqual([]);
});
