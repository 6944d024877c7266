import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';

const ONE_WORD = /^[\p{Lu}][\p{Ll}\p{M}'’-]{2,}$/u;

/**
 * «Dario Amodei and his sister Daniela», «by Newell, Simon and Shaw»: a given name or surname alone stands for the one person of
 * that name whom a fact ties to something the sentence names.
 */
export function resolveKinNames(items: readonly Item[], knowledge: KnowledgeBase): readonly Item[] {
  if (!items.some(isLoneName)) return items;
  const named = new Set(items.flatMap(({ entities }) => entities.filter((id) => !knowledge.isVocabulary(id))));
  if (named.size === 0) return items;
  const near = personsNear(named, knowledge);
  return items.map((item) => {
    if (!isLoneName(item)) return item;
    const bearers = near.filter((id) => bears(id, item.surface, knowledge));
    if (bearers.length !== 1) return item;
    const { value: _, ...rest } = item;
    return { ...rest, type: 'mention', entities: bearers };
  });
}

function isLoneName({ value, entities, surface }: Item): boolean {
  return value?.type === 'name' && entities.length === 0 && ONE_WORD.test(surface);
}

/** Persons whom facts of or about the given things name. */
function personsNear(named: ReadonlySet<EntityId>, knowledge: KnowledgeBase): EntityId[] {
  const near = new Set<EntityId>();
  for (const id of named) {
    // what thousands of facts are about (a university, a country) ties nobody closely
    const about = knowledge.isOfKind(id, ['place', 'field']) ? [] : [...knowledge.allFactsAbout(id).values()].flat();
    for (const { value } of [...knowledge.allFactsOf(id).values()].flat())
      if (value.type === 'entity') near.add(value.id);
    for (const { subject } of about) near.add(subject);
  }
  return [...near].filter((id) => !named.has(id) && !knowledge.isVocabulary(id) && knowledge.isOfKind(id, ['person']));
}

/** The first or last word of one of a person's names. */
function bears(id: EntityId, word: string, knowledge: KnowledgeBase): boolean {
  return (knowledge.entities.get(id)?.aliases ?? []).some(({ text }) => {
    const words = text.split(/\s+/u);
    return words.length > 1 && (words[0] === word || words.at(-1) === word);
  });
}
