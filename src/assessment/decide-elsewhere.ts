import type { Claim, Reading } from '../claims/claim.ts';
import { overlap, within } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import type { DateValue } from '../linking/item.ts';
import type { Connections } from './connections.ts';
import { type Decision, refuted, supported } from './decision.ts';

/** What facts about others say of a claim: posts held by somebody else, complete lists seen from the other side. */

/** A post that only one can hold: known to be another's at that time. */
export function decideUniqueRole(
  knowledge: KnowledgeBase,
  claim: Claim,
  reading: Reading,
  subject: EntityId,
  object: EntityId,
): Decision | undefined {
  const roles = (reading.qualifiers.role ?? []).filter((id) => knowledge.ontology.terms.get(id)?.unique);
  if (roles.length === 0) return undefined;
  const holders = knowledge
    .factsAbout(object, reading.predicate.id)
    .filter((fact) => fact.subject !== subject && roles.some((role) => fact.qualifiers.role?.includes(role)));
  const date = claim.time?.date;
  const then = holders.filter(({ qualifiers }) =>
    date ? overlap(date, qualifiers) && qualifiers.start !== undefined : qualifiers.end === undefined,
  );
  return then.length > 0 ? refuted('held-by-other', then) : undefined;
}

/** A post held in one place at a time («is a professor at X»): known to be held elsewhere at that time. */
export function decideSinglePost(
  knowledge: KnowledgeBase,
  claim: Claim,
  reading: Reading,
  facts: readonly Fact[],
): Decision | undefined {
  const single = (ids: readonly EntityId[] = []) => ids.filter((id) => knowledge.ontology.terms.get(id)?.single);
  if (single(reading.qualifiers.role).length === 0 || claim.past) return undefined;
  const date = claim.time?.date;
  const then = facts.filter(({ qualifiers }) => {
    if (single(qualifiers.role).length === 0) return false;
    return date ? qualifiers.start !== undefined && overlap(date, qualifiers) : qualifiers.end === undefined;
  });
  return then.length > 0 ? refuted('other-value', then, 0.85) : undefined;
}

/** A degree that one takes once («his PhD at X»): known to be from a place that nothing ties to this one. */
export function decideSingleDegree(
  { knowledge, connections }: { knowledge: KnowledgeBase; connections: Connections },
  { qualifiers: { degree = [] }, weak }: Reading,
  { object, facts }: { object: EntityId; facts: readonly Fact[] },
): Decision | undefined {
  const [claimed, ...more] = degree;
  if (weak || claimed === undefined || more.length > 0 || !knowledge.ontology.terms.get(claimed)?.single)
    return undefined;
  const taken = facts.filter(({ qualifiers }) => qualifiers.degree?.includes(claimed));
  const tied = facts.some(({ value }) => value.type === 'entity' && connections.connects(value.id, object));
  return taken.length > 0 && !tied ? refuted('other-value', taken, 0.85) : undefined;
}

/**
 * «played a key part in developing s»: contributors cannot all be listed, but who is neither among the makers (complete)
 * nor ever was employed (complete, internships aside) where it was made had no such part. See `insiders` in the ontology.
 */
export function decideOutsider(
  knowledge: KnowledgeBase,
  { insiders }: Reading['predicate'],
  subject: EntityId,
  object: EntityId,
): Decision | undefined {
  if (!insiders || !knowledge.isComplete(object, insiders.employment)) return undefined;
  const makers = insiders.makers.find(
    (id) => knowledge.isComplete(subject, id) && knowledge.factsOf(subject, id).length > 0,
  );
  if (makers === undefined) return undefined;
  const facts = knowledge.factsOf(subject, makers);
  if (facts.some(({ value }) => value.type === 'entity' && value.id === object)) return undefined;
  const houses = new Set(
    knowledge
      .factsOf(subject, insiders.organisation)
      .flatMap(({ value }) => (value.type === 'entity' ? [...knowledge.closure(value.id, insiders.through)] : [])),
  );
  const employed = knowledge.factsOf(object, insiders.employment).some(({ value, qualifiers }) => {
    const guest = qualifiers.role?.every((id) => knowledge.ontology.terms.get(id)?.apart) ?? false;
    return (
      !guest &&
      value.type === 'entity' &&
      [...knowledge.closure(value.id, insiders.through)].some((id) => houses.has(id))
    );
  });
  return houses.size === 0 || employed ? undefined : refuted('not-in-list', facts, 0.75);
}

/** «PyTorch provides Transformers»: all that Transformers is part of is known, and PyTorch is not among it. */
export function decideByConverse(
  knowledge: KnowledgeBase,
  { converse }: Reading['predicate'],
  subject: EntityId,
  object: EntityId,
): Decision | undefined {
  if (!converse || !knowledge.isComplete(object, converse)) return undefined;
  const facts = knowledge.factsOf(object, converse);
  const wholes = knowledge.closure(object, [converse]);
  return facts.length > 0 && !wholes.has(subject) ? refuted('not-in-list', facts, 0.8) : undefined;
}

/** All who got it that year are known, and the subject is not among them. */
export function decideByHolders(
  knowledge: KnowledgeBase,
  claim: Claim,
  { predicate }: Reading,
  object: EntityId,
): Decision | undefined {
  const date = claim.time?.date;
  if (!knowledge.isInverseComplete(object, predicate.id, date?.start)) return undefined;
  const holders = knowledge
    .factsAbout(object, predicate.id)
    .filter(({ qualifiers: { at } }) => !date || at === undefined || within(at, date));
  return holders.length > 0 ? refuted('held-by-other', holders) : undefined;
}

/** «X founded s»: said of X as the post of a founder there. See `post` in the ontology. */
export function decideByPost(
  knowledge: KnowledgeBase,
  { post }: Reading['predicate'],
  { subject, object, date }: { subject: EntityId; object: EntityId; date: DateValue | undefined },
): Decision | undefined {
  if (!post) return undefined;
  const held = knowledge
    .factsOf(object, post.predicate)
    .filter(
      ({ value, qualifiers: { role = [], start } }) =>
        value.type === 'entity' &&
        value.id === subject &&
        role.some((id) => post.roles.includes(id)) &&
        (!date || start === undefined || within(start, date)),
    );
  return held.length > 0 ? supported(held, 0.9) : undefined;
}

/** Lists of this relation are presumed complete, and no fact ties the value to the subject («OpenCV was begun by Microsoft»). */
export function decideStranger(
  connections: Connections,
  { layer }: Claim,
  { predicate, weak }: Reading,
  { subject, object, facts }: { subject: EntityId; object: EntityId; facts: readonly Fact[] },
): Decision | undefined {
  const stated = (layer === 'phrasing' || layer === 'copula') && !weak;
  if (!predicate.presumedComplete || !stated || connections.names(subject, object)) return undefined;
  return refuted('not-among-known', facts, 0.75);
}
