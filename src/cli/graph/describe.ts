import type { DocumentSummary } from '../../store/graph-model.ts';
import { counted } from './graph.ts';

/** «12 claims: 7 supported, 3 refuted, 2 undecided; 1 contradiction». */
export function describeClaims({ claims, contradictions }: Pick<DocumentSummary, 'claims' | 'contradictions'>): string {
  const total = Object.values(claims).reduce((sum, count) => sum + count, 0);
  const parts = [
    [claims.SUPPORTED, 'supported'],
    [claims.REFUTED, 'refuted'],
    [claims.CONFLICTING, 'conflicting'],
    [claims.NOT_ENOUGH_INFO, 'undecided'],
  ] as const;
  const shown = parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : []));
  const tail = contradictions > 0 ? `; ${counted(contradictions, 'contradiction')}` : '';
  return `${counted(total, 'claim')}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}${tail}`;
}
