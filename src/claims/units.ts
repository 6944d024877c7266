import type { Ontology, Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item, oncePerTags, type Tag } from '../linking/item.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { fold } from '../text/fold.ts';

/** Marks a word as the unit of a predicate's numbers. */
export interface UnitTag extends Tag {
  readonly type: 'unit';
  readonly predicate: Predicate;
}

const REACH = 4;

/** Registers the words after a number that tell what it counts. */
export function addUnits(lexicon: Lexicon, ontology: Ontology): void {
  for (const predicate of ontology.predicates.values()) {
    for (const word of [...(predicate.units?.en ?? []), ...(predicate.units?.zh ?? [])]) {
      const tag: UnitTag = { type: 'unit', predicate };
      lexicon.addTag(fold(word), tag);
    }
  }
}

const unitsOf = oncePerTags((tags): readonly UnitTag[] => tags.filter((tag): tag is UnitTag => tag.type === 'unit'));

/** The units that the words right after a number name; empty where something else is counted. */
export function unitsAfter(items: readonly Item[], index: number): readonly UnitTag[] {
  // «28×28 images»: the size of each
  if (/^[×x*]$/u.test(items[index - 1]?.text ?? '') || /^[×x*]$/u.test(items[index + 1]?.text ?? '')) return [];
  // «four-option questions»: what is behind the hyphen is counted
  const [hyphen, joined] = items.slice(index + 1, index + 3);
  if (hyphen?.text === '-' && joined?.start === hyphen.end && joined.type === 'word' && !hasTag(joined, 'unit'))
    return [];
  for (const item of items.slice(index + 1, index + 1 + REACH)) {
    if (item.type === 'punct' && item.text !== '-') return [];
    if (item.value?.type === 'number' || /^(?:times|倍|fold)/u.test(item.text)) return [];
    if (hasTag(item, 'unit')) return unitsOf(item.tags);
  }
  return [];
}
