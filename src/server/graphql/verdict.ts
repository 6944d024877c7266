import { builder } from './builder.ts';

export const VerdictRef = builder.enumType('Verdict', {
  description: 'What the sourced facts say of a claim.',
  values: {
    SUPPORTED: { description: 'Facts say the same.' },
    REFUTED: { description: 'Facts exclude it; there is a correction.' },
    CONFLICTING: { description: 'The sources of the facts disagree, and none is preferred.' },
    NOT_ENOUGH_INFO: { description: 'The facts do not decide it; the explanation says what is missing.' },
  } as const,
});
