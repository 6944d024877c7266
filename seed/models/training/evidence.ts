// Writes the knowledge in words, and the evidence on every training sentence, into work/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Wording } from '../../../src/assessment/wording.ts';
import { Engine } from '../../../src/engine.ts';
import { EvidenceFinder } from '../../../src/entailment/evidence.ts';
import type { Fact, Language } from '../../../src/knowledge/model.ts';
import { withoutMarks } from '../../../src/knowledge/without-marks.ts';

const here = new URL('.', import.meta.url);
const path = (name: string) => new URL(name, here).pathname;
const engine = Engine.load({ ontology: path('../../../schema/ontology.yaml'), knowledge: [path('../../knowledge')] });
const { knowledge } = engine;
const wording = new Wording(knowledge);
const finder = new EvidenceFinder(knowledge, wording);
mkdirSync(path('work'), { recursive: true });

const line = (fact: Fact, language: Language) =>
  `${wording.predicate(fact.predicate, language)}${language === 'zh' ? '：' : ': '}${wording.valueOf(fact, language)}`;

const things = [...knowledge.entities.values()].flatMap(({ id }) => {
  if (knowledge.isVocabulary(id)) return [];
  const facts = [...knowledge.allFactsOf(id).values()].flat().filter(({ rank }) => rank !== 'deprecated');
  const statements = facts.flatMap(({ id: fact, value }) =>
    value.type === 'text' && value.wordings
      ? [
          {
            id: fact,
            en: value.wordings.en.map(withoutMarks),
            zh: value.wordings.zh.map(withoutMarks),
            wrongEn: value.mistaken?.en ?? [],
            wrongZh: value.mistaken?.zh ?? [],
          },
        ]
      : [],
  );
  const relations = facts
    .filter(({ value }) => value.type !== 'url' && !(value.type === 'text' && value.wordings))
    .map((fact) => ({ id: fact.id, en: line(fact, 'en'), zh: line(fact, 'zh') }));
  return [{ id, en: wording.label(id, 'en'), zh: wording.label(id, 'zh'), statements, relations }];
});
writeFileSync(path('work/things.jsonl'), things.map((thing) => `${JSON.stringify(thing)}\n`).join(''));

const languageOf = (text: string): Language =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 > text.length ? 'zh' : 'en';

function withEvidence(line: string, decide: boolean): string {
  const item: { claim: string } = JSON.parse(line);
  const language = languageOf(item.claim);
  const about = [...new Set(engine.mentions(item.claim).flatMap(({ entities }) => entities.slice(0, 2)))];
  const { truths, mistakes } = finder.find(item.claim, about, { language, truths: 6, mistakes: 6 });
  const shown = (evidence: typeof truths) =>
    evidence.map(({ facts, text }) => ({ facts: facts.map(({ id }) => id), text }));
  const verdict = decide ? engine.verify(item.claim).verdict : undefined;
  return JSON.stringify({ ...item, language, verdict, truths: shown(truths), mistakes: shown(mistakes) });
}

const evaluation = (name: string) => path(`../../../tests/eval/${name}.jsonl`);
const sources: readonly (readonly [name: string, file: string])[] = [
  ['sentences', path('sentences.jsonl')],
  ['claims', path('claims.jsonl')],
  ...['', 2, 3, 4, 5, 6, 7, 8, 9].map((part) => [`claims-dev${part}`, evaluation(`claims-dev${part}`)] as const),
];
for (const [name, file] of sources) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const found = lines.map((text) => withEvidence(text, name !== 'sentences'));
  writeFileSync(path(`work/${name}.evidence.jsonl`), `${found.join('\n')}\n`);
  console.log(name, found.length);
}
