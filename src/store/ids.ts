import { createHash } from 'node:crypto';
import type { ClaimId, DocumentId, MentionId, PassageId, SegmentId } from './graph-model.ts';

/** Ids made from content: the same thing has the same id in every store, whenever and however often it is written. */

/** Hexadecimal SHA-256 of parts, in which no two lists of parts look alike. `length`: digits, default all 64. */
export function hashOf(parts: readonly string[], length = 64): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex').slice(0, length);
}

/** The id of the document of a name. */
export function documentId(name: string): DocumentId {
  return `document/${hashOf([name.normalize('NFC')], 16)}`;
}

export function segmentId(document: DocumentId, index: number): SegmentId {
  return `${document}/segment/${index}`;
}

export function passageId(document: DocumentId, index: number): PassageId {
  return `${document}/passage/${index}`;
}

export interface ClaimIdentity {
  readonly quote: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly negated: boolean;
}

/** The id of the `occurrence`-th (from 0) claim of a document that says the same in the same words. */
export function claimId(document: DocumentId, claim: ClaimIdentity, occurrence: number): ClaimId {
  const { quote, subject, predicate, object, negated } = claim;
  return `claim/${hashOf([document, quote, subject, predicate, object, String(negated), String(occurrence)], 24)}`;
}

export function contradictionId(a: ClaimId, b: ClaimId): string {
  return `contradiction/${hashOf([a, b].sort(), 24)}`;
}

export function mentionId(passage: PassageId, start: number, end: number): MentionId {
  return `${passage}/mention/${start}-${end}`;
}
