import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { type Bond, bondOf } from './bonds.ts';
import { type Chunk, chunkAt, isName, isVerb } from './chunk.ts';
import { isPast } from './circumstances.ts';
import type { Argument, Claim, Reading } from './claim.ts';
import { toArgument } from './claim.ts';
import { CueSorts, Cues, denies, triggersOf } from './cues.ts';
import { is } from './grammar.ts';
import { type Loose, looseOf } from './loose.ts';
import { extendsName } from './noun-phrase.ts';
import { Places } from './places.ts';
import type { PredicateSet } from './predicate-set.ts';
import type { Scene } from './scene.ts';
import type { Side, SlotTypes } from './slot-types.ts';

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

/** A loose item and a thing it may be related to. */
interface Pair {
  readonly loose: Loose;
  readonly anchor: Anchor;
  readonly cues: Cues;
  /** Types allow but one relation between them. */
  readonly only: boolean;
  /** Whether the loose item is the value. */
  readonly asObject: boolean;
  /** Whether no word of their clause can be about both; worked out once. */
  readonly isBarred: () => boolean;
}

/** Sorts of values that many relations have. */
export const MANIFOLD = new Set(
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
  private readonly sorts: CueSorts;
  /** Their values are of one sort that is good for little else (licences, languages): naming one says the relation. */
  private readonly telling: PredicateSet;

  constructor(knowledge: KnowledgeBase, types: SlotTypes) {
    this.knowledge = knowledge;
    this.types = types;
    this.places = new Places(knowledge, types);
    this.sorts = new CueSorts(knowledge, types);
    this.telling = types.where(({ range }) => range.length === 1 && range.every((kind) => !MANIFOLD.has(kind)));
  }

  /** Claims about the items of a sentence that nothing accounts for. */
  associate(scene: Scene, known: Known): Claim[] {
    const anchors = this.anchorsOf(scene);
    if (anchors.length === 0) return [];
    return looseOf(scene, known.settled).flatMap((loose) => this.claimOf(loose, anchors, { scene, known }) ?? []);
  }

  /** The words of a clause that may have stated a claim which was found without them. */
  wordsFor({ readings, start }: Claim, { chunks }: Scene): number[] {
    const predicates = new Set(readings.map(({ predicate }) => predicate.id));
    const chunk = chunkAt(chunks, start);
    return (chunk?.items ?? [])
      .filter((item) => triggersOf([item]).some(({ id }) => predicates.has(id)))
      .map((item) => item.start);
  }

  /** The things a sentence names, then what it is about by context. */
  private anchorsOf({ chunks }: Scene): Anchor[] {
    const named = chunks.flatMap((chunk) =>
      chunk.items
        .filter((item) => isName(item) && item.entities.some((id) => !this.knowledge.isVocabulary(id)))
        .map((item) => ({ argument: toArgument(item), chunk })),
    );
    const inherited = chunks[0]?.subjects[0];
    const first = chunks[0]?.items.find((item) => !is(item, 'det', 'adv'));
    const own = first !== undefined && isName(first) && !first.entities.every((id) => this.knowledge.isVocabulary(id));
    const known = !own && inherited?.inherited && inherited.entities.length > 0;
    return known ? [...named, { argument: inherited, chunk: undefined }] : named;
  }

  private claimOf(
    loose: Loose,
    anchors: readonly Anchor[],
    { scene, known }: { scene: Scene; known: Known },
  ): Claim | undefined {
    const { item, chunk } = loose;
    const bond = bondOf(loose);
    const near = anchors
      .filter(({ argument }) => argument.inherited || argument.start !== item.start)
      .filter(({ argument: { entities } }) => entities[0] === undefined || entities[0] !== item.entities[0])
      .filter((anchor) => !this.isBoundElsewhere(loose, anchor))
      .filter(({ argument }) => !bond || this.canBind(argument, bond, loose))
      .sort((a, b) => distance(a.argument, item) - distance(b.argument, item))
      .slice(0, MOST_ANCHORS);
    const cues = new Cues(this.sorts, loose, known);
    const readings = near.flatMap((anchor) => this.readingsOf(loose, anchor, cues));
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

  /** What somebody did is not where he is or what he belongs to; by what means it is done is said of what the clause is about. */
  private canBind(anchor: Argument, bond: Bond, { chunk, item }: Loose): boolean {
    if (bond.type === 'means') {
      const first = chunk.items.find((other) => isName(other) && other.start < bond.start);
      return first ? anchor.start === first.start : anchor.inherited === true || anchor.start < bond.start;
    }
    // «by Stanford professor X»: Stanford says who X is, not what he did
    const within = !anchor.inherited && anchor.start > bond.start && anchor.start < item.start;
    return !within && !anchor.entities.some((id) => this.knowledge.isOfKind(id, ['place']));
  }

  /** «The best framework of China was made by X»: where X is does not account for X. */
  private isBoundElsewhere({ item }: Loose, { argument, chunk }: Anchor): boolean {
    if (!chunk || !item.entities.some((id) => this.knowledge.isOfKind(id, ['place']))) return false;
    const bond = bondOf({ chunk, index: chunk.items.findIndex(({ start }) => start === argument.start) });
    return bond?.type === 'agent' && item.start < bond.start;
  }

  /** Every relation that types allow between a loose item and a thing, either way round, where words or facts speak of it. */
  private readingsOf(loose: Loose, anchor: Anchor, cues: Cues): Reading[] {
    const { item, units } = loose;
    const { entities } = anchor.argument;
    const literal = item.value?.type === 'date' || item.value?.type === 'number' ? item.value : undefined;
    const values = literal ? this.places.ofLiteral(literal, units) : this.places.ofValue(item.entities);
    const asObject = this.places.ofSubject(entities).and(values);
    const asSubject = literal ? undefined : this.places.ofValue(entities).and(this.places.ofSubject(item.entities));
    const only = item.value === undefined && asObject.size + (asSubject?.size ?? 0) === 1;
    let barred: boolean | undefined;
    const isBarred = () => {
      barred ??= this.isBarred(loose, anchor);
      return barred;
    };
    const stated = this.readings(asObject, { loose, anchor, cues, only, isBarred, asObject: true });
    if (!asSubject) return stated;
    return [...stated, ...this.readings(asSubject, { loose, anchor, cues, only, isBarred, asObject: false })];
  }

  private readings(relations: PredicateSet, pair: Pair): Reading[] {
    const { loose, anchor, cues, only, asObject } = pair;
    if (relations.size === 0) return [];
    const owners = asObject ? anchor.argument.entities : loose.item.entities;
    let stated = cues.spoken(anchor.chunk, asObject);
    if (asObject) stated = stated.or(this.telling);
    if (loose.units.length > 0) stated = stated.or(this.types.setOf(loose.units));
    const heard = only ? relations : relations.and(stated.or(this.places.withFacts(owners)).or(this.sorts.dated));
    const result: Reading[] = [];
    for (const predicate of heard) {
      const relation = this.relation(predicate, pair);
      const says =
        only || stated.has(predicate) || (this.sorts.dated.has(predicate) && cues.isDated(predicate, relation.subject));
      if (says || relation.subject.entities.some((id) => this.knowledge.factsOf(id, predicate.id).length > 0))
        result.push(this.reading(relation, pair, says));
    }
    return result;
  }

  private relation(predicate: Predicate, { loose: { item }, anchor: { argument }, asObject }: Pair): Relation {
    const fitting = (ids: readonly EntityId[], side: Side) => this.types.fitting(ids, predicate, side);
    if (!asObject)
      return {
        predicate,
        subject: toArgument(item, fitting(item.entities, 's')),
        object: withEntities(argument, fitting(argument.entities, 'o')),
      };
    const literal = item.value?.type === 'date' || item.value?.type === 'number';
    const subject = withEntities(argument, fitting(argument.entities, 's'));
    return { predicate, subject, object: toArgument(item, literal ? [] : fitting(item.entities, 'o')) };
  }

  private reading(
    { predicate, subject, object }: Relation,
    { loose, anchor, cues, asObject, isBarred }: Pair,
    says: boolean,
  ): Reading {
    const slot = asObject ? 's' : 'o';
    const cued =
      says &&
      !predicate.range.includes('any') &&
      !isBarred() &&
      !this.hasNearer(loose, anchor.chunk, { predicate, slot });
    const qualifiers = cued && predicate.qualifiers.includes('role') ? cues.roles : {};
    return { predicate, subject, object, weak: false, echo: !cued, timing: 'during', qualifiers };
  }

  /** What stands between two names so that a word of their clause cannot be about both. */
  private isBarred(loose: Loose, { argument: anchor, chunk: other }: Anchor): boolean {
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
    // «ACM 班», written with a space
    if (next.type === 'han' && next.start === item.end + 1 && /^[A-Za-z\d]+$/u.test(item.text) && extendsName(next))
      return true;
    const joined = next.start === item.end && /\p{Script=Han}/u.test(next.text);
    if (joined)
      return next.type === 'han'
        ? (next.text.length > 1 && !isVerb(next)) || extendsName(next)
        : next.entities.some((id) => !id.startsWith('role/') && this.knowledge.isOfKind(id, ['field', 'kind']));
    return next.value?.type === 'name';
  }
}

function withEntities({ start, end, text, value, inherited }: Argument, entities: readonly EntityId[]): Argument {
  return { start, end, text, entities, value, inherited };
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

function distance(argument: Argument, item: Item): number {
  if (argument.inherited) return 1000;
  return argument.start > item.start ? argument.start - item.end : item.start - argument.end;
}
