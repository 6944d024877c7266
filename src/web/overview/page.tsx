import { useEffect, useState } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { RoomLink } from '../parts/link.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { language } from '../state/language.ts';
import { address } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { Bars } from './bars.tsx';
import { Contradictions } from './contradictions.tsx';
import { DocumentsTable } from './documents-table.tsx';
import { ErrorKinds } from './error-kinds.tsx';
import { type DocumentRow, fetchOverview, type Overview } from './overview-query.ts';
import './overview.css';

/** What is in the graph, what is wrong in the documents, and where they contradict each other. */
export default function OverviewPage() {
  const say = useWords(WORDS);
  const [documents, setDocuments] = useState<readonly DocumentRow[]>([]);
  const { ask, answer, error, running } = useRequest(fetchOverview);
  useEffect(() => ask(undefined), []);
  useEffect(() => {
    if (!answer) return;
    const { nodes } = answer.documents;
    setDocuments((before) => [...before.filter(({ name }) => !nodes.some((each) => each.name === name)), ...nodes]);
  }, [answer]);
  const page = answer?.documents.pageInfo;
  return (
    <div class="overview">
      <h1>{say('title')}</h1>
      {error && <ErrorNote error={error} onRetry={() => ask(page?.endCursor ?? undefined)} />}
      {!answer && running && <Spinner label={say('loading')} />}
      {answer && (
        <>
          <Totals statistics={answer.statistics} />
          <section class="card">
            <h2>{say('documents')}</h2>
            {documents.length === 0 ? (
              <p>
                {say('noDocuments')} <RoomLink to={address('check')}>{say('check')}</RoomLink>
              </p>
            ) : (
              <DocumentsTable documents={documents} />
            )}
            {page?.hasNextPage && (
              <button type="button" class="button" disabled={running} onClick={() => ask(page.endCursor ?? undefined)}>
                {say('more')}
              </button>
            )}
          </section>
          <ErrorKinds kinds={answer.statistics.claimsByPredicate} />
          <Contradictions count={answer.statistics.contradictions} />
          <div class="pair-of-cards">
            <Bars title={say('kinds')} items={answer.statistics.entitiesByKind} />
            <Bars title={say('relations')} items={answer.statistics.factsByPredicate} />
          </div>
        </>
      )}
    </div>
  );
}

const TOTALS = ['entities', 'facts', 'sources', 'documents', 'claims', 'contradictions'] as const;

function Totals({ statistics }: { readonly statistics: Overview['statistics'] }) {
  const say = useWords(TOTAL_WORDS);
  const format = new Intl.NumberFormat(useStore(language));
  return (
    <dl class="totals">
      {TOTALS.map((name) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{format.format(statistics[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

const TOTAL_WORDS = {
  entities: { en: 'Things', zh: '条目' },
  facts: { en: 'Facts', zh: '事实' },
  sources: { en: 'Sources', zh: '来源' },
  documents: { en: 'Documents', zh: '文档' },
  claims: { en: 'Statements', zh: '陈述' },
  contradictions: { en: 'Contradictions', zh: '矛盾' },
};

const WORDS = {
  title: { en: 'Overview', zh: '概览' },
  loading: { en: 'Counting …', zh: '正在统计……' },
  documents: { en: 'Documents', zh: '文档' },
  noDocuments: { en: 'No documents have been added yet.', zh: '尚未添加文档。' },
  check: { en: 'Check one', zh: '核查一份文档' },
  more: { en: 'Show more documents', zh: '显示更多文档' },
  kinds: { en: 'What is in the graph', zh: '图谱内容' },
  relations: { en: 'What the facts say', zh: '事实类型' },
};
