import type { Chunk } from '../../claims/chunk.ts';
import type { Argument } from '../../claims/claim.ts';
import { is } from '../../claims/grammar.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Item } from '../../linking/item.ts';
import type { Assessed } from '../assessor.ts';

/** A refuted claim with the clause it was read in. */
export interface Case {
  readonly knowledge: KnowledgeBase;
  readonly assessed: Assessed;
  readonly items: readonly Item[];
  /** Index of the word that states it; -1 where there is none. */
  readonly trigger: number;
  /** All clauses of the sentence. */
  readonly chunks: readonly Chunk[];
}

/** Where an argument stands, in its own clause if it was carried over from there; undefined where it stands in none. */
export function placeOf({ chunks }: Case, { start }: Argument): { items: readonly Item[]; at: number } | undefined {
  for (const { items } of chunks) {
    const at = items.findIndex((item) => item.start === start);
    if (at >= 0) return { items, at };
  }
  return undefined;
}

export function isHan(item: Item | undefined): boolean {
  return item !== undefined && /\p{Script=Han}/u.test(item.text);
}

/** A content word that nothing is known of. */
export function isPlain(item: Item | undefined): item is Item {
  return (
    item !== undefined &&
    (item.type === 'han' || item.type === 'word') &&
    item.entities.length === 0 &&
    item.tags.length === 0 &&
    item.value === undefined
  );
}

/** A named thing: no kind, no term. */
export function isThing(knowledge: KnowledgeBase, item: Item | undefined, kinds: readonly string[]): boolean {
  return (
    item !== undefined &&
    item.entities.length > 0 &&
    item.entities.every((id) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, kinds))
  );
}

/** «research lab», «子公司»: a sort of organisation. */
export function isHouse({ ontology }: KnowledgeBase, { entities }: Item): boolean {
  return entities.some((id) => id.startsWith('kind/') && ontology.ancestors(id.slice(5)).has('organisation'));
}

/** The noun phrase behind a possessive. */
export function nounBehind(items: readonly Item[], from: number, until: number): readonly Item[] {
  const rest = items.slice(from, until);
  const stop = rest.findIndex((item) => is(item, 'prep', 'conj', 'agent', 'rel', 'be') || item.type === 'punct');
  return stop < 0 ? rest : rest.slice(0, stop);
}

/** «when», «after»: what follows is a clause of its own. Chinese marks it behind. */
export function opensClause({ text }: Item): boolean {
  return /^(?:when|while|whilst|after|before|because|until|once|although|though|whereas|as soon as)$/u.test(text);
}
