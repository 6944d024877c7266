import { createHash } from 'node:crypto';
import type { ClaimResult } from '../assessment/result.ts';

/**
 * Makes fingerprints that survive edits elsewhere in a document: from what is claimed and how it is worded, not from
 * where it stands. Equal statements are told apart by their order. One maker per document.
 */
export function fingerprints(): (kind: string, claims: readonly ClaimResult[]) => { 'errataClaim/v1': string } {
  const seen = new Map<string, number>();
  return (kind, claims) => {
    const parts = claims.flatMap(({ subject, predicate, object, quote }) => [
      subject,
      predicate,
      object,
      quote.replace(/\s+/gu, ' '),
    ]);
    const hash = createHash('sha256')
      .update(JSON.stringify([kind, ...parts]))
      .digest('hex')
      .slice(0, 32);
    const occurrence = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, occurrence);
    return { 'errataClaim/v1': `${hash}:${occurrence}` };
  };
}
