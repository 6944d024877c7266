import { useState } from 'preact/hooks';
import { WrongList } from '../explore/entity/wrong-list.tsx';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import type { ErrorKind } from './overview-query.ts';

/** What documents most often get wrong, by relation; each opens to show the statements. */
export function ErrorKinds({ kinds }: { readonly kinds: readonly ErrorKind[] }) {
  const say = useWords(WORDS);
  const wrong = kinds.filter(({ counts }) => counts.refuted > 0);
  const largest = Math.max(1, ...wrong.map(({ counts }) => counts.refuted));
  return (
    <section class="card bars error-kinds">
      <h2>{say('title')}</h2>
      {wrong.length === 0 && <p>{say('none')}</p>}
      {wrong.map((kind) => (
        <Kind key={kind.predicate} kind={kind} largest={largest} />
      ))}
    </section>
  );
}

function Kind({
  kind: { predicate, label, zh, counts },
  largest,
}: {
  readonly kind: ErrorKind;
  readonly largest: number;
}) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const [open, setOpen] = useState(false);
  const decided = counts.refuted + counts.supported + counts.conflicting;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="name">{current === 'zh' ? zh : label}</span>
        <span class="count">{say('of', { refuted: counts.refuted, decided })}</span>
        <span class="track" aria-hidden="true">
          <span class="fill" style={{ width: `${((counts.refuted / largest) * 100).toFixed(1)}%` }} />
        </span>
      </summary>
      {open && <WrongList predicate={predicate} none={say('none')} />}
    </details>
  );
}

const WORDS = {
  title: { en: 'What is wrong most often', zh: '最常见的错误' },
  none: { en: 'Nothing is refuted.', zh: '没有发现错误。' },
  of: { en: '{refuted} wrong of {decided} decided', zh: '{decided} 条可判定，{refuted} 条有误' },
};
