import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { sayDate, sayPeriod } from '../data/dates.ts';
import type { GraphFact } from '../data/schemas.ts';
import { FactValue } from './fact-value.tsx';
import { type TimelineEntry, toTimeline } from './timeline-model.ts';

/** What happened when: a list in the order of time, each entry with a bar under the years. Nothing where too little says when. */
export function TimelineView({ facts }: { readonly facts: readonly GraphFact[] }) {
  const say = useWords(WORDS);
  const today = new Date();
  const timeline = toTimeline(facts, today.getFullYear() + today.getMonth() / 12);
  if (!timeline) return null;
  const { entries, ticks } = timeline;
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return (
    <section class="card">
      <h2>{say('title')}</h2>
      <ol class="timeline">
        {entries.map((entry) => (
          <Entry key={entry.fact.id} entry={entry} percent={percent} />
        ))}
      </ol>
      <div class="years" aria-hidden="true">
        {ticks.map(({ year, at }) => (
          <span key={year} style={{ left: percent(at) }}>
            {year}
          </span>
        ))}
      </div>
    </section>
  );
}

function Entry({ entry: { fact, begin, length, open }, percent }: EntryProps) {
  const current = useStore(language);
  const when = sayPeriod(fact.period, current) || (fact.value.date ? sayDate(fact.value.date, current) : '');
  const style = length === 0 ? { left: percent(begin) } : { left: percent(begin), width: percent(length) };
  return (
    <li>
      <span class="what">
        <span class="topic">{fact.predicateLabel[current]}</span> {fact.value.date ? null : <FactValue fact={fact} />}
      </span>
      <span class="when">{when}</span>
      <span class="track" aria-hidden="true">
        <span class={`bar${length === 0 ? ' moment' : ''}${open ? ' open' : ''}`} style={style} />
      </span>
    </li>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly percent: (part: number) => string;
}

const WORDS = { title: { en: 'Timeline', zh: '时间线' } };
