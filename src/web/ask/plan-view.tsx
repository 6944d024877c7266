import { useMemo } from 'preact/hooks';
import { useNames } from '../api/names.ts';
import { RoomLink } from '../parts/link.tsx';
import { address } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import type { Answer } from './ask-request.ts';

/** How the question was understood, on demand. */
export function PlanView({ plan }: { readonly plan: Answer['plan'] }) {
  const say = useWords(WORDS);
  const sayType = useWords(TYPES);
  const ids = useMemo(
    () =>
      [...plan.entities.map(({ id }) => id), ...plan.steps.map(({ predicate }) => predicate)].filter((id) => id !== ''),
    [plan],
  );
  const nameOf = useNames(ids);
  return (
    <details class="plan">
      <summary>{say('title')}</summary>
      <dl>
        <dt>{say('type')}</dt>
        <dd>{Object.hasOwn(TYPES, plan.type) ? sayType(plan.type as keyof typeof TYPES) : plan.type}</dd>
        {plan.entities.length > 0 && (
          <>
            <dt>{say('entities')}</dt>
            {plan.entities.map(({ text, id }) => (
              <dd key={`${text} ${id}`}>
                “{text}” →{' '}
                {id === '' ? say('unknown') : <RoomLink to={address('explore', { entity: id })}>{nameOf(id)}</RoomLink>}
              </dd>
            ))}
          </>
        )}
        {plan.steps.length > 0 && (
          <>
            <dt>{say('steps')}</dt>
            {plan.steps.map(({ predicate, direction, words, layer }) => (
              <dd key={`${predicate} ${words}`}>
                “{words}” → {nameOf(predicate)} {direction === 'forward' ? '→' : '←'}{' '}
                <span class="aside">({layer})</span>
              </dd>
            ))}
          </>
        )}
        {plan.query !== '' && (
          <>
            <dt>{say('query')}</dt>
            <dd>
              <code>{plan.query}</code>
            </dd>
          </>
        )}
        {plan.ignored.length > 0 && (
          <>
            <dt>{say('ignored')}</dt>
            <dd>{plan.ignored.join(' · ')}</dd>
          </>
        )}
      </dl>
    </details>
  );
}

const WORDS = {
  title: { en: 'How the question was understood', zh: '问题是如何理解的' },
  type: { en: 'Sort of question', zh: '问题类型' },
  entities: { en: 'What it names', zh: '提到的条目' },
  unknown: { en: 'unknown', zh: '未知' },
  steps: { en: 'Relations', zh: '关系' },
  query: { en: 'What was looked up', zh: '查询' },
  ignored: { en: 'Words that were not understood', zh: '未能理解的词语' },
};

/** Sorts of questions. */
const TYPES = {
  none: { en: 'not understood', zh: '未能理解' },
  relation: { en: 'asks for what something is joined with', zh: '询问关系' },
  'yes-no': { en: 'yes or no', zh: '是非问' },
  definition: { en: 'what something is', zh: '询问定义' },
  comparison: { en: 'comparison', zh: '比较' },
  connection: { en: 'how two things are connected', zh: '询问联系' },
  documents: { en: 'what documents get wrong', zh: '询问文档错误' },
  characteristic: { en: 'what is typical of something', zh: '询问特点' },
  premise: { en: 'assumes something wrong', zh: '前提有误' },
};
