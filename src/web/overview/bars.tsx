import { useId, useState } from 'preact/hooks';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import type { Counted } from './overview-query.ts';

interface BarsProps {
  readonly title: string;
  readonly items: readonly Counted[];
  /** How many are shown before one asks for all. */
  readonly most?: number;
}

/** Counts as bars, most first. */
export function Bars({ title, items, most = 12 }: BarsProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const id = useId();
  const [all, setAll] = useState(false);
  const largest = Math.max(1, ...items.map(({ count }) => count));
  const format = new Intl.NumberFormat(current);
  return (
    <section class="card bars">
      <h2 id={id}>{title}</h2>
      <ul aria-labelledby={id}>
        {(all ? items : items.slice(0, most)).map(({ name, label, zh, count }) => (
          <li key={name}>
            <span class="name">{current === 'zh' ? zh : label}</span>
            <span class="count">{format.format(count)}</span>
            <span class="track" aria-hidden="true">
              <span class="fill" style={{ width: `${((count / largest) * 100).toFixed(1)}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {items.length > most && (
        <button type="button" class="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('fewer') : say('all', { count: items.length })}
        </button>
      )}
    </section>
  );
}

const WORDS = {
  all: { en: 'Show all {count}', zh: '显示全部 {count} 项' },
  fewer: { en: 'Show fewer', zh: '收起' },
};
