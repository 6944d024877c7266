import { useEffect, useRef, useState } from 'preact/hooks';
import { ClaimFinding } from '../parts/claim-finding.tsx';
import { Understanding } from '../parts/understanding.tsx';
import { VerdictBadge, verdictClass } from '../parts/verdict-badge.tsx';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../text/messages.ts';
import type { Flag } from './flags.ts';

interface PanelProps {
  readonly flag: Flag;
  /** All flags, by the index of their claims. */
  readonly byIndex: ReadonlyMap<number, Flag>;
  /** Others on the same words. */
  readonly beside: readonly Flag[];
  /** The address that leads others to this flag; undefined where the text is not in the graph. */
  readonly shareable: string | undefined;
  readonly onSelect: (flag: Flag) => void;
  readonly onClose: () => void;
}

/** What was found of the flag that the reader looks at. */
export function Panel({ flag, byIndex, beside, shareable, onSelect, onClose }: PanelProps) {
  const say = useWords(WORDS);
  const { claim } = flag;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.closest('.panel')?.scrollTo({ top: 0 }), [flag]);
  return (
    <article class={`finding ${verdictClass(claim.verdict)}`} aria-label={say('finding')}>
      <div class="finding-head" ref={top}>
        <VerdictBadge verdict={claim.verdict} />
        {shareable !== undefined && <CopyLink address={shareable} />}
        <button type="button" class="close" aria-label={say('close')} onClick={onClose}>
          ×
        </button>
      </div>
      <blockquote lang={claim.language}>{claim.quote}</blockquote>
      <ClaimFinding finding={claim} />
      <Contradictions flag={flag} byIndex={byIndex} onSelect={onSelect} />
      <details>
        <summary>{say('how')}</summary>
        <Understanding claim={claim} />
      </details>
      {beside.length > 0 && (
        <section>
          <h3>{say('beside')}</h3>
          <FlagList flags={beside} onSelect={onSelect} />
        </section>
      )}
    </article>
  );
}

function Contradictions({ flag, byIndex, onSelect }: Pick<PanelProps, 'flag' | 'byIndex' | 'onSelect'>) {
  const say = useWords(WORDS);
  const current = useStore(language);
  if (flag.contradictions.length === 0) return null;
  return (
    <section>
      <h3>{say('contradicts')}</h3>
      {flag.contradictions.map(({ a, b, explanation }) => {
        const other = byIndex.get(a === flag.index ? b : a);
        return (
          <div key={`${a} ${b}`}>
            {other && <FlagList flags={[other]} onSelect={onSelect} />}
            <p class="explanation">{explanation[current]}</p>
          </div>
        );
      })}
    </section>
  );
}

/** Flags to jump to: their words, and what is right instead. */
export function FlagList({ flags, onSelect }: { readonly flags: readonly Flag[]; onSelect: (flag: Flag) => void }) {
  return (
    <ul class="flag-list">
      {flags.map((flag) => (
        <li key={flag.index}>
          <button type="button" class={verdictClass(flag.claim.verdict)} onClick={() => onSelect(flag)}>
            <span class="quote" lang={flag.claim.language}>
              {flag.claim.quote}
            </span>
            {flag.claim.correction !== undefined && (
              <span class="instead" lang={flag.claim.language}>
                → {flag.claim.correction}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function CopyLink({ address }: { readonly address: string }) {
  const say = useWords(WORDS);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCopied(false), [address]);
  const copy = () => {
    const full = new URL(address, location.href).href;
    navigator.clipboard?.writeText(full).then(
      () => setCopied(true),
      // Not allowed here: the address bar has it as well.
      () => undefined,
    );
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      {copied ? say('copied') : say('copy')}
    </button>
  );
}

const WORDS = {
  finding: { en: 'Finding', zh: '核查结果' },
  close: { en: 'Close', zh: '关闭' },
  how: { en: 'How it was understood', zh: '如何理解' },
  beside: { en: 'Also said here', zh: '此处还说' },
  contradicts: { en: 'Contradicts', zh: '与下文矛盾' },
  copy: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Copied', zh: '已复制' },
};
