import type { Answer } from '../../src/answer/answer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { type Item, saysAll } from './accepted.ts';

/** A question with what a right answer must hold. Ids and texts match as parts of a value's id or text, in any case. */
export interface LabelledQuestion {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly type: string;
  readonly question: string;
  /** All of these, or one of these, must be among the values. */
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  /** The sentence or values must say all of these. */
  readonly says?: readonly string[];
  /** The answer must say each of these, in one of its wordings. */
  readonly accepted?: readonly Item[];
  /** abstention: nothing may be answered; correction: a false premise must be corrected (abstaining is no mistake). */
  readonly expect?: 'abstention' | 'correction';
}

export type Mark = 'right' | 'abstained' | 'wrong';

export interface QuestionScore {
  readonly questions: number;
  readonly right: number;
  readonly abstained: number;
  readonly wrong: number;
}

export function mark(question: LabelledQuestion, answer: Answer): Mark {
  if (question.expect === 'abstention') return answer.abstained ? 'right' : 'wrong';
  if (question.expect === 'correction') return markCorrection(question, answer);
  if (answer.abstained) return 'abstained';
  const values = answer.answers.map(({ text, entityId }) => `${entityId ?? ''} ${text}`.toLowerCase());
  const among = (wanted: string) => values.some((value) => value.includes(wanted.toLowerCase()));
  const said = `${answer.answer ?? ''} ${values.join(' ')}`.toLowerCase();
  const right =
    (question.all ?? []).every(among) &&
    (question.any === undefined || question.any.some(among)) &&
    (question.says ?? []).every((wanted) => said.includes(wanted.toLowerCase())) &&
    saysAll(question.accepted ?? [], answer, isYesNo(question));
  return right ? 'right' : 'wrong';
}

/** A correction without the right value is of no use, and counts like an abstention. */
function markCorrection({ accepted = [] }: LabelledQuestion, answer: Answer): Mark {
  if (answer.falsePremise) return saysAll(accepted, answer, false) ? 'right' : 'abstained';
  return answer.abstained ? 'abstained' : 'wrong';
}

function isYesNo({ type }: LabelledQuestion): boolean {
  return type === 'yesno' || type === 'yes-no';
}

/** Scores by group: the whole, each language and each type. */
export async function scoreQuestions(
  answerer: Answerer,
  questions: readonly LabelledQuestion[],
): Promise<Record<string, QuestionScore>> {
  const groups = new Map<string, Mark[]>();
  for (const question of questions) {
    const result = mark(question, await answerer.ask(question.question));
    for (const key of ['all', `language:${question.lang}`, `type:${question.type}`])
      groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const share = (marks: readonly Mark[], wanted: Mark) =>
    Math.round((marks.filter((one) => one === wanted).length / marks.length) * 10000) / 10000;
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, marks]) => [
        key,
        {
          questions: marks.length,
          right: share(marks, 'right'),
          abstained: share(marks, 'abstained'),
          wrong: share(marks, 'wrong'),
        },
      ]),
  );
}
