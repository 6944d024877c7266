import { expect, it } from 'vitest';
import { loadEngine } from '../engine/knowledge.ts';
import { answererWithCorpus, QUESTION_SETS, recordedQuestions } from './questions.ts';
import { readLines } from './score.ts';
import { type LabelledQuestion, scoreQuestions } from './score-questions.ts';

const TOLERANCE = 0.006;
/** A question or two of a hundred. */
const OF_A_SMALL_SET = 0.021;

it.each(Object.entries(QUESTION_SETS))(
  'answers the questions of the %s set no worse than recorded',
  { timeout: 120_000 },
  async (set, file) => {
    const before = recordedQuestions()[set]?.all;
    const questions = readLines<LabelledQuestion>(file);
    const now = (await scoreQuestions(answererWithCorpus(loadEngine()), questions)).all;
    if (!before || !now) throw new Error('nothing is recorded; run: npm run eval -- questions --write');
    const tolerance = questions.length > 200 ? TOLERANCE : OF_A_SMALL_SET;
    expect(now.right).toBeGreaterThanOrEqual(before.right - tolerance);
    expect(now.wrong).toBeLessThanOrEqual(before.wrong + tolerance);
  },
);
