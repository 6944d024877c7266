import { overlap } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import { numberHolds } from '../linking/figures.ts';
import type { DateValue, Item, NumberValue } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { contentOf } from './content-parts.ts';
import { is } from './grammar.ts';
import type { Word, Words } from './words.ts';

const NONE: readonly never[] = [];

/** A piece of what a stretch of text says: a name, a figure, a date or a content word. */
export interface Term extends Span {
  readonly type: 'name' | 'number' | 'date' | 'word';
  readonly ids: readonly EntityId[];
  readonly number: NumberValue | undefined;
  /** A figure that is said of a part or of the whole of it: «13 of its 47 billion», «五局中的一局». */
  readonly share: boolean;
  /** The word behind a figure: what it counts. */
  readonly counts: string | undefined;
  /** Written like a name: with a capital, or as a title. */
  readonly proper: boolean;
  readonly date: DateValue | undefined;
  readonly words: readonly Word[];
  readonly weight: number;
  /** «only», «唯一»: to be said by the other side as well. */
  readonly sole: boolean;
  /** Stands behind a negation. */
  readonly denied: boolean;
  /** Denied only beside something else («rather than X», «而不是X»). */
  readonly passedOver: boolean;
  /** How many terms lie between it and the negation before it; infinite without one. */
  readonly behind: number;
}

/** A term while its text is read. A class, so that all terms have one shape, whatever is known of them. */
class Draft implements Term {
  readonly start: number;
  readonly end: number;
  readonly type: Term['type'];
  readonly words: readonly Word[];
  readonly weight: number;
  ids: readonly EntityId[] = NONE;
  number: NumberValue | undefined = undefined;
  share = false;
  counts: string | undefined = undefined;
  proper = false;
  date: DateValue | undefined = undefined;
  sole = false;
  denied = false;
  passedOver = false;
  behind = Number.POSITIVE_INFINITY;

  constructor({ start, end }: Span, { type, words, weight }: Pick<Term, 'type' | 'words' | 'weight'>) {
    this.start = start;
    this.end = end;
    this.type = type;
    this.words = words;
    this.weight = weight;
  }
}

/** What a stretch of text says, apart from its order: for comparing statements in free words. */
export interface Content {
  readonly terms: readonly Term[];
  readonly ids: ReadonlySet<EntityId>;
  readonly words: ReadonlySet<string>;
  /** Folded text with synonyms replaced: Chinese words are looked for in it, wherever its own word borders lie. */
  readonly text: string;
  /** The pieces `text` is made of, with their places in what was read. */
  readonly pieces: readonly { readonly start: number; readonly text: string }[];
}

const HAN = /\p{Script=Han}/u;
const DENYING_WORD =
  /^(?:(?:更|也|并|而|都|均|且|则|却|又|还|仍|反而)?不(?!变|同|断|仅|但|过|少|久|足|等|平|只|可或缺)|没|未(?!来|标|知)|无需|无须|毋须|无法|无$|并非|而非|从未|难以|免(?!费)|省去|省掉|摒弃|舍弃|抛弃|取消|rather$|unabl$|incap$|imposs$)/u;
const PASSING_WORD = /^(?:而不是|而非|rather)$/u;
const DENYING_PHRASE = /(?:^| )(?:not|no|never|without|cannot)(?: |$)/u;
const NEGATION =
  /^(?:not|no|never|without|cannot|neither|nor|lacks?|lacking|omits?|dispenses?|dispensing|skips?|skipping|obviates?|unnecessary|superfluous|n't)$/u;
/** Words that make a statement one of no other thing. */
const SOLE = /^(?:onli|sole|exclus|first|唯一|仅有|首个|首位|首次|第一个|第一位|最早)$/u;
/** How many terms a negation reaches over. */
const SCOPE = 3;
/** What makes «一» another word than the figure. */
const NO_FIGURE = /^(?:定|般|步步|步一步|旦|直|起|致|样|切|同|些|并|味|律|贯|体)/u;
const PREFIX = /(?:^| )(?:pre|re|un|non|co|fine|multi|self|semi|auto|over|under|back|data)$/u;
const CAPITAL = /^\p{Lu}/u;
/** Names count for more than words. */
const NAME_WEIGHT = 1.5;

/** Reads the items of a stretch of text as terms. */
export class ContentReader {
  private readonly words: Words;
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase, words: Words) {
    this.knowledge = knowledge;
    this.words = words;
  }

  read(given: readonly Item[]): Content {
    const pieces = this.joined(given);
    return contentOf(
      this.termsIn(pieces),
      pieces.map(({ start, text }) => ({ start, text: this.words.replaced(text) })),
    );
  }

  private termsIn(pieces: readonly Item[]): Term[] {
    const terms: Draft[] = [];
    let denying = 0;
    let behind = Number.POSITIVE_INFINITY;
    let passing = false;
    pieces.forEach((piece, index) => {
      if (ends(piece)) {
        denying = 0;
        behind = Number.POSITIVE_INFINITY;
      }
      if (isNegation(piece) || isDenyingPhrase(piece)) {
        denying = SCOPE;
        behind = 0;
        passing = false;
      }
      for (const term of this.termsOf(piece, isMinus(pieces[index - 1], pieces[index - 2]))) {
        term.share = term.type === 'number' && isShare(pieces, index);
        const word = term.type === 'word' ? (term.words[0]?.text ?? '') : '';
        if (DENYING_WORD.test(word)) {
          denying = SCOPE;
          behind = 0;
          passing = PASSING_WORD.test(word);
        } else {
          term.denied = denying-- > 0;
          term.behind = behind++;
          term.passedOver = term.denied && passing;
          terms.push(term);
        }
      }
    });
    terms.forEach((term, index) => {
      const next = terms[index + 1];
      if (term.type === 'number' && next?.type !== 'number') term.counts = next?.words[0]?.text;
    });
    return terms;
  }

  private termsOf(item: Item, minus: boolean): Draft[] {
    const { value } = item;
    if (item.type === 'punct' || isNegation(item)) return [];
    if (value?.type === 'number') {
      const number = minus ? { ...value, amount: -value.amount } : value;
      return [figure(item, { number, words: NONE, weight: 1 })];
    }
    if (value?.type === 'date') {
      const term = new Draft(item, { type: 'date', words: NONE, weight: 1 });
      term.date = value;
      return [term];
    }
    const ids = this.namesIn(item);
    const placed = this.words.read(item.surface);
    if (ids.length === 0 && value?.type !== 'name')
      return placed.map(({ word, start }) => wordTerm(item, word, { at: start, minus }));
    const term = new Draft(item, { type: 'name', words: placed.map(({ word }) => word), weight: NAME_WEIGHT });
    term.ids = ids;
    term.proper = /^[\p{Lu}《“"]/u.test(item.surface) || value !== undefined;
    return [term];
  }

  private namesIn({ entities }: Item): EntityId[] {
    return entities.filter((id) => !this.knowledge.isVocabulary(id));
  }

  /** Chinese words have other borders than what the phrasings look for; «pre-trained» and «pretrained» are one word. */
  private joined(items: readonly Item[]): Item[] {
    const result: Item[] = [];
    let open = false;
    for (const [index, given] of items.entries()) {
      const item = isNoFigure(given, items[index + 1]) ? worded(given) : given;
      const last = result.at(-1);
      const plain = this.isPlain(item) || this.isCut(item, items[index + 1]);
      if (last && open && plain && adjoin(last, item)) result[result.length - 1] = merged(last, item);
      else if (last?.text === '-' && isPrefix(result.at(-2), last, item)) {
        const [prefix = last] = result.splice(-2);
        result.push(merged(prefix, item));
        open = true;
      } else {
        result.push(item);
        open = plain;
      }
    }
    return result;
  }

  /** «并» of «并集»: a word of the lists that others read as two. */
  private isCut({ text, type, end, value }: Item, next: Item | undefined): boolean {
    if (type === 'punct' || value || !HAN.test(text) || next?.start !== end || next.value) return false;
    return text.length === 1 && this.words.reachesBeyond(text + next.text, 1);
  }

  private isPlain(item: Item): boolean {
    return (
      item.value === undefined &&
      item.type !== 'punct' &&
      this.namesIn(item).length === 0 &&
      !isNegation(item) &&
      !ends(item)
    );
  }
}

/** «一定», «二者»: the character of a figure begins another word. */
function isNoFigure({ value, text, end }: Item, next: Item | undefined): boolean {
  if (value?.type !== 'number' || next?.start !== end) return false;
  return /^[一二两三]$/u.test(text) && (text === '一' ? NO_FIGURE : /^者/u).test(next.text);
}

function worded({ value, ...item }: Item): Item {
  return { ...item, type: 'han' };
}

function figure(span: Span, { number, words, weight }: Pick<Term, 'number' | 'words' | 'weight'>): Draft {
  const term = new Draft(span, { type: 'number', words, weight });
  term.number = number;
  return term;
}

/** A word of an item, `at` UTF-16 code units behind its beginning; a figure where it is written like one. */
function wordTerm(item: Item, word: Word, { at, minus }: { at: number; minus: boolean }): Draft {
  const start = item.start + at;
  const span = { start, end: start + word.text.length };
  const { weight } = word;
  const amount = Number(word.text) * (minus ? -1 : 1);
  if (Number.isFinite(amount)) return figure(span, { words: [word], weight, number: exactly(amount) });
  const term = new Draft(span, { type: 'word', words: [word], weight });
  term.proper = item.value?.type === 'title' || (start > 0 && CAPITAL.test(item.surface.slice(at, at + 2)));
  term.sole = SOLE.test(word.text);
  return term;
}

/** «pre-trained»: what stands before a hyphen without gaps only begins the word behind it. */
function isPrefix(before: Item | undefined, hyphen: Item, item: Item): boolean {
  return before?.end === hyphen.start && hyphen.end === item.start && PREFIX.test(before.text);
}

function exactly(amount: number): NumberValue {
  return { type: 'number', amount, bound: 'exact', digits: String(Math.abs(amount)).length };
}

/** Chinese without a gap, other words with one space. */
function adjoin(a: Item, b: Item): boolean {
  const han = HAN.test(a.text);
  return han === HAN.test(b.text) && b.start - a.end === (han ? 0 : 1);
}

/** Where the reach of a negation ends. */
function ends(item: Item): boolean {
  return item.type === 'punct' ? /[,，;；。.!?！？:：]/u.test(item.text) : is(item, 'but', 'conj');
}

/** «two of eight», «13 of its 47 billion», «七局中的四局». */
function isShare(items: readonly Item[], index: number): boolean {
  const isNumber = (item: Item | undefined) => item?.value?.type === 'number';
  if (!isNumber(items[index])) return false;
  if (/\b(?:one|half|most|some|all|any) of(?: its| the)?$/u.test(items[index - 1]?.text ?? '')) return true;
  const next = items.findIndex((item, at) => at > index && isNumber(item));
  const last = items.findLastIndex((item, at) => at < index && isNumber(item));
  return (
    isPartitive(items.slice(index + 1, Math.max(next, 0))) || (last >= 0 && isPartitive(items.slice(last + 1, index)))
  );
}

/** What stands between a part and its whole. */
function isPartitive(between: readonly Item[]): boolean {
  const text = between.map((item) => item.text).join(' ');
  return text.split(' ').length <= 4 && (/\bof\b/u.test(text) || /中的?$/u.test(text));
}

/** «-1» behind anything but a word or figure, which would make it a range. */
function isMinus(sign: Item | undefined, before: Item | undefined): boolean {
  return (
    sign !== undefined &&
    /^[-−]$/u.test(sign.text) &&
    !(before && before.end === sign.start && /[\p{L}\p{N}]$/u.test(before.text) && !HAN.test(before.text))
  );
}

function merged(a: Item, b: Item): Item {
  const gap = HAN.test(a.text) || a.type === 'punct' ? '' : ' '.repeat(Math.min(1, b.start - a.end));
  const text = a.text + gap + b.text;
  return {
    start: a.start,
    end: b.end,
    text,
    surface: a.surface + gap + b.surface,
    type: 'word',
    entities: [],
    tags: [],
  };
}

/** A phrase of several words that denies: «does not use», «has no». */
function isDenyingPhrase(item: Item): boolean {
  return item.entities.length === 0 && item.text.includes(' ') && DENYING_PHRASE.test(item.text);
}

function isNegation(item: Item): boolean {
  return item.entities.length === 0 && !HAN.test(item.text) && (is(item, 'neg') || NEGATION.test(item.text));
}

/**
 * Whether a text says a term, but denies it where the term does not, or the other way round. `firmly`: not only beside
 * something else that is preferred.
 */
export function isOpposed(term: Term, { terms }: Content, firmly = false): boolean {
  if (term.type !== 'word' && term.type !== 'name') return false;
  const same = (other: Term) =>
    other.ids.some((id) => term.ids.includes(id)) ||
    other.words.some(({ text }) => term.words.some((word) => word.text === text));
  const found = terms.filter(same);
  if (firmly && (term.passedOver || found.some(({ passedOver }) => passedOver))) return false;
  return found.length > 0 && found.every((other) => other.denied !== term.denied && !isAtEdge(term, other));
}

/** Both stand behind a negation, about as far: another way to say «it» must not decide how far the negation reaches. */
function isAtEdge(a: Term, b: Term): boolean {
  return Math.abs(a.behind - b.behind) <= 2;
}

/** How much of a term another text says, 0…1. Figures and dates must be the same. */
export function shareOf(term: Term, content: Content): number {
  if (term.number) return content.terms.some((other) => sameFigure(term, other)) ? 1 : 0;
  if (term.type === 'date')
    return content.terms.some(({ date }) => date && term.date && overlap(date, term.date)) ? 1 : 0;
  if (term.ids.some((id) => content.ids.has(id))) return 1;
  let total = 0;
  let said = 0;
  for (const word of term.words) {
    total += word.weight;
    if (says(content, word)) said += word.weight;
  }
  if (total === 0) return term.ids.length > 0 ? 0 : 1;
  // Things that share a word («GPT-3», «GPT-4») are not half the same.
  return term.ids.length > 0 && said < total ? 0 : said / total;
}

/** One can mean the other; what they count is the same, unless one counts nothing. */
function sameFigure(a: Term, b: Term): boolean {
  if (!a.number || !b.number) return false;
  return numberHolds(b.number.amount, a.number) || numberHolds(a.number.amount, b.number);
}

/** A figure of the text counts the same, but is another. */
export function isOtherFigure(term: Term, content: Content): boolean {
  if (!term.number || term.counts === undefined) return false;
  const counting = content.terms.filter(({ number, counts }) => number && counts === term.counts);
  return counting.length > 0 && !counting.some((other) => sameFigure(term, other));
}

function says({ words, text }: Content, word: Word): boolean {
  if (words.has(word.text)) return true;
  if (word.pairs.length === 0) return false;
  return text.includes(word.text) || (word.pairs.length > 1 && word.pairs.every((pair) => text.includes(pair)));
}

/** Says that something is not so. */
export function denies({ terms }: Content): boolean {
  return terms.some(({ denied }) => denied);
}
