import { readFileSync, writeFileSync } from 'node:fs';
import { Engine } from '../../src/engine.ts';
import { scoreArticles } from './articles.ts';
import { scoreMutations } from './mutations.ts';
import { evaluateQuestions } from './questions.ts';
import {
  type Annotation,
  type ClaimScore,
  developmentClaims,
  inDepth,
  type LabelledClaim,
  readLines,
  scoreClaims,
  scoreCorpus,
} from './score.ts';
import { scoreTrueTexts } from './true-texts.ts';

/**
 * `npm run eval`: prints and records how good the engine is. `--write` updates tests/eval/results.json, which the tests
 * compare against; without it the file stays. `npm run eval -- questions` scores the questions alone.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const engine = Engine.load({
  ontology: path('schema/ontology.yaml'),
  knowledge: [path('seed/knowledge')],
  entailment: path('seed/models/entailment-zh-en'),
});
const write = process.argv.includes('--write');
if (process.argv.includes('questions')) {
  await evaluateQuestions(engine, write);
  process.exit();
}
const text = readFileSync(new URL('seed/documents/000_3859fd2a01099e28.txt', root), 'utf8');

/** Scores of every set of claims, and of its languages. */
async function depthScores(): Promise<Record<string, Record<string, ClaimScore>>> {
  const scores: Record<string, Record<string, ClaimScore>> = {};
  for (const set of ['dev', 'test'] as const) {
    for (let part = 1; part <= (set === 'dev' ? 9 : 7); part++) {
      const name = `${set}${part === 1 ? '' : part}`;
      const claims = readLines<LabelledClaim>(`claims-${name}.jsonl`);
      const all = scoreClaims(await inDepth(engine, claims), claims);
      scores[name] = Object.fromEntries(Object.entries(all).filter(([key]) => /^(?:all$|language:|layer:)/u.test(key)));
    }
  }
  return scores;
}

const results = {
  corpus: scoreCorpus(engine, text, readLines<Annotation>('corpus.jsonl')),
  development: scoreClaims(engine, readLines<LabelledClaim>('claims-dev.jsonl')),
  development2: scoreClaims(engine, readLines<LabelledClaim>('claims-dev2.jsonl')),
  development3: scoreClaims(engine, readLines<LabelledClaim>('claims-dev3.jsonl')),
  development4: scoreClaims(engine, readLines<LabelledClaim>('claims-dev4.jsonl')),
  development5: scoreClaims(engine, readLines<LabelledClaim>('claims-dev5.jsonl')),
  development6: scoreClaims(engine, readLines<LabelledClaim>('claims-dev6.jsonl')),
  development7: scoreClaims(engine, readLines<LabelledClaim>('claims-dev7.jsonl')),
  development8: scoreClaims(engine, readLines<LabelledClaim>('claims-dev8.jsonl')),
  development9: scoreClaims(engine, readLines<LabelledClaim>('claims-dev9.jsonl')),
  test: scoreClaims(engine, readLines<LabelledClaim>('claims-test.jsonl')),
  test2: scoreClaims(engine, readLines<LabelledClaim>('claims-test2.jsonl')),
  test3: scoreClaims(engine, readLines<LabelledClaim>('claims-test3.jsonl')),
  test4: scoreClaims(engine, readLines<LabelledClaim>('claims-test4.jsonl')),
  test5: scoreClaims(engine, readLines<LabelledClaim>('claims-test5.jsonl')),
  test6: scoreClaims(engine, readLines<LabelledClaim>('claims-test6.jsonl')),
  test7: scoreClaims(engine, readLines<LabelledClaim>('claims-test7.jsonl')),
  /** With what the other layers leave open read by the classifier of sentence pairs, as `verify` does. */
  inDepth: await depthScores(),
  mutations: scoreMutations(engine, developmentClaims()),
  articlesDevelopment: scoreArticles(engine, 'dev'),
  articlesTest: scoreArticles(engine, 'test'),
  trueTexts: scoreTrueTexts(engine),
};

console.log('corpus', results.corpus);
console.log('values changed, sentences denied', results.mutations);
console.log('articles, development', results.articlesDevelopment);
console.log('articles, test', results.articlesTest);
console.log('texts in which everything is true', results.trueTexts);
for (const half of [
  'development',
  'development2',
  'development3',
  'development4',
  'development5',
  'development6',
  'development7',
  'development8',
  'development9',
  'test',
  'test2',
  'test3',
  'test4',
  'test5',
  'test6',
  'test7',
] as const) {
  console.log(`\n${half}`);
  console.table(
    Object.fromEntries(
      Object.entries<ClaimScore>(results[half]).filter(
        ([key]) => !half.startsWith('test') || !key.startsWith('predicate:'),
      ),
    ),
  );
}
for (const [set, scores] of Object.entries(results.inDepth)) {
  console.log(`\n${set}, in depth`);
  console.table(scores);
}
await evaluateQuestions(engine, write);
if (write) {
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}
