import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Bilingual } from '../../../assessment/result.ts';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { KindMark } from '../graph/kind-mark.tsx';
import { useSuggestions } from './use-suggestions.ts';

/** What was chosen. */
export interface Chosen {
  readonly id: string;
  readonly label: Bilingual;
}

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder?: string;
  /** What it holds at first, and whenever this changes. */
  readonly chosen?: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** A box that finds entities while one types, in either language: an editable combobox with a list (ARIA 1.2). */
export function SearchBox({ label, placeholder, chosen, onChoose }: SearchBoxProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { items, text: found } = useSuggestions(open ? text : '');
  const shown = open ? items : [];
  useEffect(() => setText(chosen?.label[current] ?? ''), [chosen?.id, chosen?.label[current]]);
  useEffect(() => setActive(-1), [items]);
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const choose = (index: number) => {
    const item = shown[index];
    if (!item) return;
    setOpen(false);
    setText(item.label[current]);
    onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (shown.length > 0)
        setActive((active + step + (active < 0 && step < 0 ? 1 : 0) + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(Math.max(active, 0));
    } else if (event.key === 'Escape') {
      if (open) setOpen(false);
      else setText('');
    }
  };
  const nothing = open && found !== '' && found === text.trim() && items.length === 0;
  return (
    <div class="search-box">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 && shown.length > 0 ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} class="suggestions" hidden={shown.length === 0}>
        {shown.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, as the pattern has it
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box, which names the active option
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(index)}
          >
            <KindMark kinds={item.kinds} />
            <span class="name">{item.label[current]}</span>
            {item.name !== item.label[current] && <span class="also">{item.name}</span>}
            <span class="kind">{item.kindLabel[current]}</span>
          </div>
        ))}
      </div>
      <p class="nothing" role="status">
        {nothing ? say('nothing', { text: found }) : ''}
      </p>
      <span class="visually-hidden" role="status">
        {shown.length > 0 ? say('count', { count: shown.length }) : ''}
      </span>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const WORDS = {
  nothing: {
    en: 'Nothing is called “{text}”. Try another name, in English or Chinese.',
    zh: '没有名为“{text}”的条目。请换一个中文或英文名称。',
  },
  count: { en: '{count} suggestions', zh: '{count} 条建议' },
};
