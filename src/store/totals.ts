import { z } from 'zod';

/** The numbers of `Statistics` as engines count them: one row. */
export const totals = z.object({
  entities: z.number(),
  facts: z.number(),
  sources: z.number(),
  documents: z.number(),
  segments: z.number(),
  passages: z.number(),
  mentions: z.number(),
  claims: z.number(),
  contradictions: z.number(),
});

/** Every verdict, for engines that count only those that occur. */
export const NO_CLAIMS = { SUPPORTED: 0, REFUTED: 0, CONFLICTING: 0, NOT_ENOUGH_INFO: 0 } as const;
