import type { EntityId, Fact, PredicateId } from '../model.ts';
import type { Validation } from './validation.ts';

/** Circles where the ontology allows none, and pairs of predicates of which one side denies what the other says. */
export function checkRelations(validation: Validation): void {
  for (const predicate of validation.ontology.acyclic) checkCircles(validation, predicate);
  for (const [one, other] of validation.ontology.inverse) {
    checkInverse(validation, one, other);
    checkInverse(validation, other, one);
  }
}

function checkCircles(validation: Validation, predicate: PredicateId): void {
  const done = new Set<EntityId>();
  for (const { id } of validation.content.entities) {
    const circle = findCircle(validation, predicate, id, done);
    const [last] = circle.slice(-1);
    if (!last) continue;
    const way = [...circle.map(({ subject }) => subject), last.value.type === 'entity' ? last.value.id : ''].join(
      ' → ',
    );
    validation.error(validation.placeOf(last), `${predicate} goes in a circle: ${way}; take one of these out`);
  }
}

/** The facts of a circle that can be reached from an entity; each entity is gone through once. */
function findCircle({ knowledge }: Validation, predicate: PredicateId, start: EntityId, done: Set<EntityId>): Fact[] {
  const way: { readonly id: EntityId; readonly facts: Iterator<Fact>; current?: Fact }[] = [];
  const enter = (id: EntityId) => way.push({ id, facts: knowledge.factsOf(id, predicate)[Symbol.iterator]() });
  if (!done.has(start)) enter(start);
  for (let top = way.at(-1); top; top = way.at(-1)) {
    const { value: fact, done: exhausted } = top.facts.next();
    if (exhausted) {
      done.add(top.id);
      way.pop();
      continue;
    }
    top.current = fact;
    const next = fact.value.type === 'entity' ? fact.value.id : undefined;
    const from = way.findIndex(({ id }) => id === next);
    if (from >= 0) {
      for (const { id } of way) done.add(id);
      return way.slice(from).flatMap(({ current }) => current ?? []);
    }
    if (next !== undefined && !done.has(next)) enter(next);
  }
  return [];
}

/** A fact of one side must not be denied by a complete list of the other. */
function checkInverse(validation: Validation, one: PredicateId, other: PredicateId): void {
  const { knowledge, content } = validation;
  for (const fact of content.facts) {
    if (fact.predicate !== one || fact.value.type !== 'entity' || fact.rank === 'deprecated') continue;
    const { id } = fact.value;
    if (!knowledge.isComplete(id, other)) continue;
    if (knowledge.factsOf(id, other).some(({ value }) => value.type === 'entity' && value.id === fact.subject))
      continue;
    validation.error(
      validation.placeOf(fact),
      `${one}: ${id} has a complete list for ${other}, and ${fact.subject} is not in it`,
    );
  }
}
