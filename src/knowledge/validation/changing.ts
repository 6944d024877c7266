import type { Fact } from '../model.ts';
import type { Validation } from './validation.ts';

/** Values that change with time and do not say when they held; one warning a predicate, with how many there are. */
export function checkChanging(validation: Validation): void {
  const { knowledge, content } = validation;
  const undated = new Map<string, Fact[]>();
  for (const fact of content.facts) {
    if (!knowledge.ontology.predicates.get(fact.predicate)?.changes || isDated(fact)) continue;
    undated.set(fact.predicate, [...(undated.get(fact.predicate) ?? []), fact]);
  }
  for (const [predicate, facts] of undated) {
    const [first] = facts;
    if (!first) continue;
    const others = facts.length > 1 ? ` (and ${facts.length - 1} more)` : '';
    const message = `${predicate} changes with time; add start, end or asOf${others}`;
    validation.warn(validation.placeOf(first), message);
  }
}

function isDated({ qualifiers: { start, end, at }, asOf, rank }: Fact): boolean {
  return rank === 'deprecated' || [start, end, at, asOf].some((date) => date !== undefined);
}
