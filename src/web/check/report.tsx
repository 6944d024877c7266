import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { address, go } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import { VERDICTS } from '../text/verdict-words.ts';
import { AnnotatedText } from './annotated-text.tsx';
import type { Checked } from './checked.ts';
import { Filters } from './filters.tsx';
import { byWeight, type Filter, type Flag, passes, step, toFlags, toVisit } from './flags.ts';
import { FlagList, Panel } from './panel.tsx';
import { ReportHead } from './report-head.tsx';
import { Summary } from './summary.tsx';
import { useMarkedFlag } from './use-marked-flag.ts';
import { useStepKeys } from './use-step-keys.ts';

interface ReportProps {
  readonly checked: Checked;
  /** What the address names: the id of a claim of the graph, or the index of one. */
  readonly chosen: string | null;
}

const EVERYTHING: Filter = { verdicts: new Set(VERDICTS), contradicting: false, section: '', entity: '' };

/** A checked text: summary, flags in place, and what was found of the chosen one. */
export function Report({ checked, chosen }: ReportProps) {
  const say = useWords(WORDS);
  const [filter, setFilter] = useState(EVERYTHING);
  useEffect(() => setFilter(EVERYTHING), [checked]);
  const flags = useMemo(() => toFlags(checked), [checked]);
  const byIndex = useMemo(() => new Map(flags.map((flag) => [flag.index, flag])), [flags]);
  const hrefOf = useCallback((flag: Flag) => addressOf(checked, flag), [checked]);
  const current = flagOf(checked, byIndex, chosen);
  const hidden = current && !passes(current, filter) ? current : undefined;
  const shown = useMemo(() => flags.filter((flag) => flag === hidden || passes(flag, filter)), [flags, filter, hidden]);
  const shownSet = useMemo(() => new Set(shown), [shown]);
  const visited = useMemo(() => toVisit(shown), [shown]);
  const select = useCallback((flag: Flag | undefined) => go(addressOf(checked, flag), { replace: true }), [checked]);
  const move = (direction: 1 | -1) => select(step(visited, current, direction) ?? current);
  useStepKeys({ onStep: move, onClose: () => select(undefined) });
  useMarkedFlag(current, shownSet);
  return (
    <div class="report">
      <ReportHead checked={checked} />
      <Summary checked={checked} flags={flags} filter={filter} onFilter={setFilter} onSelect={select} />
      <Filters flags={flags} filter={filter} onFilter={setFilter} />
      <div class="columns">
        <AnnotatedText checked={checked} flags={flags} shown={shownSet} hrefOf={hrefOf} onSelect={select} />
        <aside class={current ? 'panel open' : 'panel'} aria-label={say('findings')}>
          <Stepper flags={visited} current={current} onMove={move} />
          <div aria-live="polite">
            {current && (
              <Panel
                flag={current}
                byIndex={byIndex}
                beside={besides(current, shown)}
                shareable={checked.ids ? addressOf(checked, current) : undefined}
                onSelect={select}
                onClose={() => select(undefined)}
              />
            )}
          </div>
          {!current && <Overview flags={visited} onSelect={select} />}
        </aside>
      </div>
    </div>
  );
}

/** Others whose words overlap. */
function besides({ index, claim }: Flag, shown: readonly Flag[]): Flag[] {
  const overlaps = ({ claim: other }: Flag) => other.start < claim.end && claim.start < other.end;
  return byWeight(shown.filter((flag) => flag.index !== index && overlaps(flag)));
}

function Overview({ flags, onSelect }: { readonly flags: readonly Flag[]; onSelect: (flag: Flag) => void }) {
  const say = useWords(WORDS);
  if (flags.length === 0) return <p class="empty">{say('nothing')}</p>;
  return <FlagList flags={flags.slice(0, MOST_LISTED)} onSelect={onSelect} />;
}

/** A longer list is no overview; "next" leads through all. */
const MOST_LISTED = 200;

interface StepperProps {
  readonly flags: readonly Flag[];
  readonly current: Flag | undefined;
  readonly onMove: (direction: 1 | -1) => void;
}

function Stepper({ flags, current, onMove }: StepperProps) {
  const say = useWords(WORDS);
  const at = current ? flags.indexOf(current) + 1 : 0;
  return (
    <div class="stepper">
      <button
        type="button"
        class="button"
        disabled={flags.length === 0}
        onClick={() => onMove(-1)}
        title={say('keyBack')}
      >
        ‹ {say('back')}
      </button>
      <span class="at">{at > 0 ? `${at} / ${flags.length}` : say('count', { count: flags.length })}</span>
      <button
        type="button"
        class="button"
        disabled={flags.length === 0}
        onClick={() => onMove(1)}
        title={say('keyNext')}
      >
        {say('next')} ›
      </button>
    </div>
  );
}

function addressOf({ ids, result }: Checked, flag: Flag | undefined): string {
  if (ids) return address('check', { document: result.document, claim: flag && ids[flag.index] });
  return address('check', { view: 'text', flag: flag && String(flag.index) });
}

function flagOf({ ids }: Checked, byIndex: ReadonlyMap<number, Flag>, chosen: string | null): Flag | undefined {
  if (chosen === null) return undefined;
  return byIndex.get(ids ? ids.indexOf(chosen) : Number(chosen));
}

const WORDS = {
  findings: { en: 'Findings', zh: '核查结果' },
  nothing: { en: 'Nothing to show with these filters.', zh: '按当前筛选没有可显示的内容。' },
  back: { en: 'Previous', zh: '上一处' },
  next: { en: 'Next', zh: '下一处' },
  keyBack: { en: 'Previous flag (key P)', zh: '上一处标记（按键 P）' },
  keyNext: { en: 'Next flag (key N)', zh: '下一处标记（按键 N）' },
  count: { en: 'Flags: {count}', zh: '{count} 处' },
};
