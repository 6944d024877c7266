import type { Verdict } from '../../assessment/result.ts';
import { verdictClass } from '../parts/verdict-badge.tsx';
import { useWords } from '../text/messages.ts';
import { VERDICT_WORDS, VERDICTS } from '../text/verdict-words.ts';
import type { Checked } from './checked.ts';
import { callsForChange, type Filter, type Flag } from './flags.ts';

interface SummaryProps {
  readonly checked: Checked;
  readonly flags: readonly Flag[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onSelect: (flag: Flag) => void;
}

/** How many there are of each verdict, which are shown, their proportions, and where in the text the errors lie. */
export function Summary({ checked, flags, filter, onFilter, onSelect }: SummaryProps) {
  const say = useWords(WORDS);
  const verdictWord = useWords(VERDICT_WORDS);
  const counts = countVerdicts(flags);
  const contradicting = flags.filter(({ contradictions }) => contradictions.length > 0).length;
  const toggle = (verdict: Verdict) => {
    const verdicts = new Set(filter.verdicts);
    if (!verdicts.delete(verdict)) verdicts.add(verdict);
    onFilter({ ...filter, verdicts, contradicting: false });
  };
  return (
    <section class="summary card" aria-label={say('summary')}>
      <fieldset class="counts">
        <legend class="visually-hidden">{say('shown')}</legend>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class={`count ${verdictClass(verdict)}`}
            aria-pressed={!filter.contradicting && filter.verdicts.has(verdict)}
            onClick={() => toggle(verdict)}
          >
            <strong>{counts[verdict]}</strong>
            <span>{verdictWord(verdict)}</span>
          </button>
        ))}
        <button
          type="button"
          class="count contradictions tone-contradiction"
          aria-pressed={filter.contradicting}
          disabled={contradicting === 0}
          onClick={() => onFilter({ ...filter, contradicting: !filter.contradicting })}
        >
          <strong>{checked.result.contradictions.length}</strong>
          <span>{say('contradictions')}</span>
        </button>
        <p class="size">
          {say('size', { sentences: checked.result.sentences, claims: flags.length, letters: checked.text.length })}
        </p>
      </fieldset>
      <Proportions counts={counts} />
      <Places length={checked.text.length} flags={flags.filter(callsForChange)} onSelect={onSelect} />
    </section>
  );
}

type Counts = Readonly<Record<Verdict, number>>;

function countVerdicts(flags: readonly Flag[]): Counts {
  const counts = { REFUTED: 0, CONFLICTING: 0, SUPPORTED: 0, NOT_ENOUGH_INFO: 0 };
  for (const { claim } of flags) counts[claim.verdict] += 1;
  return counts;
}

/** The verdicts as parts of a bar. */
export function Proportions({ counts }: { readonly counts: Counts }) {
  const word = useWords(VERDICT_WORDS);
  const total = VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (total === 0) return null;
  const title = VERDICTS.map((verdict) => `${word(verdict)}: ${counts[verdict]}`).join(', ');
  return (
    <div class="proportions" role="img" aria-label={title} title={title}>
      {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
        <span key={verdict} class={verdictClass(verdict)} style={{ flexGrow: counts[verdict] }} />
      ))}
    </div>
  );
}

/** The text as a line from its beginning to its end, with a mark where something is wrong. */
function Places({
  length,
  flags,
  onSelect,
}: {
  length: number;
  flags: readonly Flag[];
  onSelect: (flag: Flag) => void;
}) {
  const say = useWords(WORDS);
  if (flags.length === 0) return null;
  const nearest = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const offset = ((event.clientX - left) / width) * length;
    const distance = ({ claim }: Flag) => Math.abs(claim.start - offset);
    onSelect(flags.reduce((best, flag) => (distance(flag) < distance(best) ? flag : best)));
  };
  return (
    // A way for the mouse only: "next" and the list lead keys to the same places.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div class="places" role="img" aria-label={say('places', { count: flags.length })} onClick={nearest}>
      {flags.map(({ index, claim }) => (
        <i
          key={index}
          class={callsForCorrection(claim.verdict) ? verdictClass(claim.verdict) : 'tone-contradiction'}
          style={{ insetInlineStart: `${(claim.start / Math.max(1, length)) * 100}%` }}
        />
      ))}
    </div>
  );
}

/** The others are marked for contradicting each other. */
function callsForCorrection(verdict: Verdict): boolean {
  return verdict === 'REFUTED' || verdict === 'CONFLICTING';
}

const WORDS = {
  summary: { en: 'Summary', zh: '概要' },
  shown: { en: 'Which to show', zh: '显示哪些' },
  contradictions: { en: 'Contradictions', zh: '自相矛盾' },
  size: {
    en: 'Claims: {claims} · Sentences: {sentences} · Characters: {letters}',
    zh: '陈述 {claims} · 句子 {sentences} · 字符 {letters}',
  },
  places: { en: 'Where in the text the {count} flags lie', zh: '{count} 处标记在文中的位置' },
};
