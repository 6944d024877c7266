import type { Verdict } from '../../assessment/result.ts';
import { verdictClass } from '../parts/verdict-badge.tsx';
import { useWords } from '../text/messages.ts';
import { VERDICT_WORDS, VERDICTS } from '../text/verdict-words.ts';
import type { Counts } from './overview-query.ts';

const FIELD: Readonly<Record<Verdict, keyof Counts>> = {
  REFUTED: 'refuted',
  CONFLICTING: 'conflicting',
  SUPPORTED: 'supported',
  NOT_ENOUGH_INFO: 'notEnoughInfo',
};

/** Verdicts as parts of a bar; in words for those who do not see it. */
export function VerdictBar({ counts }: { readonly counts: Counts }) {
  const say = useWords(VERDICT_WORDS);
  const said = VERDICTS.map((verdict) => `${say(verdict)}: ${counts[FIELD[verdict]]}`).join(', ');
  return (
    <span class="verdict-bar" role="img" aria-label={said} title={said}>
      {VERDICTS.map((verdict) => (
        <span key={verdict} class={verdictClass(verdict)} style={{ flexGrow: counts[FIELD[verdict]] }} />
      ))}
    </span>
  );
}
