import { is, isFunctionWord } from '../claims/grammar.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Language } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { fold } from '../text/fold.ts';
import { languageOf } from '../text/language.ts';
import { AskedWords } from './asked-words.ts';
import { bareFocus } from './bare-focus.ts';
import { type Focus, FocusReader, pickOf } from './focus.ts';
import { splitContext, withoutPronoun } from './plain-question.ts';
import { ItemReader, isGap } from './question-items.ts';
import { findQuestionWords, isLight, type Pick, type QuestionWord } from './question-words.ts';
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

/** A question taken apart. */
export interface Question {
  readonly text: string;
  readonly folded: string;
  readonly language: Language;
  readonly pieces: readonly Piece[];
  readonly focus: Focus | undefined;
  /** What is asked for besides («who made it, and when?»). */
  readonly others: readonly Focus[];
  readonly pick: Pick | undefined;
  readonly tense: 'past' | 'present' | 'open';
}

/** Whether a piece names something known. */
export function isThingPiece({ things }: Piece): boolean {
  return things.length > 0;
}

const PAST =
  /\b(?:was|were|did|had|former|formerly|previously|used to|once|ex)\b|曾|以前|之前|过(?!程|去分)|原来|后来|前任|当年|当初|历任/u;
const PRESENT = /\b(?:is|are|does|do|current|currently|now|today|nowadays|present)\b|现在|目前|当前|现任|如今|现为/u;
const NOW = /\b(?:currently|current|now|today|nowadays)\b|现在|目前|当前|现任|如今/u;

const HAVING = /^(?:uses?|contains?|includes?|holds?|comprises?|needs?|offers?|使用|用了?|包含|含有|包括|拥有)$/u;

/** The question around an item. */
interface TextAround extends QuestionText {
  readonly next: Item | undefined;
}

/** Takes questions apart: what they name, what they say of it, and what they ask for. */
export class QuestionReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly items: ItemReader;
  private readonly focuses: FocusReader;
  private readonly relations: RelationReader;
  private readonly asked: AskedWords;

  constructor(knowledge: KnowledgeBase, linker: Linker) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.asked = new AskedWords(knowledge);
    this.items = new ItemReader(knowledge, linker, this.asked);
    this.focuses = new FocusReader(knowledge, this.asked);
    this.relations = new RelationReader(knowledge, linker.lexicon);
  }

  read(typed: string): Question {
    const text = this.withContext(typed);
    const folded = fold(text);
    const language = languageOf(text, { start: 0, end: text.length });
    const words = this.questionWords(text, folded, language);
    const items = this.items.read(text, words);
    const [main, ...rest] = words;
    const bare = main ? undefined : bareFocus(items, folded);
    const noun = main ? this.focuses.noun(items, main) : (bare?.noun ?? []);
    const focus = main ? this.focuses.focus(main, noun, text) : bare && this.focuses.focus(bare.word, noun, text);
    const all = this.pieces(items, { folded, noun: new Set(noun), focus });
    const pieces = this.focuses.withFocusRelations(withoutHaving(all, focus), focus);
    const spoken = all.filter(({ inFocus }) => inFocus).flatMap(({ relations }) => relations);
    const predicates = spoken.filter(({ weight }) => weight >= 0.9).map(({ predicate }) => predicate.id);
    return {
      text,
      folded,
      language,
      pieces,
      focus: focus && { ...focus, predicates: [...new Set(predicates)] },
      others: rest.map((word) => this.focuses.focus(word, this.focuses.noun(items, word), text)),
      pick: pickOf(folded, pieces, language),
      tense: tenseOf(folded, pieces),
    };
  }

  /** The last sentence asks; what it leaves to a pronoun was named before («FAIR was set up in 2013. Who led it?»). */
  private withContext(text: string): string {
    const { context, asked } = splitContext(text);
    if (context === '' || this.linker.link(asked).some((item) => this.items.isThing(item))) return asked;
    const named = this.linker.link(context).find((item) => this.items.isThing(item));
    return named ? withoutPronoun(asked, named.surface) : text;
  }

  /** The question words outside names; an imperative («tell me») counts only where there is no other. */
  private questionWords(text: string, folded: string, language: Language): QuestionWord[] {
    const named = this.linker.link(text).filter((item) => this.items.isThing(item));
    const words = findQuestionWords(folded, language).filter(
      (word) => !named.some((item) => item.start <= word.start && word.end <= item.end),
    );
    const [first, second] = words;
    return first?.asked === 'list' && second ? [...words.slice(1), first] : words;
  }

  private pieces(
    items: readonly Item[],
    { folded, noun, focus }: { folded: string; noun: ReadonlySet<Item>; focus: Focus | undefined },
  ): Piece[] {
    const vocabularies = new Set(
      items.flatMap(({ entities }) => entities.map((id) => this.vocabularyOf(id)).filter((name) => name !== undefined)),
    );
    for (const name of focus?.qualifiers ?? []) vocabularies.add(name);
    const words = new Set([...items.map((item) => item.text), ...(folded.match(/[a-z][a-z'-]*/gu) ?? [])]);
    const text: QuestionText = { folded, words, vocabularies };
    return items.map((item, index) => this.piece(item, index, { ...text, next: items[index + 1] }, noun.has(item)));
  }

  private vocabularyOf(id: EntityId): string | undefined {
    const term = this.knowledge.ontology.terms.get(id);
    return term?.vocabulary ?? (this.knowledge.isOfKind(id, ['field']) ? 'field' : undefined);
  }

  private piece(item: Item, index: number, text: TextAround, inFocus: boolean): Piece {
    const gap = isGap(item);
    const things = item.entities.filter((id) => !this.knowledge.isVocabulary(id));
    const kinds = item.entities.filter((id) => this.focuses.isKind(id));
    const terms = item.entities.filter((id) => this.knowledge.ontology.terms.has(id));
    const relations = things.length > 0 || this.focuses.isWork(item) ? [] : this.relationsOf(item, text);
    const unknownName = item.entities.length === 0 && (item.value?.type === 'name' || item.value?.type === 'title');
    const empty = things.length + kinds.length + terms.length + relations.length === 0;
    const known = item.entities.length > 0 && !this.isBeyond(item);
    const few = item.value?.type === 'number' && item.value.amount < 10;
    const light = gap || few || inFocus || item.type === 'punct' || isFunctionWord(item) || isLight(item.text) || known;
    return {
      item,
      index,
      things,
      kinds: inFocus ? [] : kinds,
      terms,
      relations,
      gap,
      unknownName,
      light: (empty || inFocus) && light && !unknownName,
      inFocus,
    };
  }

  private relationsOf(item: Item, text: TextAround): Relation[] {
    const verb = text.next !== undefined && this.items.isThing(text.next) && isFullVerb(item);
    if ((isGrammar(item) && !verb) || this.isBeyond(item)) return [];
    const found = new Map<string, Relation>();
    for (const relation of this.relations.relationsOf(item, text)) keep(found, relation);
    for (const relation of this.asked.relationsOf(item)) keep(found, relation);
    // «the head of X» asks for who has that post, not for everybody there
    const post = item.entities.some((id) => this.knowledge.ontology.terms.get(id)?.vocabulary === 'role');
    return [...found.values()]
      .filter(
        ({ predicate, layer, set }) =>
          !post || layer !== 'phrasing' || 'role' in set || !predicate.qualifiers.includes('role'),
      )
      .sort((a, b) => b.weight - a.weight);
  }

  /** «capital»: asks for more than the predicate that it implies. */
  private isBeyond({ text }: Item): boolean {
    return this.knowledge.ontology.questions.never.includes(text);
  }
}

/** «How many layers does X use?»: the noun says what is counted, the verb nothing. */
function withoutHaving(pieces: readonly Piece[], focus: Focus | undefined): readonly Piece[] {
  const gap = pieces.findIndex((piece) => piece.gap);
  const counted =
    focus?.asked === 'number' && pieces[gap + 1]?.relations.some(({ predicate }) => predicate.range.includes('number'));
  if (!counted) return pieces;
  return pieces.map((piece) => (HAVING.test(piece.item.text) ? { ...piece, relations: [], light: true } : piece));
}

function tenseOf(folded: string, pieces: readonly Piece[]): Question['tense'] {
  if (NOW.test(folded)) return 'present';
  if (PAST.test(folded)) return 'past';
  // «who works at X»
  const present = pieces.some(({ relations }) =>
    relations.some(({ voices }) => voices.some(({ form }) => form === 's')),
  );
  return present || PRESENT.test(folded) ? 'present' : 'open';
}

/** Grammar words that also begin phrasings («did», «have», «in») say nothing by themselves. */
function isGrammar(item: Item): boolean {
  return isFunctionWord(item) && !item.tags.some(({ type }) => type.startsWith('asked'));
}

/** «started X»: an auxiliary before verbs, a verb before a name. */
function isFullVerb(item: Item): boolean {
  return item.text.length > 5 && is(item, 'aux') && item.tags.some(({ type }) => type === 'trigger');
}
