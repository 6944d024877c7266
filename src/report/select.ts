import type { DocumentResult } from '../assessment/result.ts';
import type { CheckedDocument, ReportOptions, Shown } from './report.ts';

/** What asks for a reader's attention: the default of the formats for people and of SARIF. */
export const FLAGS: ReadonlySet<Shown> = new Set<Shown>(['REFUTED', 'CONFLICTING', 'CONTRADICTION']);

export const EVERYTHING: ReadonlySet<Shown> = new Set<Shown>([...FLAGS, 'SUPPORTED', 'NOT_ENOUGH_INFO']);

/**
 * Keeps what is to be shown. Claims that a kept contradiction refers to stay, whatever their verdict, and the
 * contradictions' indexes are moved along, so that the result is again valid by itself.
 */
export function select(result: DocumentResult, shown: ReadonlySet<Shown>): DocumentResult {
  const contradictions = shown.has('CONTRADICTION') ? result.contradictions : [];
  const referredTo = new Set(contradictions.flatMap(({ a, b }) => [a, b]));
  const kept = result.claims
    .map((_, index) => index)
    .filter((index) => {
      const claim = result.claims[index];
      return claim !== undefined && (shown.has(claim.verdict) || referredTo.has(index));
    });
  if (kept.length === result.claims.length && contradictions === result.contradictions) return result;
  const moved = new Map(kept.map((index, position) => [index, position]));
  return {
    ...result,
    claims: kept.flatMap((index) => result.claims[index] ?? []),
    contradictions: contradictions.map((item) => ({ ...item, a: moved.get(item.a) ?? -1, b: moved.get(item.b) ?? -1 })),
  };
}

/** Applies `select` with the options' choice, or the format's default, to every document. */
export function selectAll(
  documents: readonly CheckedDocument[],
  options: ReportOptions,
  byDefault: ReadonlySet<Shown>,
): CheckedDocument[] {
  const shown = options.only ?? byDefault;
  return documents.map((document) => ({ ...document, result: select(document.result, shown) }));
}
