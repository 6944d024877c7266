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
const TIMES = /^[×x*]$/u;
/** «50,000 validation images», «a minibatch of 8,192 images»: a part of what there is, counted by itself. */
const PART =
  /^(?:train|training|validation|val|dev|development|test|testing|held-out|heldout|evaluation|训练|验证|测试|开发|评测)$/u;
const PORTION =
  /^(?:mini-?batch(?:es)?|batch(?:es)?|batch size|subsets?|samples?|splits?|folds?|shards?|portions?|fractions?|groups?|批|一批|批次|批量|小批量|每批|子集|批大小)$/u;

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
  if (isDimension(items, index) || isPortion(items, index)) return [];
  // «four-option questions»: what is behind the hyphen is counted
  const [hyphen, joined] = items.slice(index + 1, index + 3);
  if (hyphen?.text === '-' && joined?.start === hyphen.end && joined.type === 'word' && !hasTag(joined, 'unit'))
    return [];
  for (const [step, item] of items.slice(index + 1, index + 1 + REACH).entries()) {
    if (item.type === 'punct' && item.text !== '-') return [];
    if (item.value?.type === 'number' || /^(?:times|倍|fold)/u.test(item.text)) return [];
    // «5000张验证图像»
    if (hasTag(item, 'unit')) return PART.test(items[index + step + 2]?.text ?? '') ? [] : unitsOf(item.tags);
    if (PART.test(item.text)) return [];
  }
  return [];
}

/** «32×32», «28 x 28»: one side of a size. */
export function isDimension(items: readonly Item[], index: number): boolean {
  return TIMES.test(items[index - 1]?.text ?? '') || TIMES.test(items[index + 1]?.text ?? '');
}

/** «a minibatch of about 8,192 images», «批量为8192张». */
function isPortion(items: readonly Item[], index: number): boolean {
  return items.slice(Math.max(0, index - 3), index).some(({ text }) => PORTION.test(text));
}
