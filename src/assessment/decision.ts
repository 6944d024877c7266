import type { Fact } from '../knowledge/model.ts';
import type { AbstentionReason, Verdict } from './result.ts';

/** Why a reading got its verdict; the explanation is worded from it. */
export type Grounds =
  | 'same-value' // a fact says just this
  | 'other-value' // the predicate has one value, and it is another
  | 'not-in-list' // the list is complete and does not hold it
  | 'not-among-known' // lists of this relation are presumed complete, and nothing ties the value to the subject
  | 'other-time' // right value, wrong time
  | 'other-role' // right value, other role, degree …
  | 'ended' // right once, over since
  | 'disjoint-kind' // what it is excludes what is claimed
  | 'compared' // the values compare the other way
  | 'held-by-other' // the post is another's
  | 'said-otherwise' // a statement in free words says another value, or the contrary
  | 'sources-differ'
  | 'nothing-known';

/** The verdict on one reading. */
export interface Decision {
  readonly verdict: Verdict;
  readonly grounds: Grounds;
  /** The facts that decide, most telling first. For refutations these hold the right values. */
  readonly facts: readonly Fact[];
  readonly reason?: AbstentionReason;
  /** 0…1. */
  readonly confidence: number;
}

export function supported(facts: readonly Fact[], confidence = 0.95): Decision {
  return { verdict: 'SUPPORTED', grounds: 'same-value', facts, confidence };
}

export function refuted(grounds: Grounds, facts: readonly Fact[], confidence = 0.93): Decision {
  return { verdict: 'REFUTED', grounds, facts, confidence };
}

export function conflicting(facts: readonly Fact[]): Decision {
  return { verdict: 'CONFLICTING', grounds: 'sources-differ', facts, confidence: 0.7 };
}

export function undecided(reason: AbstentionReason = 'no-fact', facts: readonly Fact[] = []): Decision {
  return { verdict: 'NOT_ENOUGH_INFO', grounds: 'nothing-known', facts, reason, confidence: 0.6 };
}
