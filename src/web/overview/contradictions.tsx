import { useEffect, useState } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { FlagLink } from '../parts/flag-link.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { VerdictBadge } from '../parts/verdict-badge.tsx';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { type Contradiction, type ContradictionSide, fetchContradictions } from './overview-query.ts';

/** Statements that cannot both hold, side by side, a page at a time. */
export function Contradictions({ count }: { readonly count: number }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const [items, setItems] = useState<readonly Contradiction[]>([]);
  const { ask, answer, error, running } = useRequest(fetchContradictions);
  useEffect(() => ask(undefined), []);
  useEffect(() => {
    if (answer)
      setItems((before) => [...before, ...answer.items.filter((each) => !before.some(({ id }) => id === each.id))]);
  }, [answer]);
  const next = answer?.next;
  return (
    <section class="card contradictions">
      <h2>{say('title', { count })}</h2>
      {count === 0 && <p>{say('none')}</p>}
      {error && <ErrorNote error={error} onRetry={() => ask(next)} />}
      <ul>
        {items.map(({ id, a, b, explanation }) => (
          <li key={id}>
            <div class="pair">
              <Side side={a} />
              <span class="versus" aria-hidden="true">
                ⇎
              </span>
              <Side side={b} />
            </div>
            <p class="explanation">{explanation[current]}</p>
          </li>
        ))}
      </ul>
      {running && <Spinner label={say('loading')} />}
      {!running && next !== undefined && (
        <button type="button" class="button" onClick={() => ask(next)}>
          {say('more')}
        </button>
      )}
    </section>
  );
}

function Side({
  side: { claimId, quote, start, end, verdict, document, language: spoken },
}: {
  readonly side: ContradictionSide;
}) {
  return (
    <figure>
      <blockquote lang={spoken === 'zh' ? 'zh-Hans' : 'en'}>{quote}</blockquote>
      <figcaption>
        <VerdictBadge verdict={verdict} />{' '}
        <FlagLink document={document.name} claim={claimId} start={start} end={end}>
          {document.name.split('/').at(-1) ?? document.name}
        </FlagLink>
      </figcaption>
    </figure>
  );
}

const WORDS = {
  title: { en: 'Contradictions ({count})', zh: '相互矛盾的说法（{count}）' },
  none: { en: 'No statements of the documents contradict each other.', zh: '文档中没有相互矛盾的说法。' },
  loading: { en: 'Loading …', zh: '正在加载……' },
  more: { en: 'Show more', zh: '显示更多' },
};
