import { useEffect } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { RoomLink } from '../parts/link.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { address } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import { type ListedDocument, listDocuments } from './checked.ts';
import { Proportions } from './summary.tsx';

/** The documents of the graph, to look at what is wrong in them. */
export function DocumentList() {
  const say = useWords(WORDS);
  const { ask, running, answer, error } = useRequest((_: undefined, signal) => listDocuments(signal));
  useEffect(() => ask(undefined), []);
  return (
    <section class="documents">
      <h2>{say('title')}</h2>
      {running && !answer && <Spinner label={say('loading')} />}
      {error && <ErrorNote error={error} onRetry={() => ask(undefined)} />}
      {answer?.length === 0 && <p class="empty">{say('none')}</p>}
      <ul>
        {answer?.map((document) => (
          <li key={document.name}>
            <DocumentCard document={document} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DocumentCard({ document: { name, counts } }: { readonly document: ListedDocument }) {
  const say = useWords(WORDS);
  const { refuted, conflicting, supported, notEnoughInfo } = counts;
  const byVerdict = {
    REFUTED: refuted,
    CONFLICTING: conflicting,
    SUPPORTED: supported,
    NOT_ENOUGH_INFO: notEnoughInfo,
  };
  return (
    <RoomLink to={address('check', { document: name })} class="document card">
      <span class="name">{name}</span>
      <span class="count">{say('wrong', { count: refuted })}</span>
      <Proportions counts={byVerdict} />
    </RoomLink>
  );
}

const WORDS = {
  title: { en: 'Or open a document of the graph', zh: '或打开图谱中的文档' },
  loading: { en: 'Loading the documents …', zh: '正在加载文档……' },
  none: { en: 'The graph holds no documents yet.', zh: '图谱中还没有文档。' },
  wrong: { en: '{count} refuted', zh: '{count} 处有误' },
};
