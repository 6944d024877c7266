import { useEffect } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { address, go, route } from '../state/route.ts';
import { createStore, useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { type Checked, checkDraft, claimAt, loadDocument } from './checked.ts';
import { type Draft, draft } from './draft.ts';
import { Editor, troubleWith } from './editor.tsx';
import { learnSpeed, Progress } from './progress.tsx';
import { Report } from './report.tsx';
import './check.css';

/** The last result for the draft, so that coming back from another room does not check again. */
const lastChecked = createStore<Checked | undefined>(undefined);

/** What a document gets wrong: `?document=NAME&claim=ID` (or `&at=START-END`) from the graph, `?view=text&flag=INDEX` for the draft, else a place to paste. */
export default function CheckPage() {
  const { query } = useStore(route);
  const document = query.get('document');
  if (document !== null) return <StoredDocument name={document} chosen={query.get('claim')} at={query.get('at')} />;
  if (query.get('view') === 'text') return <CheckedDraft chosen={query.get('flag')} />;
  return <Start />;
}

function Start() {
  const say = useWords(WORDS);
  const check = () => {
    lastChecked.set(undefined);
    go(address('check', { view: 'text' }));
  };
  return (
    <div class="check-start">
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      <Editor onCheck={check} />
    </div>
  );
}

function CheckedDraft({ chosen }: { readonly chosen: string | null }) {
  const say = useWords(WORDS);
  const given = useStore(draft);
  const checked = useStore(lastChecked);
  const { ask, stop, running, error } = useRequest(check);
  const fits = checked?.text === given.text;
  useEffect(() => {
    if (troubleWith(given.text)) go(address('check'), { replace: true });
    else if (!fits) ask(given);
  }, []);
  const back = () => {
    stop();
    go(address('check'));
  };
  if (running) return <Progress characters={given.text.length} onStop={back} />;
  if (fits) return <Report checked={checked} chosen={chosen} />;
  return (
    <div class="check-start">
      <h1>{say('title')}</h1>
      {error && <ErrorNote error={error} onRetry={() => ask(given)} />}
      <Editor onCheck={() => ask(draft.get())} />
    </div>
  );
}

async function check(given: Draft, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const checked = await checkDraft(given, signal);
  learnSpeed(given.text.length, performance.now() - start);
  lastChecked.set(checked);
}

interface StoredDocumentProps {
  readonly name: string;
  readonly chosen: string | null;
  /** Where the chosen claim stands, where its id is not known. */
  readonly at: string | null;
}

function StoredDocument({ name, chosen, at }: StoredDocumentProps) {
  const say = useWords(WORDS);
  const { ask, running, answer, error } = useRequest(loadDocument);
  useEffect(() => ask(name), [name]);
  if (error) return <ErrorNote error={error} onRetry={() => ask(name)} />;
  if (running || answer?.result.document !== name) return <Spinner label={say('loading')} />;
  return <Report checked={answer} chosen={chosen ?? claimAt(answer, at)} />;
}

const WORDS = {
  title: { en: 'Check a document', zh: '核查文档' },
  lead: {
    en: 'Every statement that can be checked is held against sourced facts. Wrong ones come with the right value, the reason and the source.',
    zh: '逐条将可核查的陈述与有出处的事实对照。有误之处会给出正确内容、理由和来源。',
  },
  loading: { en: 'Loading the document …', zh: '正在加载文档……' },
};
