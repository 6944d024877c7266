import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRequest } from '../../api/use-request.ts';
import { ErrorNote, Note } from '../../parts/error-note.tsx';
import { OuterLink } from '../../parts/link.tsx';
import { Spinner } from '../../parts/spinner.tsx';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { type EntityDetails, fetchAbout, fetchEntity } from '../data/entity-query.ts';
import type { GraphFilter } from '../data/graph-queries.ts';
import { groupBy } from '../data/group.ts';
import type { RelationChoice } from '../graph/filters.tsx';
import { GraphCard } from '../graph/graph-card.tsx';
import { KindMark } from '../graph/kind-mark.tsx';
import { FactsTable } from './facts-table.tsx';
import { TimelineView } from './timeline.tsx';
import { WrongList } from './wrong-list.tsx';

interface EntityPageProps {
  readonly id: string;
  readonly filter: GraphFilter;
  readonly onFilter: (filter: GraphFilter) => void;
}

/** Everything about an entity: the graph around it, its facts, its timeline, and what documents get wrong about it. */
export function EntityPage({ id, filter, onFilter }: EntityPageProps) {
  const say = useWords(WORDS);
  const { ask, answer, error, running } = useRequest(fetchEntity);
  useEffect(() => ask(id), [id]);
  const known = answer?.id === id ? answer : undefined;
  const relations = useMemo(() => (known ? relationsOf(known) : []), [known]);
  if (error) return <ErrorNote error={error} onRetry={() => ask(id)} />;
  if (!running && !answer) return <Note>{say('unknown', { id })}</Note>;
  return (
    <>
      {known ? <Heading entity={known} /> : <Spinner label={say('loading')} />}
      <GraphCard key={id} start={{ around: id }} filter={filter} onFilter={onFilter} relations={relations} />
      {known && <Sections entity={known} />}
    </>
  );
}

function Heading({ entity }: { readonly entity: EntityDetails }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { label, kinds, kindLabel, aliases, neo4jBrowser } = entity;
  const description = (current === 'zh' ? entity.descriptionZh : entity.description) ?? '';
  const others = [...new Set([label.en, label.zh, ...aliases])].filter((name) => name !== label[current]);
  return (
    <header class="entity-heading">
      <h2>
        <KindMark kinds={kinds} /> {label[current]} <span class="kind">{kindLabel[current]}</span>
      </h2>
      {description !== '' && <p class="description">{description}</p>}
      {others.length > 0 && <p class="aside">{say('also', { names: others.slice(0, 8).join(' · ') })}</p>}
      {neo4jBrowser && (
        <p>
          <OuterLink url={neo4jBrowser}>{say('neo4j')}</OuterLink>
        </p>
      )}
    </header>
  );
}

function Sections({ entity }: { readonly entity: EntityDetails }) {
  const say = useWords(WORDS);
  const { facts, about, sameAs } = entity;
  return (
    <>
      <section class="card">
        <h2>{say('wrong')}</h2>
        <WrongList entity={entity.id} none={say('nothingWrong')} />
      </section>
      <TimelineView facts={facts} />
      <section class="card">
        <h2>{say('facts', { count: facts.length })}</h2>
        {facts.length === 0 ? (
          <p>{say('noFacts')}</p>
        ) : (
          <FactsTable facts={facts} caption={say('facts', { count: facts.length })} />
        )}
        {sameAs.length > 0 && (
          <ul class="same-as" aria-label={say('elsewhere')}>
            {sameAs.map((url) => (
              <li key={url}>
                <OuterLink url={url}>{url.replace(/^https?:\/\/(?:www\.)?/u, '')}</OuterLink>
              </li>
            ))}
          </ul>
        )}
      </section>
      {about.length > 0 && <About key={entity.id} id={entity.id} count={about.length} />}
    </>
  );
}

/** Facts of others that have this as their value, fetched when they are opened: they are often many. */
function About({ id, count }: { readonly id: string; readonly count: number }) {
  const say = useWords(WORDS);
  const { ask, answer, error } = useRequest(fetchAbout);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open && !answer) ask(id);
  }, [open]);
  return (
    <details class="card about" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('about', { count })}</summary>
      {error && <ErrorNote error={error} onRetry={() => ask(id)} />}
      {open && !answer && !error && <Spinner label={say('loading')} />}
      {answer && <FactsTable facts={answer} caption={say('about', { count })} inverse />}
    </details>
  );
}

/** The relations of facts of and about an entity, most frequent first. */
function relationsOf({ facts, about }: EntityDetails): RelationChoice[] {
  const all = [
    ...facts
      .filter(({ value }) => value.entity)
      .map(({ predicate, predicateLabel }) => ({ predicate, label: predicateLabel })),
    ...about.map(({ predicate, predicateLabel: en, predicateZh: zh }) => ({ predicate, label: { en, zh } })),
  ];
  return [...groupBy(all, ({ predicate }) => predicate)]
    .flatMap(([predicate, [first, ...more]]) =>
      first ? [{ predicate, label: first.label, count: more.length + 1 }] : [],
    )
    .sort((a, b) => b.count - a.count);
}

const WORDS = {
  unknown: {
    en: 'The graph holds nothing with the id “{id}”. Look for its name above.',
    zh: '图谱中没有 ID 为“{id}”的条目。请在上方按名称搜索。',
  },
  loading: { en: 'Loading …', zh: '正在加载……' },
  also: { en: 'Also: {names}', zh: '又名：{names}' },
  neo4j: { en: 'Open in Neo4j Browser', zh: '在 Neo4j Browser 中打开' },
  facts: { en: 'What is known ({count})', zh: '已知事实（{count}）' },
  noFacts: { en: 'No facts of it are known.', zh: '暂无相关事实。' },
  about: { en: 'Facts of others that name it ({count})', zh: '提及它的其他事实（{count}）' },
  wrong: { en: 'What documents get wrong about it', zh: '文档中关于它的错误' },
  nothingWrong: { en: 'Nothing, as far as the facts decide it.', zh: '就已知事实而言，没有发现错误。' },
  elsewhere: { en: 'Elsewhere', zh: '其他页面' },
};
