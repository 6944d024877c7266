import type { Verdict } from '../../assessment/result.ts';
import type { Messages } from './messages.ts';

/** The verdicts in words. */
export const VERDICT_WORDS = {
  REFUTED: { en: 'Refuted', zh: '有误' },
  CONFLICTING: { en: 'Conflicting sources', zh: '来源不一' },
  SUPPORTED: { en: 'Supported', zh: '属实' },
  NOT_ENOUGH_INFO: { en: 'No information', zh: '信息不足' },
} as const satisfies Messages & Record<Verdict, unknown>;

/** The verdicts, those that matter most first. */
export const VERDICTS = [
  'REFUTED',
  'CONFLICTING',
  'SUPPORTED',
  'NOT_ENOUGH_INFO',
] as const satisfies readonly Verdict[];
