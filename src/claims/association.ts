import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { type Chunk, isComparison, isName } from './chunk.ts';
import { isPast } from './circumstances.ts';
import type { Argument, Claim, Reading } from './claim.ts';
import { toArgument } from './claim.ts';
import { Cues, denies, triggersOf } from './cues.ts';
import { is } from './grammar.ts';
import type { Scene } from './scene.ts';
import type { SlotTypes } from './slot-types.ts';
import { unitsAfter } from './units.ts';

/** A name or value that no claim accounts for, with the chunk it stands in. */
export interface Loose {
  readonly item: Item;
  readonly index: number;
  readonly chunk: Chunk;
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
  private readonly predicates: readonly Predicate[];

  constructor(knowledge: KnowledgeBase, types: SlotTypes) {
    this.knowledge = knowledge;
    this.types = types;
    this.predicates = [...knowledge.ontology.predicates.values()].filter(({ id }) => id !== 'isA');
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
            settled.has(item.start) || !this.matters(item) || isSetAside(chunk, index) ? [] : [{ item, index, chunk }],
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
    const units = isShare(loose) ? [] : unitsAfter(loose.chunk.items, loose.index).map(({ predicate }) => predicate);
    const found: { predicate: Predicate; subject: Argument; object: Argument }[] = [];
    for (const predicate of this.predicates) {
      const object = this.fits(loose, predicate, units);
      const owner = this.narrow(anchor, predicate.domain);
      if (object && owner) found.push({ predicate, subject: owner, object });
      const subject = loose.item.value ? undefined : this.types.fit(loose.item, predicate, 's');
      const value = this.narrow(anchor, predicate.range);
      if (subject && subject.entities.length > 0 && value) found.push({ predicate, subject, object: value });
    }
    const cues = new Cues(this.knowledge, { loose, other, known });
    const opaque =
      this.isOpaque(loose.item, loose.chunk) ||
      (other !== undefined && this.isOpaque(anchor, other)) ||
      (isDenied(loose.chunk) && !deniesClosely(loose.chunk, other));
    const only = loose.item.value === undefined && found.length === 1;
    return found.map(({ predicate, subject, object }): Reading => {
      const typed = object.start === loose.item.start && isTelling(predicate);
      const stated = only || typed || units.includes(predicate) || cues.has(predicate, { subject, object });
      const slot = object.start === loose.item.start ? 's' : 'o';
      const cued =
        stated && !opaque && !predicate.range.includes('any') && !this.hasNearer(loose, other, { predicate, slot });
      const qualifiers = cued && predicate.qualifiers.includes('role') ? cues.roles : {};
      return { predicate, subject, object, weak: false, echo: !cued, timing: 'during', qualifiers };
    });
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
        ? next.text.length > 1
        : next.entities.some((id) => !id.startsWith('role/') && this.knowledge.isOfKind(id, ['field', 'kind']));
    return next.value?.type === 'name';
  }

  private fits({ item }: Loose, predicate: Predicate, units: readonly Predicate[]): Argument | undefined {
    if (item.value?.type === 'number' && predicate.units && !units.includes(predicate) && item.value.amount < 100)
      return undefined;
    const argument = this.types.fit(item, predicate, 'o');
    return argument && (argument.entities.length > 0 || item.value) ? argument : undefined;
  }

  private narrow(argument: Argument, kinds: readonly string[]): Argument | undefined {
    const entities = argument.entities.filter((id) => this.types.isOf(id, kinds));
    return entities.length > 0 ? { ...argument, entities } : undefined;
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

/** «X从未参与S的创立»: a negation right before the word that states a relation of things of the same clause. */
function deniesClosely(chunk: Chunk, other: Chunk | undefined): boolean {
  if (chunk !== other) return false;
  return chunk.items.some(
    (item, index) =>
      (is(item, 'neg') || denies(item)) &&
      chunk.items.slice(index + 1, index + 5).some((next) => triggersOf([next]).length > 0),
  );
}

/** «每类600张», «600 images per class»: no number of the whole. */
function isShare({ chunk: { items }, index }: Loose): boolean {
  const around = [...items.slice(Math.max(0, index - 3), index), ...items.slice(index + 1, index + 5)];
  return around.some(
    ({ text }) => /^(?:[×x*]|每|各|每个|每类|per|each|every|times|倍)$/u.test(text) || text.startsWith('每'),
  );
}

/** «instead of X», «not X», «除了X»: named to be set aside. */
function isSetAside({ items }: Chunk, index: number): boolean {
  return items
    .slice(Math.max(0, index - 4), index)
    .some((item) => is(item, 'instead', 'other', 'future') && !is(item, 'neg'));
}

function distance(argument: Argument, item: Item): number {
  if (argument.inherited) return 1000;
  return argument.start > item.start ? argument.start - item.end : item.start - argument.end;
}
