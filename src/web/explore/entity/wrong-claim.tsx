import { FlagLink } from '../../parts/flag-link.tsx';
import { SourceList } from '../../parts/source-list.tsx';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import type { RefutedClaim } from '../data/schemas.ts';
import './wrong-claim.css';

/** What a document claims wrongly: its words, what is right, why, and who says so. */
export function WrongClaim({ claim }: { readonly claim: RefutedClaim }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { document, start, end, quote, correction, explanation, evidence } = claim;
  const sources = evidence.flatMap((fact) => fact.sources);
  return (
    <article class="wrong-claim">
      <blockquote>{quote}</blockquote>
      {correction && (
        <p class="correction">
          <span class="label">{say('correct')}</span> <strong>{correction}</strong>
        </p>
      )}
      <p class="explanation">{explanation[current]}</p>
      <SourceList sources={sources} />
      <p class="where">
        <FlagLink document={document} claim={claim.id} start={start} end={end}>
          {say('inDocument', { document: document.split('/').at(-1) ?? document })}
        </FlagLink>
      </p>
    </article>
  );
}

const WORDS = {
  correct: { en: 'Correct', zh: '应为' },
  inDocument: { en: 'See it in {document}', zh: '在 {document} 中查看' },
};
