import type { Evidence } from '../../assessment/result.ts';
import { FlagLink } from '../parts/flag-link.tsx';
import { RoomLink } from '../parts/link.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { address } from '../state/route.ts';
import { useWords } from '../text/messages.ts';
import type { Answer } from './ask-request.ts';
import { PlanView } from './plan-view.tsx';

/** An answer: the sentence, what it rests on, and where documents say otherwise; or why there is none. */
export function AnswerView({ answer }: { readonly answer: Answer }) {
  const say = useWords(WORDS);
  const { language, facts, warnings, related, missing, falsePremise, plan } = answer;
  const lang = language === 'zh' ? 'zh-Hans' : 'en';
  return (
    <article class="answer" aria-label={say('answer')}>
      <section class={`card ${answer.answer === null ? 'abstained' : falsePremise ? 'corrected' : 'answered'}`}>
        <p class="asked" lang={lang}>
          {answer.question}
        </p>
        {falsePremise && <p class="note-line">{say('premise')}</p>}
        {answer.answer === null ? (
          <>
            <h2>{say('none')}</h2>
            <p lang={lang}>{missing?.message ?? ''}</p>
          </>
        ) : (
          <p class="sentence" lang={lang}>
            {answer.answer}
          </p>
        )}
        <Values answer={answer} />
      </section>
      <div class="beside">
        <Facts title={say('facts')} facts={facts} lang={lang} />
        <Warnings warnings={warnings} lang={lang} />
        <Facts title={say('related')} facts={related} lang={lang} />
      </div>
      <PlanView plan={plan} />
    </article>
  );
}

/** The entities of the answer, to explore. */
function Values({ answer: { answers } }: { readonly answer: Answer }) {
  const say = useWords(WORDS);
  const entities = answers.flatMap(({ text, entityId }) => (entityId ? [{ text, entityId }] : []));
  if (entities.length === 0) return null;
  return (
    <ul class="values" aria-label={say('values')}>
      {entities.map(({ text, entityId }) => (
        <li key={entityId}>
          <RoomLink class="chip" to={address('explore', { entity: entityId })}>
            {text}
          </RoomLink>
        </li>
      ))}
    </ul>
  );
}

interface FactsProps {
  readonly title: string;
  readonly facts: readonly Evidence[];
  readonly lang: string;
}

function Facts({ title, facts, lang }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <section class="card facts-list">
      <h2>{title}</h2>
      <ul>
        {facts.map(({ factId, statement, sources }) => (
          <li key={factId}>
            <p lang={lang}>{statement}</p>
            <SourceList sources={sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What documents say otherwise. */
function Warnings({ warnings, lang }: { readonly warnings: Answer['warnings']; readonly lang: string }) {
  const say = useWords(WORDS);
  if (warnings.length === 0) return null;
  return (
    <section class="card warnings">
      <h2>
        <span aria-hidden="true">⚠</span> {say('warnings')}
      </h2>
      <ul>
        {warnings.map(({ document, quote, start, end, says, correct }) => (
          <li key={`${document} ${start} ${says}`}>
            <blockquote>{quote}</blockquote>
            <p lang={lang}>
              <span class="label">{say('says')}</span> {says}
            </p>
            <p class="correction" lang={lang}>
              <span class="label">{say('correct')}</span> <strong>{correct}</strong>
            </p>
            <p>
              <FlagLink document={document} start={start} end={end}>
                {say('see', { document: document.split('/').at(-1) ?? document })}
              </FlagLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const WORDS = {
  answer: { en: 'Answer', zh: '回答' },
  premise: { en: 'The question assumes something that is not so.', zh: '问题的前提不成立。' },
  none: { en: 'No answer', zh: '无法回答' },
  values: { en: 'Explore what the answer names', zh: '探索答案中的条目' },
  facts: { en: 'What this rests on', zh: '依据' },
  related: { en: 'Related facts', zh: '相关事实' },
  warnings: { en: 'Documents say otherwise', zh: '文档中的不同说法' },
  says: { en: 'It says', zh: '文档称' },
  correct: { en: 'Correct', zh: '应为' },
  see: { en: 'See it in {document}', zh: '在 {document} 中查看' },
};
