import { useEffect, useState } from 'preact/hooks';
import { address, go } from '../../state/route.ts';
import { useWords } from '../../text/messages.ts';
import { type Chosen, SearchBox } from '../search/search-box.tsx';

/** Chooses two entities; once both are chosen, the way between them is shown. */
export function PathForm({ from, to }: { readonly from?: Chosen | undefined; readonly to?: Chosen | undefined }) {
  const say = useWords(WORDS);
  const [ends, setEnds] = useState<{ readonly from?: Chosen | undefined; readonly to?: Chosen | undefined }>({
    from,
    to,
  });
  useEffect(() => setEnds({ from, to }), [from?.id, to?.id]);
  const choose = (next: typeof ends) => {
    setEnds(next);
    if (next.from && next.to) go(address('explore', { from: next.from.id, to: next.to.id }));
  };
  return (
    <div class="path-form">
      <SearchBox label={say('from')} chosen={ends.from} onChoose={(chosen) => choose({ ...ends, from: chosen })} />
      <button
        type="button"
        class="button swap"
        aria-label={say('swap')}
        title={say('swap')}
        onClick={() => choose({ from: ends.to, to: ends.from })}
      >
        ⇄
      </button>
      <SearchBox label={say('to')} chosen={ends.to} onChoose={(chosen) => choose({ ...ends, to: chosen })} />
    </div>
  );
}

const WORDS = {
  from: { en: 'From', zh: '起点' },
  to: { en: 'To', zh: '终点' },
  swap: { en: 'Swap', zh: '交换' },
};
