import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';
import type { Item } from './item.ts';

const KIND = 'kind/';

/**
 * A sort of work said right beside a name tells which of its namesakes is meant: «the textbook Deep Learning», 综述《深度学习》,
 * 《深度学习》一书. `worksOf`: the works of a folded title.
 */
export function asCalled(
  items: readonly Item[],
  worksOf: (title: string) => readonly EntityId[],
  knowledge: KnowledgeBase,
): Item[] {
  return items.map((item, index) => {
    if (item.entities.length === 0 || isKind(item)) return item;
    const titled = item.value?.type === 'title';
    const beside = [items[index - 1], ...(titled ? [items[index + 1]] : [])].filter(
      (near) => near !== undefined && isKind(near),
    );
    if (beside.length === 0) return item;
    const title = item.value?.type === 'title' ? item.value.title : item.surface;
    if (!titled && !/^\p{Lu}/u.test(title)) return item;
    const kinds = beside.flatMap((near) => near?.entities ?? []).map((id) => id.slice(KIND.length));
    const works = kinds.filter((kind) => knowledge.ontology.ancestors(kind).has('work') || kind === 'work');
    const namesakes = [...new Set([...item.entities, ...worksOf(fold(title.trim()))])];
    const meant = namesakes.filter((id) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, works));
    return works.length > 0 && meant.length > 0 ? { ...item, entities: meant } : item;
  });
}

function isKind({ entities }: Item): boolean {
  return entities.length > 0 && entities.every((id) => id.startsWith(KIND));
}
