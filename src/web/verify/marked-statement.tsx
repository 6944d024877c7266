import type { Verification } from '../../assessment/result.ts';
import { byWeight, type Flag } from '../check/flags.ts';
import { toPieces } from '../check/pieces.ts';
import { verdictClass } from '../parts/verdict-badge.tsx';

type MarkedStatementProps = Pick<Verification, 'claims' | 'unexplained'> & { readonly statement: string };

/** The statement with its claims underlined in the colours of their verdicts. */
export function MarkedStatement({ statement, claims, unexplained }: MarkedStatementProps) {
  const flags = claims
    .map((claim, index): Flag => ({ index, claim, contradictions: [] }))
    .sort((a, b) => a.claim.start - b.claim.start);
  const unread = (start: number, end: number) => unexplained.some((part) => part.start <= start && end <= part.end);
  return (
    <>
      {toPieces(statement.length, flags).map((piece) => {
        const text = statement.slice(piece.start, piece.end);
        const [first] = byWeight(piece.flags);
        if (first)
          return (
            <mark key={piece.start} class={verdictClass(first.claim.verdict)}>
              {text}
            </mark>
          );
        return unread(piece.start, piece.end) ? (
          <mark key={piece.start} class="unread">
            {text}
          </mark>
        ) : (
          text
        );
      })}
    </>
  );
}
