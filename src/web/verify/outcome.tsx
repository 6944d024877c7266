import type { Verification } from '../../assessment/result.ts';
import { ClaimFinding, Correction } from '../parts/claim-finding.tsx';
import { Understanding } from '../parts/understanding.tsx';
import { VerdictBadge, verdictClass } from '../parts/verdict-badge.tsx';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { MarkedStatement } from './marked-statement.tsx';
import { MentionList } from './mention-list.tsx';

/** The answer: the whole, each claim in it, what was not understood, and how the rest was. */
export function Outcome({ verification }: { readonly verification: Verification }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { claims, verdict, explanation, correction, unexplained, claim } = verification;
  const several = claims.length > 1;
  return (
    <section class="outcome" aria-label={say('answer')}>
      <div class={`verdict card ${verdictClass(verdict)}`}>
        <VerdictBadge verdict={verdict} large />
        <p class="marked">
          <MarkedStatement statement={claim} claims={claims} unexplained={unexplained} />
        </p>
        {claims.length !== 1 && correction !== undefined && <Correction text={correction} language={current} />}
        {claims.length !== 1 && <p class="explanation">{explanation[current]}</p>}
        {unexplained.length > 0 && (
          <p class="hint">
            {say('unexplained')} {unexplained.map(({ quote }) => `“${quote}”`).join(say('comma'))}
          </p>
        )}
      </div>
      {several && <h2>{say('parts', { count: claims.length })}</h2>}
      <ol class="atoms">
        {claims.map((atom) => (
          <li key={`${atom.start} ${atom.predicate} ${atom.object}`} class={`atom card ${verdictClass(atom.verdict)}`}>
            {several && (
              <div class="atom-head">
                <VerdictBadge verdict={atom.verdict} />
                <q lang={atom.language}>{atom.quote}</q>
              </div>
            )}
            <ClaimFinding finding={atom} />
            <details>
              <summary>{say('how')}</summary>
              <Understanding claim={atom} />
            </details>
          </li>
        ))}
      </ol>
      <details class="mentions card">
        <summary>{say('mentions')}</summary>
        <MentionList statement={claim} />
      </details>
    </section>
  );
}

const WORDS = {
  answer: { en: 'Answer', zh: '结论' },
  parts: { en: '{count} claims in it', zh: '其中的 {count} 条陈述' },
  how: { en: 'How it was understood', zh: '如何理解' },
  mentions: { en: 'Names and values that were recognised', zh: '识别出的名称与数值' },
  unexplained: { en: 'Not understood, and so not checked:', zh: '未能理解、因此未核查：' },
  comma: { en: ', ', zh: '、' },
};
