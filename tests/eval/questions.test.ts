import { expect, it } from 'vitest';
import { loadEngine } from '../engine/knowledge.ts';
import { answererWithCorpus, recordedQuestions } from './questions.ts';
import { readLines } from './score.ts';
import { type LabelledQuestion, scoreQuestions } from './score-questions.ts';

const TOLERANCE = 0.006;

it('answers the development questions no worse than recorded', async () => {
  const before = recordedQuestions().development?.all;
  const questions = readLines<LabelledQuestion>('questions-dev.jsonl');
  const now = (await scoreQuestions(answererWithCorpus(loadEngine()), questions)).all;
  if (!before || !now) throw new Error('nothing is recorded; run: npm run eval -- questions --write');
  expect(now.right).toBeGreaterThanOrEqual(before.right - TOLERANCE);
  expect(now.wrong).toBeLessThanOrEqual(before.wrong + TOLERANCE);
}, 120_000);
