import { useMemo } from 'preact/hooks';
import { useNames } from '../api/names.ts';
import { useWords } from '../text/messages.ts';
import { type Filter, type Flag, sectionKey } from './flags.ts';

interface FiltersProps {
  readonly flags: readonly Flag[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Shows only one section, or only what is said about one entity. */
export function Filters({ flags, filter, onFilter }: FiltersProps) {
  const say = useWords(WORDS);
  const sections = useMemo(() => sectionsOf(flags), [flags]);
  const entities = useMemo(() => entitiesOf(flags), [flags]);
  const nameOf = useNames(useMemo(() => entities.map(([id]) => id), [entities]));
  return (
    <div class="filters">
      {sections.length > 1 && (
        <label>
          <span>{say('section')}</span>
          <select
            class="field"
            value={filter.section}
            onChange={({ currentTarget }) => onFilter({ ...filter, section: currentTarget.value })}
          >
            <option value="">{say('everywhere')}</option>
            {sections.map(({ key, title, depth, count }) => (
              <option key={key} value={key}>{`${'\u2003'.repeat(depth)}${title} (${count})`}</option>
            ))}
          </select>
        </label>
      )}
      {entities.length > 1 && (
        <label>
          <span>{say('entity')}</span>
          <select
            class="field"
            value={filter.entity}
            onChange={({ currentTarget }) => onFilter({ ...filter, entity: currentTarget.value })}
          >
            <option value="">{say('anything')}</option>
            {entities.map(([id, count]) => (
              <option key={id} value={id}>{`${nameOf(id)} (${count})`}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

interface SectionOption {
  readonly key: string;
  readonly title: string;
  readonly depth: number;
  readonly count: number;
}

/** Every heading above a flag, in the order of the text, with the number of flags below it. */
function sectionsOf(flags: readonly Flag[]): SectionOption[] {
  const found = new Map<string, SectionOption>();
  for (const { claim } of flags) {
    for (const [depth, title] of claim.section.entries()) {
      const key = sectionKey(claim.section.slice(0, depth + 1));
      found.set(key, { key, title, depth, count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...found.values()];
}

/** Every known thing that a flag is about, the most frequent first. */
function entitiesOf(flags: readonly Flag[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { claim } of flags) {
    for (const id of new Set([claim.subject, claim.object])) {
      if (/^[\w-]+\/[^/\s]+$/u.test(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

const WORDS = {
  section: { en: 'Section', zh: '章节' },
  everywhere: { en: 'Everywhere', zh: '全文' },
  entity: { en: 'About', zh: '关于' },
  anything: { en: 'Anything', zh: '不限' },
};
