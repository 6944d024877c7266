import { useEffect, useMemo } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { RoomLink } from '../parts/link.tsx';
import { language } from '../state/language.ts';
import { address, go, route } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import type { GraphFilter } from './data/graph-queries.ts';
import { fetchStarts } from './data/starts.ts';
import { EntityPage } from './entity/entity-page.tsx';
import { KindMark } from './graph/kind-mark.tsx';
import { PathForm } from './path/path-form.tsx';
import { PathPage } from './path/path-page.tsx';
import { SearchBox } from './search/search-box.tsx';
import './explore.css';

/** The explorer: an entity with the graph around it, or the way between two, or where to begin. */
export default function ExplorePage() {
  const say = useWords(WORDS);
  const { query } = useStore(route);
  const [entity, from, to] = ['entity', 'from', 'to'].map((name) => query.get(name) ?? undefined);
  const between = from !== undefined && to !== undefined;
  const filter = useFilter(query);
  const onFilter = ({ predicates, year }: GraphFilter) =>
    go(address('explore', { entity, relation: predicates.join(','), year: year?.toString() }), { replace: true });
  return (
    <div class="explore">
      <h1>{say('title')}</h1>
      <div class="find">
        <SearchBox
          label={say('search')}
          placeholder={say('placeholder')}
          onChoose={({ id }) => go(address('explore', { entity: id }))}
        />
        <details class="between" open={between}>
          <summary>{say('between')}</summary>
          <PathForm from={from} to={to} />
        </details>
      </div>
      {between ? (
        <PathPage from={from} to={to} />
      ) : entity === undefined ? (
        <Starts />
      ) : (
        <EntityPage id={entity} filter={filter} onFilter={onFilter} />
      )}
    </div>
  );
}

/** The filter that the address holds. */
function useFilter(query: URLSearchParams): GraphFilter {
  const [relation, year] = [query.get('relation') ?? '', query.get('year') ?? ''];
  return useMemo(
    () => ({
      predicates: relation === '' ? [] : relation.split(','),
      year: /^\d{4}$/u.test(year) ? Number(year) : undefined,
    }),
    [relation, year],
  );
}

/** Where to begin: what the installation offers. */
function Starts() {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { ask, answer } = useRequest(fetchStarts);
  useEffect(() => ask(), []);
  if (!answer) return null;
  return (
    <section class="starts">
      <h2>{say('begin')}</h2>
      <ul>
        {answer.entities.map(({ id, label, kinds }) => (
          <li key={id}>
            <RoomLink class="button" to={address('explore', { entity: id })}>
              <KindMark kinds={kinds} /> {label[current]}
            </RoomLink>
          </li>
        ))}
        {answer.paths.map(({ from, to }) => (
          <li key={`${from.id} ${to.id}`}>
            <RoomLink class="button" to={address('explore', { from: from.id, to: to.id })}>
              {from.label[current]} ⟷ {to.label[current]}
            </RoomLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const WORDS = {
  title: { en: 'Explore the graph', zh: '探索知识图谱' },
  search: { en: 'Find a person, framework, model, technique …', zh: '查找人物、框架、模型、技术……' },
  placeholder: { en: 'A name, in English or Chinese', zh: '中文或英文名称' },
  between: { en: 'Find the way between two', zh: '查找两者之间的关联' },
  begin: { en: 'Begin with', zh: '从这里开始' },
};
