import type { Verdict } from '../../assessment/result.ts';
import { useWords } from '../text/messages.ts';
import { VERDICT_WORDS } from '../text/verdict-words.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  REFUTED: '✗',
  CONFLICTING: '±',
  SUPPORTED: '✓',
  NOT_ENOUGH_INFO: '?',
};

/** A verdict as word, sign and colour, so that none is needed alone. */
export function VerdictBadge({ verdict, large = false }: { readonly verdict: Verdict; readonly large?: boolean }) {
  const say = useWords(VERDICT_WORDS);
  return (
    <span class={`badge ${verdictClass(verdict)}${large ? ' large' : ''}`}>
      <span aria-hidden="true" class="sign">
        {SIGNS[verdict]}
      </span>
      {say(verdict)}
    </span>
  );
}

/** The class that gives a thing the colours of a verdict (`--tone`, `--tone-soft`). */
export function verdictClass(verdict: Verdict): string {
  return `tone-${verdict.toLowerCase().replaceAll('_', '-')}`;
}
