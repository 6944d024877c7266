import { useEffect, useMemo, useState } from 'preact/hooks';
import { useNames } from '../../api/names.ts';
import { address, go } from '../../state/route.ts';
import { useWords } from '../../text/messages.ts';
import { type Chosen, SearchBox } from '../search/search-box.tsx';

interface PathFormProps {
  /** Ids of what was chosen. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Chooses two entities; once both are chosen, the way between them is shown. */
export function PathForm({ from, to }: PathFormProps) {
  const say = useWords(WORDS);
  const nameOf = useNames(useMemo(() => [from, to].filter((id) => id !== undefined), [from, to]));
  const named = (id: string | undefined): Chosen | undefined =>
    id === undefined ? undefined : { id, label: { en: nameOf(id), zh: nameOf(id) } };
  const [chosen, setEnds] = useState<Ends>({});
  useEffect(() => setEnds({}), [from, to]);
  const ends: Ends = { from: chosen.from ?? named(from), to: chosen.to ?? named(to) };
  const choose = (next: Ends) => {
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

interface Ends {
  readonly from?: Chosen | undefined;
  readonly to?: Chosen | undefined;
}

const WORDS = {
  from: { en: 'From', zh: '起点' },
  to: { en: 'To', zh: '终点' },
  swap: { en: 'Swap', zh: '交换' },
};
