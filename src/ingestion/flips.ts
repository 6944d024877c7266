import type { Verdict } from '../assessment/result.ts';
import type { ClaimId, FactId, StoredClaim } from '../store/graph-model.ts';

/** A claim whose verdict has become another. */
export interface Flip {
  readonly claimId: ClaimId;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly before: Verdict;
  readonly after: Verdict;
  /** The claim as it is now. */
  readonly claim: StoredClaim;
  /** Facts that decide now and did not before, and the other way round. */
  readonly gained: readonly FactId[];
  readonly lost: readonly FactId[];
}

/** What a reassessment has changed in a document. */
export interface ClaimChanges {
  readonly flips: readonly Flip[];
  /** Claims that are read only since the knowledge knows their words, and those that are not read any more. */
  readonly appeared: readonly StoredClaim[];
  readonly disappeared: readonly StoredClaim[];
}

/** Compares the claims of a document before and after, by their ids. */
export function compareVerdicts(before: readonly StoredClaim[], after: readonly StoredClaim[]): ClaimChanges {
  const old = new Map(before.map((claim) => [claim.id, claim]));
  const present = new Set(after.map(({ id }) => id));
  return {
    flips: after.flatMap((claim) => toFlip(old.get(claim.id), claim)),
    appeared: after.filter(({ id }) => !old.has(id)),
    disappeared: before.filter(({ id }) => !present.has(id)),
  };
}

function toFlip(before: StoredClaim | undefined, claim: StoredClaim): Flip[] {
  if (!before || before.assessment.verdict === claim.assessment.verdict) return [];
  const { id: claimId, quote, start, end } = claim;
  const [old, now] = [before.assessment.evidence, claim.assessment.evidence];
  const gained = now.filter((id) => !old.includes(id));
  const lost = old.filter((id) => !now.includes(id));
  return [
    {
      claimId,
      quote,
      start,
      end,
      before: before.assessment.verdict,
      after: claim.assessment.verdict,
      claim,
      gained,
      lost,
    },
  ];
}
