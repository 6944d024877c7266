// Writes the signs of every claim that no other layer decides into work/signs.jsonl, for forest.py.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Engine } from '../../../src/engine.ts';
import { EntailmentModel } from '../../../src/entailment/entailment-model.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { readDocument } from '../../../src/text/read-document.ts';

interface Labelled {
  readonly source: string;
  readonly claim: string;
  readonly label: string;
}

const here = new URL('.', import.meta.url);
const path = (name: string) => new URL(name, here).pathname;
const found: object[] = [];
let current: Labelled | undefined;
const knowledge = loadKnowledge({ ontology: path('../../../schema/ontology.yaml'), knowledge: [path('../../knowledge')] });
const engine = new Engine(knowledge, {
  reader: new EntailmentModel(path('../entailment-zh-en')),
  // decides nothing: only notes what it is shown
  forest: {
    least: { supported: 2, refuted: 2 },
    weigh(signs) {
      found.push({ ...current, signs });
      return { supported: 0, refuted: 0 };
    },
  },
});

function* claims(): Generator<Labelled> {
  const files = ['', 2, 3, 4, 5, 6, 7, 8, 9].map((part) => `../../../tests/eval/claims-dev${part}.jsonl`);
  for (const file of ['claims.jsonl', 'techniques.jsonl', 'weighing.jsonl', ...files])
    for (const line of readFileSync(path(file), 'utf8').trim().split('\n'))
      yield { source: file.replace(/^.*\/|\.jsonl$/gu, ''), ...JSON.parse(line) };
  const texts = path('../../../tests/eval/true-texts/');
  for (const name of readdirSync(texts))
    for (const { passages } of readDocument(readFileSync(texts + name, 'utf8'), 'markdown').segments)
      for (const { kind, text, sentences } of passages)
        if (kind !== 'heading' && kind !== 'code')
          for (const { start, end } of sentences)
            yield { source: 'true-text', claim: text.slice(start, end), label: 'SUPPORTED' };
}

for (const { source, claim, label } of claims()) {
  current = { source, claim, label };
  await engine.verifyInDepth(claim);
}
writeFileSync(path('work/signs.jsonl'), found.map((item) => `${JSON.stringify(item)}\n`).join(''));
console.log(found.length);
