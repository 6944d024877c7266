import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { isName } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import type { Pattern } from './pattern.ts';
import { unitsAfter } from './units.ts';

/** Kinds of things whose names are titles, so that an unknown title can be one. */
const NAMED_WORKS = new Set(['paper', 'book', 'course', 'work', 'film', 'any']);

/** Which names and values can stand in which slot of a predicate, by the ontology's domains and ranges. */
export class SlotTypes {
  readonly knowledge: KnowledgeBase;

  private readonly vocabularies: ReadonlySet<string>;
  private readonly fits = new WeakMap<Item, Map<string, Argument | undefined>>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.vocabularies = new Set([...knowledge.ontology.terms.values()].map(({ vocabulary }) => vocabulary));
  }

  /** Which of an item's entities (or its value) can stand in a slot of a predicate. Remembered per item. */
  fit(item: Item, predicate: Predicate, slot: string): Argument | undefined {
    if (item.entities.length === 0 && item.value === undefined) return undefined;
    let known = this.fits.get(item);
    if (!known) {
      known = new Map();
      this.fits.set(item, known);
    }
    const key = `${predicate.id} ${slot}`;
    if (!known.has(key)) known.set(key, this.workOutFit(item, predicate, slot));
    return known.get(key);
  }

  private workOutFit(item: Item, predicate: Predicate, slot: string): Argument | undefined {
    if (slot === '_') return isName(item) ? toArgument(item) : undefined;
    const kinds = slot === 's' ? predicate.domain : slot === 'o' ? predicate.range : [slot];
    const value = item.value;
    if (value?.type === 'date' && (kinds.includes('date') || slot === 'time')) return toArgument(item, []);
    if (value?.type === 'number' && kinds.includes('number'))
      return this.unitFits(value.unit, predicate) ? toArgument(item, []) : undefined;
    if (value?.type === 'url' && kinds.includes('url')) return toArgument(item, []);
    const entities = item.entities.filter((id) => this.isOf(id, kinds));
    if (entities.length > 0) return toArgument(item, entities);
    const open = (value?.type === 'name' && item.entities.length === 0) || value?.type === 'title';
    const nameable = kinds.some((kind) => this.knowledge.ontology.hasKind(kind) && !this.isClosed(kind));
    if (value?.type === 'name' && value.person && !kinds.some((kind) => kind === 'person' || kind === 'agent'))
      return undefined;
    if (open && nameable && (value.type === 'name' || kinds.some((kind) => NAMED_WORKS.has(kind))))
      return toArgument(item, []);
    return undefined;
  }

  /** Whether an entity, kind or term is of one of these kinds or vocabularies. */
  isOf(id: EntityId, kinds: readonly string[]): boolean {
    if (id.startsWith('kind/')) return kinds.includes('kind');
    const term = this.knowledge.ontology.terms.get(id);
    if (term) return kinds.includes(term.vocabulary);
    return this.knowledge.isOfKind(id, kinds);
  }

  /** After a verb a number counts for a predicate only if one of its units follows («三个品种» is no number of samples). */
  unitAgrees(items: readonly Item[], at: number, pattern: Pattern): boolean {
    const { units } = pattern.predicate;
    if (items[at]?.value?.type !== 'number' || !units || pattern.voice === 'noun') return true;
    return unitsAfter(items, at).some(({ predicate }) => predicate === pattern.predicate);
  }

  /** Whether an item names a thing rather than a kind or a term. */
  isThing(item: Item): boolean {
    return isName(item) && !(item.entities.length > 0 && item.entities.every((id) => this.knowledge.isVocabulary(id)));
  }

  /** Whether an item names a person, known or not. */
  isPerson(item: Item | undefined): boolean {
    return (
      item?.value?.type === 'name' || (item?.entities.some((id) => this.knowledge.isOfKind(id, ['person'])) ?? false)
    );
  }

  private isClosed(kind: string): boolean {
    return this.vocabularies.has(kind);
  }

  private unitFits(unit: string | undefined, predicate: Predicate): boolean {
    if (unit === undefined) return true;
    const units = [...(predicate.units?.en ?? []), ...(predicate.units?.zh ?? [])];
    return units.includes(unit);
  }
}
