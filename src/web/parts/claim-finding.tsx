import type { ClaimResult } from '../../assessment/result.ts';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import { EvidenceList } from './evidence-list.tsx';

type Finding = Pick<ClaimResult, 'correction' | 'explanation' | 'evidence' | 'language'>;

/** What was found of a claim: what is right instead, why, and who says so. */
export function ClaimFinding({ finding }: { readonly finding: Finding }) {
  const current = useStore(language);
  return (
    <>
      {finding.correction !== undefined && <Correction text={finding.correction} language={finding.language} />}
      <p class="explanation">{finding.explanation[current]}</p>
      <EvidenceList evidence={finding.evidence} language={finding.language} />
    </>
  );
}

/** What is right instead. */
export function Correction({ text, language }: { readonly text: string; readonly language: string }) {
  const say = useWords(WORDS);
  return (
    <p class="correction">
      <span class="label">{say('correct')}</span>
      <strong lang={language}>{text}</strong>
    </p>
  );
}

const WORDS = { correct: { en: 'Correct', zh: '应为' } };
