import { is, isFunctionWord } from '../claims/grammar.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Language, PredicateId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { fold } from '../text/fold.ts';
import { languageOf } from '../text/language.ts';
import { AskedWords } from './asked-words.ts';
import { type Asked, findPicks, findQuestionWords, isLight, type Pick, type QuestionWord } from './question-words.ts';
import { keep, type QuestionText, type Relation, RelationReader } from './relation.ts';

/** A piece of a question with everything it may mean. */
export interface Piece {
  readonly item: Item;
  readonly index: number;
  /** Things it names, the likeliest first. */
  readonly things: readonly EntityId[];
  /** Kinds it names, generic ones («tool») left out. */
  readonly kinds: readonly EntityId[];
  /** Terms of vocabularies. */
  readonly terms: readonly EntityId[];
  readonly relations: readonly Relation[];
  /** The place of what is asked for. */
  readonly gap: boolean;
  /** A name that nothing known has. */
  readonly unknownName: boolean;
  /** A word that changes nothing, or grammar. */
  readonly light: boolean;
  /** Part of the noun phrase after the question word. */
  readonly inFocus: boolean;
}

/** What is asked for. */
export interface Focus {
  readonly asked: Asked;
  /** Kinds (`kind/…`) that the answer is said to be of; empty where anything goes. */
  readonly kinds: readonly EntityId[];
  /** Vocabularies and qualifiers that are asked for («which degree»). */
  readonly qualifiers: readonly string[];
  /** Predicates that the noun after the question word speaks of («what license»). */
  readonly predicates: readonly PredicateId[];
  /** The question's words for it. */
  readonly words: string;
}

/** A question taken apart. */
export interface Question {
  readonly text: string;
  readonly folded: string;
  readonly language: Language;
  readonly pieces: readonly Piece[];
  readonly focus: Focus | undefined;
  readonly pick: Pick | undefined;
  readonly tense: 'past' | 'present' | 'open';
}

/** Question words that a noun may follow: «which framework», «how many authors». */
const NOUN_FOLLOWS: ReadonlySet<Asked> = new Set(['thing', 'number', 'list']);
const MASK = '\u0001';
const PAST =
  /\b(?:was|were|did|had|former|formerly|previously|used to|once|ex)\b|曾|以前|之前|过(?!程|去分)|原来|前任|当年|当初|历任/u;
const PRESENT = /\b(?:is|are|does|do|current|currently|now|today|nowadays|present)\b|现在|目前|当前|现任|如今|现为/u;
const NOW = /\b(?:currently|current|now|today|nowadays)\b|现在|目前|当前|现任|如今/u;

/** Takes questions apart: what they name, what they say of it, and what they ask for. */
export class QuestionReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly relations: RelationReader;
  private readonly asked: AskedWords;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.relations = new RelationReader(knowledge, linker.lexicon);
    this.asked = new AskedWords(knowledge);
  }

  read(text: string): Question {
    const folded = fold(text);
    const language = languageOf(text, { start: 0, end: text.length });
    const named = this.linker.link(text).filter(({ entities }) => entities.length > 0);
    const words = findQuestionWords(folded, language).filter(
      (word) => !named.some((item) => item.start <= word.start && word.end <= item.end && this.isThing(item)),
    );
    let masked = text;
    for (const { start, end } of words) masked = masked.slice(0, start) + MASK.repeat(end - start) + masked.slice(end);
    const split = this.withAskedWords(joinMasks(this.linker.link(masked), words), fold(masked));
    const items = split.map((item, index) => this.withPlural(item, split[index - 1]));
    const main = words[0];
    const focusItems = main && NOUN_FOLLOWS.has(main.asked) ? this.focusNoun(items, main.end) : [];
    const focus =
      main && this.focusOf(main.asked, focusItems, text.slice(main.start, focusItems.at(-1)?.end ?? main.end));
    const noun = new Set(focusItems);
    const all = this.pieces(items, folded, noun, focus);
    const pieces = this.withAskedRelations(all, noun, focus);
    const spoken = all
      .filter(({ item }) => noun.has(item))
      .flatMap(({ relations }) => relations.filter(({ weight }) => weight >= 0.9));
    const predicates = [...new Set(spoken.map(({ predicate }) => predicate.id))];
    const tense = NOW.test(folded) ? 'present' : PAST.test(folded) ? 'past' : PRESENT.test(folded) ? 'present' : 'open';
    return {
      text,
      folded,
      language,
      pieces,
      focus: focus && { ...focus, predicates },
      pick: this.pickOf(folded, pieces, language),
      tense,
    };
  }

  private isThing(item: Item): boolean {
    return item.entities.some((id) => !this.knowledge.isVocabulary(id));
  }

  /** «which models», «the companies»: plurals that the linker takes for verbs, or does not know. */
  private withPlural(item: Item, before: Item | undefined): Item {
    const noun = before === undefined || before.text.startsWith(MASK) || is(before, 'det') || isKindItem(before);
    if (item.type !== 'word' || item.entities.length > 0 || !noun || !/[a-z]s$/u.test(item.text)) return item;
    const singular = item.text.endsWith('ies') ? `${item.text.slice(0, -3)}y` : item.text.slice(0, -1);
    const kinds = this.linker.lookup(singular).filter((id) => id.startsWith('kind/'));
    return kinds.length > 0 ? { ...item, type: 'mention', entities: kinds } : item;
  }

  /** Joins what the linker cut into one item where a word of questions stands there. */
  private withAskedWords(items: readonly Item[], folded: string): Item[] {
    const result: Item[] = [];
    let at = 0;
    while (at < items.length) {
      const item = items[at];
      if (!item) break;
      const match = this.askedAt(items, at, folded);
      if (match) {
        const covered = items.filter(({ start }) => start >= item.start && start < match.end);
        const last = covered.at(-1) ?? item;
        const tail = last.end > match.end ? [cut(last, match.end)] : [];
        const whole = covered.length === 1 && tail.length === 0;
        const tags = [...match.tags, ...(whole ? item.tags : [])];
        const base = { start: item.start, end: match.end, surface: folded.slice(item.start, match.end) };
        const entities = whole ? item.entities : [];
        result.push({ ...base, text: folded.slice(item.start, match.end), type: 'word', entities, tags });
        result.push(...tail);
        at += covered.length;
        continue;
      }
      result.push(...this.splitAtAsked(item, folded));
      at++;
    }
    return result;
  }

  private askedAt(items: readonly Item[], at: number, folded: string) {
    const item = items[at];
    if (!item) return undefined;
    const match = this.asked.at(folded, item.start);
    if (!match || match.end < item.end !== (item.type === 'han' && match.end < item.end)) return undefined;
    const covered = items.filter(({ start }) => start >= item.start && start < match.end);
    const blocked = covered.some((other) => this.isThing(other) || (other.end > match.end && other.type !== 'han'));
    return blocked ? undefined : match;
  }

  /** A run of Han characters may hold a word of questions further in. */
  private splitAtAsked(item: Item, folded: string): Item[] {
    if (item.type !== 'han') return [item];
    for (let start = item.start + 1; start < item.end; start++) {
      const match = this.asked.at(folded, start);
      if (!match || match.end > item.end) continue;
      const text = folded.slice(start, match.end);
      const word: Item = { start, end: match.end, surface: text, text, type: 'word', entities: [], tags: match.tags };
      const rest = match.end < item.end ? this.splitAtAsked(cut(item, match.end), folded) : [];
      return [upTo(item, start), word, ...rest];
    }
    return [item];
  }

  /** The noun phrase right after the question word: «which deep learning framework», «哪所大学». */
  private focusNoun(items: readonly Item[], end: number): Item[] {
    const first = items.findIndex(({ start }) => start >= end);
    const phrase: Item[] = [];
    for (let index = first; index >= 0 && index < items.length; index++) {
      const item = items[index];
      if (!item || this.isThing(item) || item.value) break;
      const noun = item.entities.length > 0 || this.asked.qualifiersOf(item).length > 0 || isNounTrigger(item);
      const adjective = item.type === 'word' && /^(?:other|different|famous|new|major|main|popular)$/u.test(item.text);
      if (!noun && !adjective && !is(item, 'det')) break;
      if (is(item, 'be', 'prep') && item.entities.length === 0) break;
      phrase.push(item);
      if (noun && isNounTrigger(item) && item.entities.length === 0 && !item.text.endsWith(' of')) break;
    }
    return phrase.filter((item) => item.entities.length > 0 || item.tags.length > 0);
  }

  private focusOf(asked: Asked, items: readonly Item[], words: string): Focus {
    const head = items.at(-1);
    const kinds = items.flatMap(({ entities }) => entities.filter((id) => this.isKind(id)));
    const own = head?.entities.filter((id) => this.isKind(id)) ?? [];
    const qualifiers = items.flatMap((item) => this.asked.qualifiersOf(item));
    return { asked, kinds: own.length > 0 ? own : kinds, qualifiers, predicates: [], words };
  }

  private isKind(id: EntityId): boolean {
    return id.startsWith('kind/') && !this.knowledge.ontology.isGeneric(id);
  }

  private pieces(
    items: readonly Item[],
    folded: string,
    focusItems: ReadonlySet<Item>,
    focus: Focus | undefined,
  ): Piece[] {
    const terms = this.knowledge.ontology.terms;
    const vocabularies = new Set(
      items.flatMap(({ entities }) =>
        entities.map((id) => terms.get(id)?.vocabulary ?? this.fieldOf(id)).filter((name) => name !== undefined),
      ),
    );
    for (const name of focus?.qualifiers ?? []) vocabularies.add(name);
    const words = new Set(items.map(({ text }) => text));
    const text: QuestionText = { folded, words, vocabularies };
    return items.map((item, index) => this.piece(item, index, text, focusItems.has(item)));
  }

  /** The noun after the question word says a relation only where nothing else does: «which university did X attend». */
  private withAskedRelations(pieces: Piece[], focusItems: ReadonlySet<Item>, focus: Focus | undefined): Piece[] {
    const others = pieces.some(({ item, relations }) => relations.length > 0 && !focusItems.has(item));
    if (others)
      return pieces.map((piece) => (focusItems.has(piece.item) ? { ...piece, relations: [], light: true } : piece));
    const spoken = pieces.filter(({ relations }) => relations.length > 0);
    const [first] = spoken;
    if (first && spoken.length > 1) {
      // «what kind of model is X»
      const said = first.item.text.endsWith(' of') ? first : spoken.at(-1);
      return pieces.map((piece) => (piece === said ? piece : { ...piece, relations: [], light: true }));
    }
    if (first || !focus) return pieces;
    const implied = impliedRelations(this.knowledge, focus.asked);
    return pieces.map((piece) => (piece.gap ? { ...piece, relations: implied } : piece));
  }

  private fieldOf(id: EntityId): string | undefined {
    return this.knowledge.isOfKind(id, ['field']) ? 'field' : undefined;
  }

  private piece(item: Item, index: number, text: QuestionText, inFocus: boolean): Piece {
    const gap = item.text.startsWith(MASK);
    const things = item.entities.filter((id) => !this.knowledge.isVocabulary(id));
    const kinds = item.entities.filter((id) => this.isKind(id));
    const terms = item.entities.filter((id) => this.knowledge.ontology.terms.has(id));
    const found = new Map<string, Relation>();
    if (!isGrammar(item) && things.length === 0 && !this.knowledge.ontology.questions.never.includes(item.text)) {
      for (const relation of this.relations.relationsOf(item, text)) keep(found, relation);
      for (const relation of this.asked.relationsOf(item)) keep(found, relation);
    }
    const relations = [...found.values()].sort((a, b) => b.weight - a.weight);
    const unknownName = item.entities.length === 0 && (item.value?.type === 'name' || item.value?.type === 'title');
    const empty = things.length + kinds.length + terms.length + relations.length === 0;
    const known = item.entities.length > 0 && !this.knowledge.ontology.questions.never.includes(item.text);
    const light = gap || inFocus || item.type === 'punct' || isFunctionWord(item) || isLight(item.text) || known;
    return {
      item,
      index,
      things,
      kinds: inFocus ? [] : kinds,
      terms,
      relations,
      gap,
      unknownName,
      light: empty ? light && !unknownName : false,
      inFocus,
    };
  }

  /** «the first CEO», «最早的框架», but not «when was it first released». */
  private pickOf(folded: string, pieces: readonly Piece[], language: Language): Pick | undefined {
    for (const { pick, start, end } of findPicks(folded)) {
      if (pieces.some(({ item, things }) => things.length > 0 && item.start < end && start < item.end)) continue;
      const next = pieces.find(({ item }) => item.start >= end && item.text !== '的');
      const noun =
        next !== undefined && (next.kinds.length > 0 || next.terms.length > 0 || next.item.entities.length > 0);
      const nominal = next?.relations.some(
        ({ voices, layer }) => layer === 'label' || voices.some(({ form }) => form === 'noun'),
      );
      if (noun || (nominal && language === 'en') || (nominal && folded.slice(end).startsWith('的'))) return pick;
    }
    return undefined;
  }
}

/** What a question word asks by itself: «how old is X», «where is X». */
function impliedRelations({ ontology }: KnowledgeBase, asked: Asked): Relation[] {
  const predicates = [...ontology.predicates.values()].filter(({ id, range }) => {
    if (asked === 'age') return ontology.questions.begins.includes(id);
    if (asked === 'frequency') return range.includes('frequency');
    return (
      asked === 'where' &&
      range.every((kind) => kind === 'place') &&
      !ontology.predicates.get(id)?.domain.includes('person')
    );
  });
  return predicates.map((predicate) => ({
    predicate,
    weight: 0.9,
    layer: 'label',
    voices: [],
    timing: 'during',
    set: {},
  }));
}

function isKindItem({ entities }: Item): boolean {
  return entities.length > 0 && entities.every((id) => id.startsWith('kind/'));
}

function isNounTrigger(item: Item): boolean {
  const verb = item.tags.some(
    (tag) => tag.type === 'trigger' && /^(?:past|pp|ing)$/u.test((tag as { form?: string }).form ?? ''),
  );
  if (verb) return false;
  return item.tags.some(
    (tag) =>
      tag.type === 'asked-predicate' ||
      tag.type === 'asked-qualifier' ||
      (tag.type === 'trigger' && (tag as { form?: string }).form === 'noun'),
  );
}

/** Grammar words that also begin phrasings («did», «have», «in») say nothing by themselves. */
function isGrammar(item: Item): boolean {
  return isFunctionWord(item) && !item.tags.some(({ type }) => type.startsWith('asked'));
}

/** The masked question words come back as single characters; each becomes one item. */
function joinMasks(items: readonly Item[], words: readonly QuestionWord[]): Item[] {
  const gaps = words.map(({ start, end }): Item => {
    const text = MASK.repeat(end - start);
    return { start, end, surface: text, text, type: 'punct', entities: [], tags: [] };
  });
  const others = items.filter((item) => !words.some(({ start, end }) => start <= item.start && item.start < end));
  return [...others, ...gaps].sort((one, other) => one.start - other.start);
}

function cut(item: Item, from: number): Item {
  const by = from - item.start;
  return { ...item, start: from, surface: item.surface.slice(by), text: item.text.slice(by) };
}

function upTo(item: Item, end: number): Item {
  const length = end - item.start;
  return { ...item, end, surface: item.surface.slice(0, length), text: item.text.slice(0, length) };
}
