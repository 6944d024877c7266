import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, Value } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';

/** Something reached on the way to an answer, with the facts that lead there from the step before. */
export interface Found {
  readonly value: Value;
  readonly facts: readonly Fact[];
}

/** Facts by what they lead to: their values, or (inverse) their subjects. Order is that of the facts. */
export function foundBy(facts: readonly Fact[], direction: 'forward' | 'inverse'): Found[] {
  const byKey = new Map<string, { value: Value; facts: Fact[] }>();
  for (const fact of facts) {
    const value: Value = direction === 'forward' ? fact.value : { type: 'entity', id: fact.subject };
    const key = keyOf(value);
    const known = byKey.get(key);
    if (known) known.facts.push(fact);
    else byKey.set(key, { value, facts: [fact] });
  }
  return [...byKey.values()];
}

export function keyOf(value: Value): string {
  return value.type === 'entity' ? value.id : JSON.stringify(value);
}

export function entityOf({ value }: Found): EntityId | undefined {
  return value.type === 'entity' ? value.id : undefined;
}

/** Whether an entity, kind or term can stand in a slot with this domain or range. */
export function fitsSlot(knowledge: KnowledgeBase, id: EntityId, kinds: readonly string[]): boolean {
  if (id.startsWith('kind/')) return kinds.includes('kind');
  const term = knowledge.ontology.terms.get(id);
  return term ? kinds.includes(term.vocabulary) : knowledge.isOfKind(id, kinds);
}

/** The facts of a predicate from (forward) or to (inverse) an entity; to a whole also those to its parts. */
export function factsFrom(
  knowledge: KnowledgeBase,
  id: EntityId,
  predicate: Predicate,
  direction: 'forward' | 'inverse',
): readonly Fact[] {
  if (direction === 'forward') return knowledge.factsOf(id, predicate.id);
  return [...partsOf(knowledge, id, predicate.through)].flatMap((part) => knowledge.factsAbout(part, predicate.id));
}

/** The entity and all from which it is reached over these predicates: Google and its labs, a country and its cities. */
function partsOf(knowledge: KnowledgeBase, id: EntityId, through: readonly string[]): ReadonlySet<EntityId> {
  const result = new Set<EntityId>([id]);
  for (const member of result)
    for (const predicate of through)
      for (const fact of knowledge.factsAbout(member, predicate))
        if (fact.qualifiers.end === undefined) result.add(fact.subject);
  return result;
}
