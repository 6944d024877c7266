import type { EntityId, PredicateId } from '../knowledge/model.ts';

/** How a question is answered. */
export type PlanType =
  | 'none'
  | 'relation'
  | 'yes-no'
  | 'definition'
  | 'characteristic'
  | 'comparison'
  | 'connection'
  | 'documents'
  | 'premise';

/** An entity that the question names. */
export interface PlannedEntity {
  readonly text: string;
  readonly id: EntityId;
}

/** One relation on the way from what is named to what is asked. */
export interface PlannedStep {
  readonly predicate: PredicateId;
  /** forward: from subject to value; inverse: from value to subject. */
  readonly direction: 'forward' | 'inverse';
  /** The words it was read from. */
  readonly words: string;
  readonly layer: 'phrasing' | 'label' | 'role' | 'unit' | 'qualifier' | 'modifier';
}

/** What was understood of a question: shown by `--explain`. */
export interface Plan {
  readonly type: PlanType;
  readonly asked: string;
  readonly entities: readonly PlannedEntity[];
  readonly steps: readonly PlannedStep[];
  /** «person/x –employer→ ?, in 2018». */
  readonly query: string;
  /** How well the words fit; comparable within one question only. */
  readonly score: number;
  /** Words that were not understood. */
  readonly ignored: readonly string[];
}

export const NO_PLAN: Plan = { type: 'none', asked: '', entities: [], steps: [], query: '', score: 0, ignored: [] };
