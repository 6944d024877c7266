import { useEffect } from 'preact/hooks';
import { useRequest } from '../api/use-request.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { RoomLink } from '../parts/link.tsx';
import { Spinner } from '../parts/spinner.tsx';
import { language } from '../state/language.ts';
import { address } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { fetchMentions, type Mention } from './verify-api.ts';

/** Which names and values were recognised in a statement, and what they can mean. */
export function MentionList({ statement }: { readonly statement: string }) {
  const say = useWords(WORDS);
  const { ask, running, answer, error } = useRequest(fetchMentions);
  useEffect(() => ask(statement), [statement]);
  if (error) return <ErrorNote error={error} onRetry={() => ask(statement)} />;
  if (running || !answer) return <Spinner label={say('loading')} />;
  if (answer.length === 0) return <p class="hint">{say('none')}</p>;
  return (
    <dl class="understanding">
      {answer.map((mention) => (
        <MentionRow key={`${mention.start} ${mention.end}`} mention={mention} />
      ))}
    </dl>
  );
}

function MentionRow({ mention: { text, entities, type, value } }: { readonly mention: Mention }) {
  const say = useWords(TYPES);
  const current = useStore(language);
  return (
    <>
      <dt>{text}</dt>
      <dd>
        {entities.map(({ slug, en, zh }, index) => (
          <span key={slug}>
            {index > 0 && ' / '}
            <RoomLink to={address('explore', { entity: slug })}>{current === 'zh' ? zh : en}</RoomLink>
          </span>
        ))}
        {value !== null && `${isKnown(type) ? say(type) : type}: ${value}`}
      </dd>
    </>
  );
}

function isKnown(type: string): type is keyof typeof TYPES {
  return Object.hasOwn(TYPES, type);
}

const TYPES = {
  date: { en: 'date', zh: '日期' },
  number: { en: 'number', zh: '数值' },
  url: { en: 'address', zh: '网址' },
  name: { en: 'unknown name', zh: '未知名称' },
  title: { en: 'unknown title', zh: '未知标题' },
};

const WORDS = {
  loading: { en: 'Looking …', zh: '正在识别……' },
  none: { en: 'None.', zh: '没有。' },
};
