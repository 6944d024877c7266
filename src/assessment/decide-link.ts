import { addressKey } from '../knowledge/address.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import { type Decision, refuted, supported, undecided } from './decision.ts';

const LINK_PREDICATES = ['homepage', 'repository'] as const;

/** Decides whether a link leads to the thing it stands for: one of its known addresses, or an address of a part of it. */
export function decideLink(knowledge: KnowledgeBase, subject: EntityId, url: string): Decision {
  const facts = LINK_PREDICATES.flatMap((predicate) => knowledge.factsOf(subject, predicate));
  const wanted = addressKey(url);
  const exact = facts.filter((fact) => fact.value.type === 'url' && addressKey(fact.value.url) === wanted);
  const alive = exact.filter(({ qualifiers }) => qualifiers.end === undefined);
  if (alive.length > 0) return supported(alive);
  const right = facts.filter(({ qualifiers }) => qualifiers.end === undefined);
  if (exact.length > 0) return refuted('ended', [...exact, ...right]);
  if (facts.length === 0) return undecided();
  if (knowledge.entities.get(subject)?.sameAs.some((address) => addressKey(address) === wanted))
    return supported(right.slice(0, 1), 0.9);
  const below = right.filter((fact) => fact.value.type === 'url' && isBelow(wanted, addressKey(fact.value.url)));
  if (below.length > 0) return { ...supported(below, 0.7), reason: 'no-fact' };
  const wantsRepository = /^(?:github|gitlab|gitee|bitbucket)\./u.test(wanted);
  const predicate = wantsRepository ? 'repository' : 'homepage';
  const comparable = right.filter((fact) => fact.predicate === predicate);
  if (comparable.length > 0 && knowledge.isComplete(subject, predicate)) return refuted('not-in-list', comparable, 0.9);
  return undecided('no-fact', right);
}

/** A page of a site whose home is the bare host (or the address itself is a folder above). */
function isBelow(wanted: string, home: string): boolean {
  return wanted.startsWith(`${home}/`) && (!home.includes('/') || home.split('/').length >= 2);
}

export type { Fact };
