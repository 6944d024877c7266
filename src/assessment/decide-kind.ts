import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import { type Decision, refuted, supported, undecided } from './decision.ts';

/** Decides «s is a o» by the hierarchy of kinds: supported if it lies above s, refuted if what s is excludes it. */
export function decideKind(knowledge: KnowledgeBase, subject: EntityId, object: EntityId): Decision {
  const facts = knowledge.factsOf(subject, 'isA');
  const reached = knowledge.closure(subject, ['isA']);
  if (reached.has(object)) return supported(leading(knowledge, facts, object));
  const kinds = knowledge.kindsOf(subject);
  if (object.startsWith('kind/')) {
    const kind = object.slice('kind/'.length);
    if (kinds.has(kind)) return supported(leading(knowledge, facts, object));
    if (facts.length > 0 && excludes(knowledge, kinds, [kind]))
      return refuted('disjoint-kind', telling(knowledge, facts, kind));
  } else if (facts.length > 0) {
    const claimed = knowledge.closure(object, ['isA']);
    const claimedKinds = [...knowledge.kindsOf(object)];
    const generic = claimedKinds.filter((kind) => claimed.has(`kind/${kind}`));
    if (excludes(knowledge, kinds, generic)) return refuted('disjoint-kind', facts);
  }
  if (facts.length > 0 && knowledge.isComplete(subject, 'isA')) return refuted('not-in-list', facts);
  return undecided('no-fact', facts);
}

/** The thing's kinds exclude the claimed ones, and do not contradict themselves (then the knowledge is at fault). */
function excludes(knowledge: KnowledgeBase, kinds: ReadonlySet<string>, claimed: readonly string[]): boolean {
  const { ontology } = knowledge;
  return claimed.some(
    (kind) =>
      [...kinds].some((own) => ontology.areDisjoint(own, kind)) &&
      ![...kinds].some((own) => ontology.ancestors(own).has(kind)),
  );
}

function leading(knowledge: KnowledgeBase, facts: readonly Fact[], object: EntityId): Fact[] {
  const direct = facts.filter((fact) => fact.value.type === 'entity' && reaches(knowledge, fact.value.id, object));
  return direct.length > 0 ? direct.slice(0, 1) : facts.slice(0, 1);
}

function reaches(knowledge: KnowledgeBase, from: EntityId, to: EntityId): boolean {
  if (from === to || knowledge.closure(from, ['isA']).has(to)) return true;
  const kind = to.startsWith('kind/') ? to.slice(5) : undefined;
  return (
    kind !== undefined &&
    (from.startsWith('kind/')
      ? knowledge.ontology.ancestors(from.slice(5)).has(kind)
      : knowledge.kindsOf(from).has(kind))
  );
}

/** The facts whose kind itself excludes the claimed one come first. */
function telling(knowledge: KnowledgeBase, facts: readonly Fact[], kind: string): Fact[] {
  const excluding = facts.filter(
    (fact) =>
      fact.value.type === 'entity' &&
      fact.value.id.startsWith('kind/') &&
      knowledge.ontology.areDisjoint(fact.value.id.slice(5), kind),
  );
  return excluding.length > 0 ? excluding : [...facts];
}
