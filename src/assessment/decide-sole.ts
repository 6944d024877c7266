import type { Claim, Reading } from '../claims/claim.ts';
import { compareDates } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact } from '../knowledge/model.ts';
import { type Decision, refuted } from './decision.ts';

/** A claim with the facts that agree with it, among all of its subject and predicate. */
interface SoleClaim {
  readonly claim: Claim;
  readonly reading: Reading;
  readonly fitting: readonly Fact[];
  readonly all: readonly Fact[];
}

/** «uses static graphs», with words that leave no room for another, of what has had another way since: no longer the whole truth. */
export function overtaken(knowledge: KnowledgeBase, { claim, reading, fitting, all }: SoleClaim): Decision | undefined {
  const [first] = fitting;
  // «TensorFlow 1.x»: of a version something else may hold
  if (!first || !reading.sole || claim.past || claim.time || /\d/u.test(reading.subject.text)) return undefined;
  if (!knowledge.isComplete(first.subject, first.predicate)) return undefined;
  const { start } = first.qualifiers;
  const later = all.filter(
    ({ value, qualifiers }) =>
      value.type === 'entity' &&
      !claim.siblings.includes(value.id) &&
      qualifiers.end === undefined &&
      start !== undefined &&
      qualifiers.start !== undefined &&
      compareDates(qualifiers.start, start) > 0,
  );
  return later.length > 0 ? refuted('not-in-list', [...fitting, ...later], 0.75) : undefined;
}
