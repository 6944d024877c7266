import { useEffect, useId, useState } from 'preact/hooks';
import type { Bilingual } from '../../../assessment/result.ts';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import type { GraphFilter } from '../data/graph-queries.ts';

/** A relation that can be chosen, and how many facts there are by it. */
export interface RelationChoice {
  readonly predicate: string;
  readonly label: Bilingual;
  readonly count: number;
}

interface FiltersProps {
  readonly relations: readonly RelationChoice[];
  readonly filter: GraphFilter;
  readonly onFilter: (filter: GraphFilter) => void;
}

/** Chooses what of the graph is shown: over which relations, in which year. */
export function Filters({ relations, filter, onFilter }: FiltersProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const toggle = (predicate: string) => {
    const { predicates } = filter;
    const next = predicates.includes(predicate)
      ? predicates.filter((each) => each !== predicate)
      : [...predicates, predicate];
    onFilter({ ...filter, predicates: next });
  };
  const chosen = filter.predicates.length;
  return (
    <div class="filters">
      <details class="relations">
        <summary class="button">{chosen === 0 ? say('all') : say('some', { count: chosen })}</summary>
        <fieldset>
          <legend class="visually-hidden">{say('relations')}</legend>
          {chosen > 0 && (
            <button type="button" class="plain" onClick={() => onFilter({ ...filter, predicates: [] })}>
              {say('reset')}
            </button>
          )}
          {relations.map(({ predicate, label, count }) => (
            <label key={predicate}>
              <input
                type="checkbox"
                checked={filter.predicates.includes(predicate)}
                onChange={() => toggle(predicate)}
              />{' '}
              {label[current]} <span class="count">{count}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <YearField year={filter.year} onYear={(year) => onFilter({ ...filter, year })} />
    </div>
  );
}

const YEARS = { first: 1500, last: 2100 } as const;
/** Milliseconds without a key before the year counts. */
const CALM = 400;

function YearField({
  year,
  onYear,
}: {
  readonly year: number | undefined;
  readonly onYear: (year: number | undefined) => void;
}) {
  const say = useWords(WORDS);
  const id = useId();
  const [text, setText] = useState(year?.toString() ?? '');
  useEffect(() => setText(year?.toString() ?? ''), [year]);
  useEffect(() => {
    const wanted = text === '' ? undefined : Number(text);
    if (wanted === year || (wanted !== undefined && !isYear(wanted))) return;
    const timer = setTimeout(() => onYear(wanted), CALM);
    return () => clearTimeout(timer);
  }, [text]);
  const wrong = text !== '' && text.length >= 4 && !isYear(Number(text));
  return (
    <div class="year">
      <label for={id}>{say('year')}</label>
      <input
        id={id}
        class="field"
        inputMode="numeric"
        placeholder={say('any')}
        maxLength={4}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => setText(event.currentTarget.value.replace(/\D/gu, ''))}
      />
      {wrong && (
        <span id={`${id}-wrong`} class="wrong" role="alert">
          {say('wrongYear', YEARS)}
        </span>
      )}
    </div>
  );
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last;
}

const WORDS = {
  all: { en: 'All relations', zh: '全部关系' },
  some: { en: 'Relations: {count}', zh: '关系：{count} 种' },
  relations: { en: 'Relations to show', zh: '要显示的关系' },
  reset: { en: 'Show all', zh: '显示全部' },
  year: { en: 'In the year', zh: '年份' },
  any: { en: 'any', zh: '不限' },
  wrongYear: { en: 'A year from {first} to {last}.', zh: '请输入 {first} 至 {last} 之间的年份。' },
};
