import { useEffect, useState } from 'preact/hooks';
import type { Bilingual } from '../../assessment/result.ts';
import { useStatementExamples } from '../api/examples.ts';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote, Note } from '../parts/error-note.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { keptText } from '../state/kept.ts';
import { language } from '../state/language.ts';
import { address, go, route } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { Outcome } from './outcome.tsx';
import { MOST, verify } from './verify-api.ts';
import './verify.css';

/** What is being typed; there again after a reload. */
const typed = keptText('verify.text');

/** Whether a statement is true: `?claim=…` shows the answer to it. */
export default function VerifyPage() {
  const say = useWords(WORDS);
  const current = useStore(language);
  const text = useStore(typed);
  const [trouble, setTrouble] = useState<Bilingual>();
  const claim = useStore(route).query.get('claim');
  const { ask, clear, running, answer, error } = useRequest(verify);
  useEffect(() => {
    if (claim === null) return clear();
    typed.set(claim);
    ask(claim);
  }, [claim]);
  const submit = (statement: string) => {
    const found = troubleWith(statement);
    setTrouble(found);
    if (found) return;
    if (statement.trim() === claim) ask(statement.trim());
    else go(address('verify', { claim: statement.trim() }));
  };
  return (
    <div class="verify">
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      <form
        class="statement card"
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        <label class="visually-hidden" for="statement">
          {say('statement')}
        </label>
        <textarea
          id="statement"
          class="field"
          rows={2}
          placeholder={say('placeholder')}
          value={text}
          onInput={({ currentTarget }) => {
            setTrouble(undefined);
            typed.set(currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit(text);
          }}
        />
        <button type="submit" class="button primary">
          {say('verify')}
        </button>
      </form>
      {trouble && <Note>{trouble[current]}</Note>}
      {claim === null && <Examples onPick={submit} />}
      {running && !answer && <Spinner label={say('verifying')} />}
      {error && <ErrorNote error={error} onRetry={() => ask(claim ?? text)} />}
      <div aria-live="polite">{answer && !error && <Outcome verification={answer} />}</div>
      {claim !== null && <Examples onPick={submit} />}
    </div>
  );
}

function Examples({ onPick }: { readonly onPick: (statement: string) => void }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const examples = useStatementExamples();
  if (examples.length === 0) return null;
  return (
    <div class="examples">
      <span>{say('try')}</span>
      <ul>
        {examples.map((example) => (
          <li key={example}>
            <button type="button" class="chip" lang={current} onClick={() => onPick(example)}>
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function troubleWith(statement: string): Bilingual | undefined {
  if (!/\S/u.test(statement)) return EMPTY;
  return statement.length > MOST ? TOO_LONG : undefined;
}

const EMPTY = { en: 'Type a statement first, or try one of the examples.', zh: '请先输入一句陈述，或试试下面的例句。' };
const TOO_LONG = {
  en: `A statement may have ${MOST} characters here. Longer texts go to “Check”.`,
  zh: `此处的陈述最多 ${MOST} 个字符。更长的文本请用“核查”。`,
};

const WORDS = {
  title: { en: 'Verify a statement', zh: '验证陈述' },
  lead: {
    en: 'A sentence is taken apart into single claims, and each is held against sourced facts.',
    zh: '把一句话拆成单条陈述，逐条与有出处的事实对照。',
  },
  statement: { en: 'Statement', zh: '陈述' },
  placeholder: { en: 'Who did what, and when?', zh: '谁在何时做了什么？' },
  verify: { en: 'Verify', zh: '验证' },
  verifying: { en: 'Verifying …', zh: '正在验证……' },
  try: { en: 'For example', zh: '例如' },
};
