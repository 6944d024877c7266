import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { KindMark } from './kind-mark.tsx';
import { KIND_STYLES, styleOf } from './kind-style.ts';
import type { GraphModel } from './model.ts';

/** What colours, shapes and lines of this graph mean. */
export function Legend({ model }: { readonly model: GraphModel }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const present = new Set(model.nodes.filter(({ sort }) => sort === 'entity').map(({ kinds }) => styleOf(kinds).kind));
  const refuted = model.edges.some(({ sort }) => sort === 'refuted');
  return (
    <ul class="legend" aria-label={say('legend')}>
      {KIND_STYLES.filter(({ kind }) => present.has(kind)).map(({ kind, label }) => (
        <li key={kind}>
          <KindMark kinds={[kind]} /> {label[current]}
        </li>
      ))}
      {present.has('') && (
        <li>
          <KindMark kinds={[]} /> {say('other')}
        </li>
      )}
      {refuted && (
        <>
          <li>
            <Line class="refuted" /> {say('refuted')}
          </li>
          <li>
            <Line class="true" /> {say('true')}
          </li>
        </>
      )}
    </ul>
  );
}

function Line({ class: name }: { readonly class: string }) {
  return (
    <svg class={`line-mark ${name}`} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M1 4h26" />
    </svg>
  );
}

const WORDS = {
  legend: { en: 'Legend', zh: '图例' },
  other: { en: 'term', zh: '术语' },
  refuted: { en: 'said by a document, refuted', zh: '文档说法，有误' },
  true: { en: 'right instead', zh: '正确内容' },
};
