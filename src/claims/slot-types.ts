import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item, ItemValue } from '../linking/item.ts';
import { isName } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import type { Pattern } from './pattern.ts';
import { PredicateSet } from './predicate-set.ts';
import { unitsAfter } from './units.ts';

function kindsOf({ domain, range }: Predicate, slot: string): readonly string[] {
  return slot === 's' ? domain : slot === 'o' ? range : [slot];
}

/** Kinds of things whose names are titles, so that an unknown title can be one. */
const NAMED_WORKS = new Set(['paper', 'book', 'course', 'work', 'film', 'any']);

/** The slots on both sides of a predicate: subject and object. */
export type Side = 's' | 'o';

/** What predicates something can be the subject and the object of. */
type Sides = Readonly<Record<Side, PredicateSet>>;

/** Which names and values can stand in which slot of a predicate, by the ontology's domains and ranges. */
export class SlotTypes {
  readonly knowledge: KnowledgeBase;
  /** The ontology's predicates in order. */
  private readonly predicates: readonly Predicate[];
  private readonly none: PredicateSet;
  private readonly vocabularies: ReadonlySet<string>;
  private readonly sidesOfEntity = new Map<EntityId, Sides>();
  /** Of values, by what tells them apart. */
  private readonly sidesOfValue = new Map<string, Sides>();
  /** Of the things that one name can mean: names share their lists. */
  private readonly sidesOfNames = new WeakMap<readonly EntityId[], Sides>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.predicates = [...knowledge.ontology.predicates.values()];
    this.none = this.setOf([]);
    this.vocabularies = new Set([...knowledge.ontology.terms.values()].map(({ vocabulary }) => vocabulary));
  }

  /** A set of this ontology's predicates. */
  setOf(members: Iterable<Predicate>): PredicateSet {
    return new PredicateSet(this.predicates, members);
  }

  /** The predicates that hold for the condition. */
  where(condition: (predicate: Predicate) => boolean): PredicateSet {
    return this.setOf(this.predicates.filter(condition));
  }

  /** The predicates in whose slot one of these entities can stand. */
  ofEntities(ids: readonly EntityId[], side: Side): PredicateSet {
    const [first, ...others] = ids;
    if (first === undefined) return this.none;
    const own = this.ofEntity(first)[side];
    return others.length === 0 ? own : PredicateSet.union([own, ...others.map((id) => this.ofEntity(id)[side])]);
  }

  /** The predicates in whose slot an item can stand. */
  ofItem(item: Item, side: Side): PredicateSet {
    const { entities, value } = item;
    if (value === undefined && entities.length < 2) return this.ofEntities(entities, side);
    if (value) return this.ofValue(item, value)[side];
    let known = this.sidesOfNames.get(entities);
    if (!known) {
      known = this.sides((one) => this.ofEntities(entities, one));
      this.sidesOfNames.set(entities, known);
    }
    return known[side];
  }

  /** Those of the entities that can stand in a predicate's slot. */
  fitting(ids: readonly EntityId[], predicate: Predicate, side: Side): readonly EntityId[] {
    const fits = (id: EntityId) => this.ofEntity(id)[side].has(predicate);
    return ids.every(fits) ? ids : ids.filter(fits);
  }

  private ofEntity(id: EntityId): Sides {
    let known = this.sidesOfEntity.get(id);
    if (!known) {
      known = this.sides((side) => this.where((predicate) => this.isOf(id, kindsOf(predicate, side))));
      this.sidesOfEntity.set(id, known);
    }
    return known;
  }

  private ofValue(item: Item, value: ItemValue): Sides {
    const sort = value.type === 'number' ? value.unit : value.type === 'name' && value.person;
    const ids = item.entities.length === 0 ? '' : item.entities.join(' ');
    const key = `${value.type} ${sort} ${ids}`;
    let known = this.sidesOfValue.get(key);
    if (!known) {
      known = this.sides((side) => this.where((predicate) => this.workOutFit(item, predicate, side) !== undefined));
      this.sidesOfValue.set(key, known);
    }
    return known;
  }

  private sides(of: (side: Side) => PredicateSet): Sides {
    return { s: of('s'), o: of('o') };
  }

  /** Which of an item's entities (or its value) can stand in a slot of a predicate. */
  fit(item: Item, predicate: Predicate, slot: string): Argument | undefined {
    if (item.entities.length === 0 && item.value === undefined) return undefined;
    if ((slot === 's' || slot === 'o') && !this.ofItem(item, slot).has(predicate)) return undefined;
    return this.workOutFit(item, predicate, slot);
  }

  private workOutFit(item: Item, predicate: Predicate, slot: string): Argument | undefined {
    if (slot === '_') return isName(item) ? toArgument(item) : undefined;
    const kinds = kindsOf(predicate, slot);
    const value = item.value;
    if (value?.type === 'date' && (kinds.includes('date') || slot === 'time')) return toArgument(item, []);
    if (value?.type === 'number' && kinds.includes('number'))
      return this.unitFits(value.unit, predicate) ? toArgument(item, []) : undefined;
    if (value?.type === 'url' && kinds.includes('url')) return toArgument(item, []);
    const entities = item.entities.filter((id) => this.isOf(id, kinds));
    // A pronoun stands for the likeliest of the things it may stand for.
    if (entities.length > 0) return isPronoun(item) ? likeliest(item, entities) : toArgument(item, entities);
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
    if (items[at]?.value?.type !== 'number' || !units) return true;
    if (pattern.voice === 'noun') return !isCounted(items, at);
    if (pattern.phrasing.counted) return true;
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

function likeliest(item: Item, entities: readonly EntityId[]): Argument {
  const argument = toArgument(item, entities.slice(0, 1));
  return entities[0] === item.entities[0] ? argument : { ...argument, second: true };
}

/** Stands for something that the text names elsewhere. */
function isPronoun({ tags }: Item): boolean {
  return tags.some(({ type }) => type === 'pronoun');
}

/** «两个规模的»: how many of them, not how much. */
function isCounted(items: readonly Item[], at: number): boolean {
  const value = items[at]?.value;
  return value?.type === 'number' && value.amount < 10 && /^[个种款类档]$/u.test(items[at + 1]?.text ?? '');
}
