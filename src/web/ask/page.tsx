import { useEffect, useId } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { keptText } from '../state/kept.ts';
import { address, go, route } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { AnswerView } from './answer-view.tsx';
import { askQuestion } from './ask-request.ts';
import { useQuestionExamples } from './question-examples.ts';
import './ask.css';

/** What was typed; there again after a reload. */
const typed = keptText('ask.question');
/** Longest question, in UTF-16 code units. */
const LONGEST = 1000;

/** Asks a question; the address holds it, so that it can be shared. */
export default function AskPage() {
  const say = useWords(WORDS);
  const id = useId();
  const { query } = useStore(route);
  const text = useStore(typed);
  const asked = query.get('question') ?? '';
  const { ask, answer, error, running } = useRequest(askQuestion);
  const submit = (question: string) => {
    typed.set(question);
    if (question.trim() === '') return;
    if (question.trim() === asked) ask(asked);
    else go(address('ask', { question: question.trim() }));
  };
  useEffect(() => {
    if (asked === '') return;
    typed.set(asked);
    ask(asked);
  }, [asked]);
  return (
    <div class="ask">
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      <form
        class="question"
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        <label for={id}>{say('label')}</label>
        <div class="row">
          <input
            id={id}
            class="field"
            type="text"
            maxLength={LONGEST}
            value={text}
            placeholder={say('placeholder')}
            onInput={(event) => typed.set(event.currentTarget.value)}
          />
          <button type="submit" class="button primary" disabled={text.trim() === ''}>
            {say('ask')}
          </button>
        </div>
      </form>
      <Examples onChoose={submit} />
      <div aria-live="polite" aria-busy={running}>
        {running && <Spinner label={say('running')} />}
        {error && <ErrorNote error={error} onRetry={() => ask(asked)} />}
        {!running && answer && <AnswerView answer={answer} />}
      </div>
    </div>
  );
}

function Examples({ onChoose }: { readonly onChoose: (question: string) => void }) {
  const say = useWords(WORDS);
  const examples = useQuestionExamples();
  if (examples.length === 0) return null;
  return (
    <ul class="examples" aria-label={say('examples')}>
      {examples.map((question) => (
        <li key={question}>
          <button type="button" class="chip" onClick={() => onChoose(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}

const WORDS = {
  title: { en: 'Ask', zh: '提问' },
  lead: {
    en: 'Answers rest on sourced facts alone. Where they do not decide, there is no answer.',
    zh: '回答只依据有来源的事实；事实不足以判断时，不作回答。',
  },
  label: { en: 'Your question, in English or Chinese', zh: '您的问题（中文或英文）' },
  placeholder: { en: 'Who …? When …? Which …?', zh: '谁……？何时……？哪些……？' },
  ask: { en: 'Ask', zh: '提问' },
  examples: { en: 'Examples to try', zh: '示例问题' },
  running: { en: 'Looking for an answer …', zh: '正在查找答案……' },
};
