import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { type DateValue, hasTag, type Item, type NumberValue } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { type Chunk, isComparison, isName } from './chunk.ts';
import { isPast } from './circumstances.ts';
import type { Argument, Claim, Reading } from './claim.ts';
import { toArgument } from './claim.ts';
import { Cues, denies, triggersOf } from './cues.ts';
import { is } from './grammar.ts';
import { extendsName } from './noun-phrase.ts';
import { Places } from './places.ts';
import type { Scene } from './scene.ts';
import type { SlotTypes } from './slot-types.ts';
import { unitsAfter } from './units.ts';

/** A name or value that no claim accounts for, with the chunk it stands in. */
export interface Loose {
  readonly item: Item;
  readonly index: number;
  readonly chunk: Chunk;
  /** What its unit says it counts; empty for anything but a figure of the whole. */
  readonly units: readonly Predicate[];
}

interface Relation {
  readonly predicate: Predicate;
  readonly subject: Argument;
  readonly object: Argument;
}

/** What is known of a sentence before its loose ends are looked at. */
export interface Known {
  /** Starts of the items accounted for; words that start there cue nothing. */
  readonly settled: ReadonlySet<number>;
  /** Dates that would go with what the sentence rightly says of an entity, and where it says so. */
  readonly dated: readonly {
    readonly entity: EntityId | undefined;
    readonly predicate: string;
    readonly start: number;
  }[];
}

/** A thing the sentence names (or is about, then without a chunk). */
interface Anchor {
  readonly argument: Argument;
  readonly chunk: Chunk | undefined;
}

/** Sorts of values that many relations have. */
const GENERAL = new Set(
  'any date number text url person organisation agent place country technique model software dataset task field conference award competition paper website'.split(
    ' ',
  ),
);

/** How many things of a sentence a loose name or value is tried with. */
const MOST_ANCHORS = 6;

/**
 * The third layer: joins what the patterns left over to the things the sentence names, by types. Every relation that
 * types allow is a reading; those whose words stand in the clause are cued, the others can only support.
 */
export class Associator {
  private readonly knowledge: KnowledgeBase;
  private readonly types: SlotTypes;
  private readonly places: Places;

  constructor(knowledge: KnowledgeBase, types: SlotTypes) {
    this.knowledge = knowledge;
    this.types = types;
    this.places = new Places(knowledge, types);
  }

  /** Claims about the items of a sentence that nothing accounts for. */
  associate(scene: Scene, known: Known): Claim[] {
    const anchors = this.anchorsOf(scene);
    if (anchors.length === 0) return [];
    return this.looseOf(scene, known.settled).flatMap((loose) => this.claimOf(loose, anchors, { scene, known }) ?? []);
  }

  /** The words of a clause that may have stated a claim which was found without them. */
  wordsFor({ readings, start }: Claim, { chunks }: Scene): number[] {
    const predicates = new Set(readings.map(({ predicate }) => predicate.id));
    const chunk = chunks.find(({ items }) => items.some((item) => item.start === start));
    return (chunk?.items ?? [])
      .filter((item) => triggersOf([item]).some(({ id }) => predicates.has(id)))
      .map((item) => item.start);
  }

  private looseOf({ chunks }: Scene, settled: ReadonlySet<number>): Loose[] {
    return chunks.flatMap((chunk) =>
      isComparison(chunk) || isMixed(chunk)
        ? []
        : chunk.items.flatMap((item, index) =>
            settled.has(item.start) || !this.matters(item) || isSetAside(chunk, index)
              ? []
              : [{ item, index, chunk, units: unitsOf(chunk, index) }],
          ),
    );
  }

  private matters(item: Item): boolean {
    const { entities, value } = item;
    if (hasTag(item, 'pronoun')) return false;
    if (value?.type === 'number' || value?.type === 'date') return true;
    return entities.some((id) => !id.startsWith('kind/'));
  }

  /** The things a sentence names, then what it is about by context. */
  private anchorsOf({ chunks }: Scene): Anchor[] {
    const named = chunks.flatMap((chunk) =>
      chunk.items
        .filter((item) => isName(item) && item.entities.some((id) => !this.knowledge.isVocabulary(id)))
        .map((item) => ({ argument: toArgument(item), chunk })),
    );
    const inherited = chunks[0]?.subjects[0];
    const known = inherited?.inherited && inherited.entities.length > 0;
    return known ? [...named, { argument: inherited, chunk: undefined }] : named;
  }

  private claimOf(
    loose: Loose,
    anchors: readonly Anchor[],
    { scene, known }: { scene: Scene; known: Known },
  ): Claim | undefined {
    const { item, chunk } = loose;
    const near = anchors
      .filter(({ argument }) => argument.inherited || argument.start !== item.start)
      .sort((a, b) => distance(a.argument, item) - distance(b.argument, item))
      .slice(0, MOST_ANCHORS);
    const readings = near.flatMap((anchor) => this.readingsOf(loose, anchor, known));
    if (readings.length === 0) return undefined;
    return {
      readings,
      negated: isDenied(chunk),
      only: false,
      siblings: [],
      past: isPast(chunk) || chunk.items.some(({ value }) => value?.type === 'date'),
      layer: 'association',
      language: scene.language,
      start: item.start,
      end: item.end,
    };
  }

  private readingsOf(loose: Loose, { argument: anchor, chunk: other }: Anchor, known: Known): Reading[] {
    const found = this.relationsOf(loose, anchor);
    if (found.length === 0) return [];
    const { units } = loose;
    const cues = new Cues(this.knowledge, { loose, other, known });
    const only = loose.item.value === undefined && found.length === 1;
    let barred: boolean | undefined;
    return found.flatMap(({ predicate, subject, object }): Reading[] => {
      const asObject = object.start === loose.item.start;
      const stated =
        only ||
        (asObject && isTelling(predicate)) ||
        units.includes(predicate) ||
        cues.has(predicate, { subject, object });
      if (!stated && !subject.entities.some((id) => this.knowledge.factsOf(id, predicate.id).length > 0)) return [];
      barred ??= stated ? this.isBarred(loose, anchor, other) : undefined;
      const slot = asObject ? 's' : 'o';
      const cued =
        stated && !barred && !predicate.range.includes('any') && !this.hasNearer(loose, other, { predicate, slot });
      const qualifiers = cued && predicate.qualifiers.includes('role') ? cues.roles : {};
      return [{ predicate, subject, object, weak: false, echo: !cued, timing: 'during', qualifiers }];
    });
  }

  /** Every relation that types allow between a loose item and a thing, either way round. */
  private relationsOf({ item, units }: Loose, anchor: Argument): Relation[] {
    const ofAnchor = this.places.ofSubject(anchor.entities);
    const owner = (predicate: Predicate) => ({
      ...anchor,
      entities: this.places.subjectsOf(predicate, anchor.entities),
    });
    if (item.value?.type === 'date' || item.value?.type === 'number') {
      const object = toArgument(item, []);
      return this.literals(item.value, units)
        .filter((predicate) => ofAnchor.has(predicate))
        .map((predicate) => ({ predicate, subject: owner(predicate), object }));
    }
    const result: Relation[] = [];
    for (const predicate of this.places.ofValue(item.entities)) {
      if (!ofAnchor.has(predicate)) continue;
      const object = toArgument(item, this.places.valuesOf(predicate, item.entities));
      result.push({ predicate, subject: owner(predicate), object });
    }
    const ofValue = this.places.ofValue(anchor.entities);
    for (const predicate of this.places.ofSubject(item.entities)) {
      if (!ofValue.has(predicate)) continue;
      const object = { ...anchor, entities: this.places.valuesOf(predicate, anchor.entities) };
      result.push({ predicate, subject: toArgument(item, this.places.subjectsOf(predicate, item.entities)), object });
    }
    return result;
  }

  /** A small number counts something only if its unit says so. */
  private literals(value: DateValue | NumberValue, units: readonly Predicate[]): readonly Predicate[] {
    if (value.type === 'date') return this.places.ofLiteral('date');
    return this.places
      .ofLiteral('number')
      .filter((predicate) => units.includes(predicate) || !predicate.units || value.amount >= 100);
  }

  /** What stands between two names so that a word of their clause cannot be about both. */
  private isBarred(loose: Loose, anchor: Argument, other: Chunk | undefined): boolean {
    return (
      isListedWith(loose, anchor) ||
      this.isOpaque(loose.item, loose.chunk) ||
      (other !== undefined && this.isOpaque(anchor, other)) ||
      (isDenied(loose.chunk) && !deniesClosely(loose.chunk, other))
    );
  }

  /** Whether the item's own clause names another thing that could take the place of one from another clause. */
  private hasNearer(
    { chunk, item }: Loose,
    other: Chunk | undefined,
    { predicate, slot }: { predicate: Predicate; slot: 's' | 'o' },
  ): boolean {
    if (chunk === other) return false;
    return chunk.items.some(
      (thing) => thing !== item && (this.types.fit(thing, predicate, slot)?.entities.length ?? 0) > 0,
    );
  }

  /** «百度深度学习研究院», «Google Summer of Code»: the name is a part of a longer one. */
  private isOpaque({ start }: Span, { items }: Chunk): boolean {
    const at = items.findIndex((item) => item.start === start);
    const [item, next] = items.slice(at, at + 2);
    if (at < 0 || !item || !next) return false;
    const joined = next.start === item.end && /\p{Script=Han}/u.test(next.text);
    if (joined)
      return next.type === 'han'
        ? next.text.length > 1 || extendsName(next)
        : next.entities.some((id) => !id.startsWith('role/') && this.knowledge.isOfKind(id, ['field', 'kind']));
    return next.value?.type === 'name';
  }
}

/** Its values are of one sort that is good for little else (licences, languages), so that naming one says the relation. */
function isTelling({ range }: Predicate): boolean {
  return range.length === 1 && range.every((kind) => !GENERAL.has(kind));
}

/** «not a product but X»: what is denied and what is not cannot be told apart here. */
function isMixed({ items }: Chunk): boolean {
  return items.some((item) => is(item, 'neg')) && items.some((item) => is(item, 'but') && !is(item, 'neg'));
}

function isDenied({ items }: Chunk): boolean {
  return items.filter((item) => (is(item, 'neg') && item.entities.length === 0) || denies(item)).length % 2 === 1;
}

/** «X and Y», «X、Y»: named together as of one sort, not one of the other. */
function isListedWith({ chunk: { items }, index }: Loose, { start }: Argument): boolean {
  const other = items.findIndex((item) => item.start === start);
  if (other < 0) return false;
  const between = items.slice(Math.min(other, index) + 1, Math.max(other, index));
  return (
    between.length > 0 &&
    between.every((item) => is(item, 'conj', 'det') || /^[、,，]$/u.test(item.text) || isName(item)) &&
    between.some((item) => is(item, 'conj') || item.type === 'punct')
  );
}

/** «X从未参与S的创立»: a negation right before the word that states a relation of things of the same clause. */
function deniesClosely(chunk: Chunk, other: Chunk | undefined): boolean {
  if (chunk !== other) return false;
  return chunk.items.some(
    (item, index) =>
      (is(item, 'neg') || denies(item)) &&
      chunk.items
        .slice(index + 1, index + (/\p{Script=Han}/u.test(item.text) ? 5 : 3))
        .some((next) => triggersOf([next]).length > 0),
  );
}

function unitsOf(chunk: Chunk, index: number): Predicate[] {
  return isShare(chunk, index) ? [] : unitsAfter(chunk.items, index).map(({ predicate }) => predicate);
}

/** «每类600张», «600 images per class»: no number of the whole. */
function isShare({ items }: Chunk, index: number): boolean {
  const around = [...items.slice(Math.max(0, index - 3), index), ...items.slice(index + 1, index + 5)];
  return around.some(
    ({ text }) => /^(?:[×x*]|每|各|每个|每类|per|each|every|times|倍)$/u.test(text) || text.startsWith('每'),
  );
}

/** «instead of X», «not X», «除了X»: named to be set aside. */
function isSetAside({ items }: Chunk, index: number): boolean {
  const around = [...items.slice(Math.max(0, index - 2), index), ...items.slice(index + 1, index + 2)];
  const bound = around.some((item) => is(item, 'before', 'after', 'until') && !is(item, 'agent'));
  if (bound && items[index]?.value === undefined) return true;
  return items
    .slice(Math.max(0, index - 4), index)
    .some((item) => is(item, 'instead', 'other', 'future') && !is(item, 'neg'));
}

function distance(argument: Argument, item: Item): number {
  if (argument.inherited) return 1000;
  return argument.start > item.start ? argument.start - item.end : item.start - argument.end;
}
