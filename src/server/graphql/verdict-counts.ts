import type { Verdict } from '../../assessment/result.ts';
import { builder } from './builder.ts';

export const VerdictCountsRef = builder.objectRef<Readonly<Record<Verdict, number>>>('VerdictCounts').implement({
  description: 'Numbers of claims by verdict.',
  fields: (t) => ({
    supported: t.int({ description: 'Facts say the same.', resolve: ({ SUPPORTED }) => SUPPORTED }),
    refuted: t.int({ description: 'Facts exclude them.', resolve: ({ REFUTED }) => REFUTED }),
    conflicting: t.int({ description: 'The sources disagree.', resolve: ({ CONFLICTING }) => CONFLICTING }),
    notEnoughInfo: t.int({
      description: 'The facts do not decide.',
      resolve: ({ NOT_ENOUGH_INFO }) => NOT_ENOUGH_INFO,
    }),
  }),
});
