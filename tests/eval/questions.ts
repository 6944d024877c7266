import { readFileSync, writeFileSync } from 'node:fs';
import { Answerer } from '../../src/answer/answerer.ts';
import { checkedDocuments } from '../../src/answer/checked-documents.ts';
import type { Engine } from '../../src/engine.ts';
import { readLines } from './score.ts';
import { type LabelledQuestion, type QuestionScore, scoreQuestions } from './score-questions.ts';

const RESULTS = new URL('results-questions.json', import.meta.url);
const CORPUS = new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url);

/** The sets of questions. Nobody who works on the planner reads the test set: only its scores are looked at. */
export const QUESTION_SETS = {
  development: 'questions-dev.jsonl',
  development2: 'questions-dev2.jsonl',
  test: 'questions-test.jsonl',
} as const;

export type QuestionResults = Record<string, Record<string, QuestionScore>>;

/** An answerer on the engine's knowledge that warns of the corpus' errors. */
export function answererWithCorpus(engine: Engine): Answerer {
  const text = readFileSync(CORPUS, 'utf8');
  const documents = checkedDocuments(async () => [engine.check({ name: 'corpus', text, format: 'markdown' })]);
  return new Answerer({ engine, documents });
}

/** Scores all sets of questions, prints them, and records them where asked to. */
export async function evaluateQuestions(engine: Engine, write: boolean): Promise<void> {
  const answerer = answererWithCorpus(engine);
  const results: QuestionResults = {};
  for (const [set, file] of Object.entries(QUESTION_SETS))
    results[set] = await scoreQuestions(answerer, readLines<LabelledQuestion>(file));
  for (const [set, scores] of Object.entries(results)) {
    console.log(`\nquestions, ${set}`);
    console.table(scores);
  }
  if (write) writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

export function recordedQuestions(): QuestionResults {
  return JSON.parse(readFileSync(RESULTS, 'utf8')) as QuestionResults;
}
