import { useEffect } from 'preact/hooks';
import { useRequest } from '../../api/use-request.ts';
import { ErrorNote, Note } from '../../parts/error-note.tsx';
import { SourceList } from '../../parts/source-list.tsx';
import { Spinner } from '../../parts/spinner.tsx';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { type Between, fetchBetween, type GraphFilter } from '../data/graph-queries.ts';
import { EntityLink } from '../entity/fact-value.tsx';
import { GraphCard } from '../graph/graph-card.tsx';
import { KindMark } from '../graph/kind-mark.tsx';

interface PathPageProps {
  readonly from: string;
  readonly to: string;
}

const NO_FILTER: GraphFilter = { predicates: [], year: undefined };

/** A shortest way between two entities, as a chain of facts and in the graph. */
export function PathPage({ from, to }: PathPageProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { ask, answer, error, running } = useRequest((ends: PathPageProps, signal) =>
    fetchBetween(ends.from, ends.to, signal),
  );
  useEffect(() => ask({ from, to }), [from, to]);
  if (error) return <ErrorNote error={error} onRetry={() => ask({ from, to })} />;
  if (running || !answer) return <Spinner label={say('loading')} />;
  const unknown = answer.from === null ? from : answer.to === null ? to : undefined;
  if (unknown !== undefined) return <Note>{say('unknown', { id: unknown })}</Note>;
  const names = { from: answer.from?.label[current] ?? from, to: answer.to?.label[current] ?? to };
  if (answer.path === null) return <Note>{say('none', names)}</Note>;
  return (
    <>
      <section class="card">
        <h2>{say('title', names)}</h2>
        <Chain path={answer.path} />
      </section>
      <GraphCard key={`${from} ${to}`} start={{ from, to }} filter={NO_FILTER} relations={[]} />
    </>
  );
}

function Chain({ path }: { readonly path: NonNullable<Between['path']> }) {
  const current = useStore(language);
  return (
    <ol class="chain">
      {path.entities.map((entity, index) => {
        const fact = path.facts[index];
        const forward = fact?.subject.id === entity.id;
        return (
          <li key={entity.id}>
            <span class="stop">
              <KindMark kinds={entity.kinds} /> <EntityLink entity={entity} />{' '}
              <span class="kind">{entity.kindLabel[current]}</span>
            </span>
            {fact && (
              <div class="step">
                <span class="relation">
                  {forward ? '↓' : '↑'} {fact.predicateLabel[current]}
                </span>
                <SourceList sources={fact.sources} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const WORDS = {
  loading: { en: 'Looking for a way …', zh: '正在查找路径……' },
  unknown: { en: 'The graph holds nothing with the id “{id}”.', zh: '图谱中没有 ID 为“{id}”的条目。' },
  none: {
    en: 'No way of at most six facts joins {from} and {to}.',
    zh: '在六条事实之内，{from} 与 {to} 之间没有关联。',
  },
  title: { en: 'From {from} to {to}', zh: '从 {from} 到 {to}' },
};
