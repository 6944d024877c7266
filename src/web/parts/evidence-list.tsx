import type { Evidence } from '../../assessment/result.ts';
import { useWords } from '../text/messages.ts';
import { SourceList } from './source-list.tsx';

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  /** The language of the statements. */
  readonly language: string;
}

/** The facts that decide, each with who says so. */
export function EvidenceList({ evidence, language }: EvidenceListProps) {
  const say = useWords(WORDS);
  if (evidence.length === 0) return null;
  return (
    <section class="evidence">
      <h3>{say('evidence')}</h3>
      <ul>
        {evidence.map(({ factId, statement, sources }) => (
          <li key={factId}>
            <p lang={language}>{statement}</p>
            <SourceList sources={sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const WORDS = { evidence: { en: 'Evidence', zh: '依据' } };
