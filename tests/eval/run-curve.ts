import { readdirSync, writeFileSync } from 'node:fs';
import { Engine } from '../../src/engine.ts';
import { answererWithCorpus, QUESTION_SETS } from './questions.ts';
import { type Curve, type Decided, drawCurves, riskCoverage } from './risk-coverage.ts';
import { type LabelledClaim, readLines } from './score.ts';
import { type LabelledQuestion, mark } from './score-questions.ts';

/**
 * Part of `npm run eval`: draws docs/risk-coverage.svg: how often statements and questions are decided wrongly, if only the surest decisions
 * are taken. Over all labelled claims and questions.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const engine = Engine.load({ ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] });

function verified(): Decided[] {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /^claims-.*\.jsonl$/u.test(name));
  return files.sort().flatMap((file) =>
    readLines<LabelledClaim>(file).map(({ claim, label }) => {
      const { verdict, confidence } = engine.verify(claim);
      return { confidence: verdict === 'NOT_ENOUGH_INFO' ? undefined : confidence, right: verdict === label };
    }),
  );
}

async function asked(): Promise<Decided[]> {
  const answerer = answererWithCorpus(engine);
  const questions = Object.values(QUESTION_SETS).flatMap((file) => readLines<LabelledQuestion>(file));
  const decided: Decided[] = [];
  for (const question of questions) {
    const answer = await answerer.ask(question.question);
    const abstained = answer.answer === null;
    decided.push({ confidence: abstained ? undefined : answer.confidence, right: mark(question, answer) === 'right' });
  }
  return decided;
}

function curve(name: string, colour: string, decided: readonly Decided[]): Curve {
  const points = riskCoverage(decided);
  const last = points.at(-1);
  console.log(
    `${name}: ${decided.length}, decided ${last?.coverage.toFixed(3)}, of them wrong ${last?.risk.toFixed(3)}`,
  );
  return { name: `${name} (${decided.length})`, colour, points };
}

const claims = curve('statements verified', '#0b5fa5', verified());
const questions = curve('questions answered', '#b3470c', await asked());
writeFileSync(new URL('docs/risk-coverage.svg', root), drawCurves([claims, questions]));
console.log('docs/risk-coverage.svg is drawn');
