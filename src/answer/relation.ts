import type { VerbForm } from '../claims/inflect.ts';
import { type Element, type Pattern, parsePattern, type TriggerTag } from '../claims/pattern.ts';
import type { UnitTag } from '../claims/units.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { PlannedStep } from './plan.ts';

/** One way a phrasing lets words speak of a predicate. */
export interface Voice {
  readonly pattern: Pattern;
  readonly form: VerbForm | 'noun';
}

/** What a word of the question may ask: a predicate, or a qualifier of one. */
export interface Relation {
  readonly predicate: Predicate;
  /** How well the words fit the predicate, about 0…1. */
  readonly weight: number;
  readonly layer: PlannedStep['layer'];
  readonly voices: readonly Voice[];
  /** What a date is for this wording. */
  readonly timing: 'start' | 'end' | 'during' | 'at';
  /** Qualifiers that the words fix. */
  readonly set: Readonly<Record<string, readonly EntityId[]>>;
  /** Words of the question that the phrasing accounts for besides its trigger («thesis» in «supervised X's thesis»). */
  readonly words: ReadonlySet<string>;
  /** The qualifier that is asked for, instead of the value. */
  readonly qualifier?: string;
}

/** Which words a question holds, for phrasings that want more than their trigger. */
export interface QuestionText {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  /** Vocabularies of which a term is named, or asked for. */
  readonly vocabularies: ReadonlySet<string>;
}

/** No words besides the trigger. */
export const NO_WORDS: ReadonlySet<string> = new Set();
const LATER_WORD = 0.008;
const MOST_LATER = 0.12;
const WEAK = 0.4;
const INHERITED = 0.15;
const MISSING_WORD = 0.1;

interface Gathering {
  readonly found: Map<string, Relation>;
  readonly item: Item;
  readonly own: boolean;
  readonly text: QuestionText;
}

/** Reads the predicates that a word can speak of from what the claims' phrasings registered for it. */
export class RelationReader {
  private readonly knowledge: KnowledgeBase;
  private readonly lexicon: Lexicon;
  private readonly positions = new Map<string, number>();
  private readonly functional = new WeakMap<Element, boolean>();

  constructor(knowledge: KnowledgeBase, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
  }

  relationsOf(item: Item, text: QuestionText): Relation[] {
    const found = new Map<string, Relation>();
    const own = new Set(this.lexicon.get(item.text)?.tags.filter(({ type }) => type === 'trigger') ?? []);
    const whole = new Set([...own].map((tag) => (tag as TriggerTag).pattern.predicate.id));
    // a «first author» is no «author», though a «was released» is a «released»
    const compound = own.size > 0 && [...own].every((tag) => (tag as TriggerTag).form === 'noun');
    for (const tag of item.tags) {
      // «创始人» is no «创始»: what the whole says of a predicate counts, not what its parts would
      if (tag.type === 'trigger' && !own.has(tag) && (compound || whole.has((tag as TriggerTag).pattern.predicate.id)))
        continue;
      if (tag.type === 'trigger')
        this.addTrigger({ found, item, own: own.size === 0 || own.has(tag), text }, tag as TriggerTag);
      if (tag.type === 'unit') keep(found, unitRelation(tag as UnitTag));
    }
    for (const relation of this.termRelations(item)) keep(found, relation);
    return [...found.values()];
  }

  private addTrigger({ found, item, own, text }: Gathering, tag: TriggerTag): void {
    const { pattern, form } = tag;
    const { phrasing, predicate } = pattern;
    if (phrasing.negative) return;
    const missing = this.missingWords(pattern, text);
    if (missing === undefined || !this.qualifiersNamed(pattern, text)) return;
    const usual = this.lateness(pattern, form, item.text);
    const weight =
      1 - missing * MISSING_WORD - usual - (phrasing.reading === 'weak' ? WEAK : 0) - (own ? 0 : INHERITED);
    const set = Object.fromEntries(Object.entries(phrasing.set ?? {}).map(([name, id]) => [name, [id]]));
    const timing = phrasing.time ?? 'during';
    const words = this.contentWords(pattern, text);
    keep(found, { predicate, weight, layer: 'phrasing', voices: [{ pattern, form }], timing, set, words });
  }

  /** Phrasings list their usual words first: the later a word stands, the less it is meant. */
  private lateness({ phrasing }: Pattern, form: Voice['form'], word: string): number {
    const key = `${phrasing.pattern} ${word}`;
    const known = this.positions.get(key);
    if (known !== undefined) return known;
    const { words } = parsePattern(phrasing.pattern).trigger;
    const stem = form === 'noun' || form === 'fixed' ? undefined : word.slice(0, Math.max(3, word.length - 3));
    const exact = words.findIndex((each) => each === word || (stem === undefined && `${each}s` === word));
    const place = exact >= 0 || stem === undefined ? exact : words.findIndex((each) => each.startsWith(stem));
    const late = place < 0 ? MOST_LATER / 2 : Math.min(MOST_LATER, place * LATER_WORD);
    this.positions.set(key, late);
    return late;
  }

  /** How many little words of a pattern the question lacks; undefined where it lacks a word that carries meaning. */
  private missingWords({ left, right, voice }: Pattern, text: QuestionText): number | undefined {
    let missing = 0;
    for (const element of [...left, ...right]) {
      if (element.type !== 'words' || element.optional || holds(element.words, text)) continue;
      if (!this.isFunctional(element)) return undefined;
      if (voice === 'fixed' || voice === 'active') missing++;
    }
    return missing;
  }

  private contentWords({ left, right }: Pattern, { words }: QuestionText): ReadonlySet<string> {
    const elements = [...left, ...right].filter((element) => element.type === 'words');
    const telling = elements.filter((element) => !this.isFunctional(element));
    return new Set(telling.flatMap((element) => [...element.words].filter((word) => words.has(word))));
  }

  private isFunctional(element: Element & { type: 'words' }): boolean {
    const known = this.functional.get(element);
    if (known !== undefined) return known;
    const result = [...element.words].some(
      (word) =>
        /^[\p{P}\s]+$/u.test(word) || (this.lexicon.get(word)?.tags.some((tag) => tag.type === 'word') ?? false),
    );
    this.functional.set(element, result);
    return result;
  }

  /** A pattern that wants a degree or role counts only where one is named or asked for. */
  private qualifiersNamed({ left, right, anywhere }: Pattern, text: QuestionText): boolean {
    const slots = [...left, ...right].flatMap((element) => (element.type === 'slot' ? [element.name] : []));
    return [...slots, ...anywhere].every(
      (name) => name === 's' || name === 'o' || name === '_' || text.vocabularies.has(name),
    );
  }

  /** «the CEO of X», «X的博士学位»: a term of a vocabulary that is a qualifier speaks of the predicates that take it. */
  private termRelations(item: Item): Relation[] {
    const byName = new Map<string, EntityId[]>();
    for (const id of item.entities) {
      const name = this.knowledge.ontology.terms.get(id)?.vocabulary;
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), id]);
    }
    return [...byName].flatMap(([name, ids]) =>
      [...this.knowledge.ontology.predicates.values()]
        .filter(({ qualifiers }) => qualifiers.includes(name))
        .map(
          (predicate): Relation => ({
            predicate,
            weight: name === 'role' ? 0.9 : 0.7,
            layer: 'role',
            voices: [],
            timing: 'during',
            set: { [name]: ids },
            words: NO_WORDS,
          }),
        ),
    );
  }
}

/** Keeps the best reading of each predicate, with the voices of all. */
export function keep(found: Map<string, Relation>, relation: Relation): void {
  const apart = relation.layer === 'role' || relation.layer === 'label' ? relation.layer : '';
  const key = `${relation.predicate.id} ${relation.qualifier ?? ''} ${apart}`;
  const known = found.get(key);
  if (!known) {
    found.set(key, relation);
    return;
  }
  const best = relation.weight > known.weight ? relation : known;
  found.set(key, {
    ...best,
    voices: [...known.voices, ...relation.voices],
    words: new Set([...known.words, ...relation.words]),
  });
}

function unitRelation({ predicate }: UnitTag): Relation {
  return { predicate, weight: 0.9, layer: 'unit', voices: [], timing: 'during', set: {}, words: NO_WORDS };
}

function holds(words: ReadonlySet<string>, { folded, words: present }: QuestionText): boolean {
  for (const word of words) {
    if (present.has(word)) return true;
    if (/\p{Script=Han}/u.test(word) ? folded.includes(word) : word.includes(' ') && folded.includes(word)) return true;
  }
  return false;
}

/** Where the thing named stands, seen from the word. */
export interface Place {
  readonly side: 'left' | 'right';
  /** The word right before what is named. */
  readonly marker?: string | undefined;
  /** English: the verb is in the passive. */
  readonly passive: boolean;
  /** What is named holds the noun («what is X the author of?») instead of owning it. */
  readonly holder: boolean;
  /** English: whether the word stands as a noun does («the work of», «X's work»). */
  readonly nominal?: boolean;
  /** Chinese: whether the thing named does it or has it done, where the words tell. */
  readonly agent?: boolean;
}

/** The slot that the named thing fills by word order; undefined where the wording does not tell. */
export function slotByOrder({ pattern, form }: Voice, place: Place): 's' | 'o' | undefined {
  if (form === 'noun') return place.nominal === false ? undefined : nounSlot(pattern, place.holder);
  const left = pattern.left.filter(isSlot);
  const right = pattern.right.filter(isSlot);
  if (pattern.voice === 'fixed') {
    const marked = place.side === 'left' ? slotMarkedBy(pattern.left, place.marker) : undefined;
    return marked ?? toSlot((place.side === 'left' ? left.at(-1) : right[0])?.name);
  }
  if (pattern.voice === 'agentless') return toSlot(right[0]?.name);
  const [first] = left;
  const [second] = right;
  if (pattern.voice !== 'active' || !first || !second) return undefined;
  const passive = place.passive && (form === 'pp' || form === 'past');
  const isAgent = place.agent ?? (place.side === 'left') !== passive;
  return toSlot((isAgent ? first : second).name);
}

/** «用X训练»: the slot that the little word before what is named belongs to. */
function slotMarkedBy(left: readonly Element[], marker: string | undefined): 's' | 'o' | undefined {
  if (marker === undefined) return undefined;
  for (const [index, element] of left.entries()) {
    const outer = left[index + 1];
    if (element.type !== 'slot' || outer?.type !== 'words') continue;
    if (outer.words.has(marker) || outer.words.has(marker.slice(-1))) return toSlot(element.name);
  }
  return undefined;
}

function isSlot(element: Element): element is Element & { type: 'slot' } {
  return element.type === 'slot';
}

function nounSlot({ left, right }: Pattern, holder: boolean): 's' | 'o' | undefined {
  const [held, ...others] = left;
  const [link, owner] = right;
  if (held?.type !== 'slot' || others.length > 0 || link?.type !== 'words' || owner?.type !== 'slot') return undefined;
  return toSlot((holder ? held : owner).name);
}

function toSlot(name: string | undefined): 's' | 'o' | undefined {
  return name === 's' || name === 'o' ? name : undefined;
}
