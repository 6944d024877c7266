import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import { fitsSlot } from './found.ts';
import type { Piece, Question } from './question.ts';

/** Whether a thing has a quality, with the facts that tell. */
export interface Quality {
  readonly holds: boolean;
  readonly facts: readonly Fact[];
}

/** «Is X open source?»: one thing and one term, and a predicate whose values stand as adjectives; undefined where open. */
export function decideQuality({ pieces }: Question, knowledge: KnowledgeBase): Quality | undefined {
  const terms = pieces.filter((piece) => piece.terms.length > 0);
  // «无监督学习» names a paradigm, and a trait
  const named = pieces.filter((piece) => piece.things.length > 0 && (terms.length > 1 || !terms.includes(piece)));
  const others = pieces.filter((piece) => saysMore(piece));
  const [thing] = named;
  const [term] = terms;
  if (!thing || !term || named.length > 1 || terms.length > 1 || others.length > 0) return undefined;
  for (const predicate of knowledge.ontology.predicates.values()) {
    if (!predicate.modifier) continue;
    const id = thing.things.find((candidate) => fitsSlot(knowledge, candidate, predicate.domain));
    const wanted = term.terms.filter((candidate) => fitsSlot(knowledge, candidate, predicate.range));
    if (id === undefined || wanted.length === 0) continue;
    const quality = weigh(knowledge, knowledge.factsOf(id, predicate.id), wanted);
    if (quality) return quality;
  }
  return undefined;
}

function weigh(knowledge: KnowledgeBase, facts: readonly Fact[], wanted: readonly EntityId[]): Quality | undefined {
  const now = facts.filter(({ qualifiers }) => qualifiers.end === undefined);
  const own = now.filter(({ value }) => value.type === 'entity' && wanted.includes(value.id));
  if (own.length > 0) return { holds: true, facts: own };
  const vocabulary = knowledge.ontology.terms.get(wanted[0] ?? '')?.vocabulary ?? '';
  return now.length > 0 && knowledge.ontology.isExclusive(vocabulary) ? { holds: false, facts: now } : undefined;
}

function saysMore({ things, terms, kinds, relations, light, item }: Piece): boolean {
  if (things.length > 0 || terms.length > 0) return false;
  return kinds.length > 0 || relations.length > 0 || item.value !== undefined || !light;
}
