import type { Fact } from '../knowledge/model.ts';
import type { Constraint } from './constraint.ts';
import type { Found } from './found.ts';
import type { PlannedEntity } from './plan.ts';
import type { Piece } from './question.ts';
import type { Relation } from './relation.ts';

/** A relation applied to what was found before. */
export interface Step {
  readonly piece: Piece | undefined;
  readonly relation: Relation;
  readonly direction: 'forward' | 'inverse';
  readonly facts: readonly Fact[];
  readonly constraints: readonly Constraint[];
  /** The relation is the noun after the question word itself: «how many authors». */
  readonly inFocus?: boolean;
  /** No word says the relation: «X's models». */
  readonly implied?: boolean;
}

/** A way from an entity of the question to an answer, as far as it has been gone. */
export interface State {
  readonly start: PlannedEntity;
  readonly found: readonly Found[];
  readonly steps: readonly Step[];
  /** Relations that were left unread; they cost nothing where a step says the same («the name that X goes by»). */
  readonly skipped: readonly Piece[];
  /** Constraints that wait for the next relation. */
  readonly pending: readonly Constraint[];
  readonly used: ReadonlySet<number>;
  readonly score: number;
}
