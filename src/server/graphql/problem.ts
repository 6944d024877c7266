import { Problem } from '../http/problem.ts';
import { BilingualRef } from './bilingual.ts';
import { builder } from './builder.ts';

export const ProblemRef = builder.objectType(Problem, {
  name: 'Problem',
  description: 'Why something could not be done, and what would help.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, for programs: `UNAUTHORISED`, `WRITING_OFF`, `BUSY` …' }),
    title: t.expose('title', { type: BilingualRef, description: 'In a few words.' }),
    detail: t.expose('detail', { type: BilingualRef, description: 'What is wrong, and the fix.' }),
  }),
});
