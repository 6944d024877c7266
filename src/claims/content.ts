import { overlap } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import { numberHolds } from '../linking/figures.ts';
import type { DateValue, Item, NumberValue } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { is } from './grammar.ts';
import type { Word, Words } from './words.ts';

/** A piece of what a stretch of text says: a name, a figure, a date or a content word. */
export interface Term extends Span {
  readonly type: 'name' | 'number' | 'date' | 'word';
  readonly ids: readonly EntityId[];
  readonly number?: NumberValue;
  /** The word behind a figure: what it counts. */
  readonly counts?: string;
  /** Written like a name: with a capital, or as a title. */
  readonly proper?: boolean;
  readonly date?: DateValue;
  readonly words: readonly Word[];
  readonly weight: number;
  /** «only», «唯一»: to be said by the other side as well. */
  readonly sole?: boolean;
  /** Stands behind a negation. */
  readonly denied?: boolean;
}

/** What a stretch of text says, apart from its order: for comparing statements in free words. */
export interface Content {
  readonly terms: readonly Term[];
  readonly ids: ReadonlySet<EntityId>;
  readonly words: ReadonlySet<string>;
  /** Folded text with synonyms replaced: Chinese words are looked for in it, wherever its own word borders lie. */
  readonly text: string;
}

const HAN = /\p{Script=Han}/u;
const NEGATION_HAN =
  /^(?:不(?!变|同|断|仅|但|过|少|久|足|等|平|只|可或缺)|没|未(?!来|标|知)|无需|无须|毋须|无法|无$|并非|而非|从未|难以|免(?!费)|省去|省掉|摒弃|舍弃|抛弃|取消)/u;
const NEGATION = /^(?:not|no|never|without|cannot|neither|nor|lacks?|lacking|omits?|n't)$/u;
/** Words that make a statement one of no other thing. */
const SOLE = /^(?:onli|sole|exclus|first|唯一|仅有|首个|首位|首次|第一个|第一位|最早)$/u;
/** How many terms a negation reaches over. */
const SCOPE = 3;
const PREFIX = /(?:^| )(?:pre|re|un|non|co|fine|multi|self|semi|auto|over|under|back|data)$/u;
const CAPITAL = /\p{Lu}/u;
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
    const terms: Term[] = [];
    let denying = 0;
    pieces.forEach((piece, index) => {
      if (ends(piece)) denying = 0;
      if (isNegation(piece)) denying = SCOPE;
      for (const term of this.termsOf(piece, isMinus(pieces[index - 1], pieces[index - 2]))) {
        if (term.type === 'word' && NEGATION_HAN.test(term.words[0]?.text ?? '')) denying = SCOPE;
        else terms.push(denying-- > 0 ? { ...term, denied: true } : term);
      }
    });
    terms.forEach((term, index) => {
      const next = terms[index + 1];
      if (term.type === 'number' && next?.type !== 'number' && next?.words[0])
        terms[index] = { ...term, counts: next.words[0].text };
    });
    const words = new Set(terms.flatMap((term) => term.words.map(({ text }) => text)));
    const ids = new Set(terms.flatMap((term) => term.ids));
    const text = this.words
      .replaced(pieces.map((piece) => piece.text).join(' '))
      .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
    return { terms, ids, words, text };
  }

  private termsOf(item: Item, minus: boolean): Term[] {
    if (item.type === 'punct' || isNegation(item)) return [];
    const { start, end, value } = item;
    const base = { start, end };
    if (value?.type === 'number')
      return [
        {
          ...base,
          type: 'number',
          ids: [],
          number: minus ? { ...value, amount: -value.amount } : value,
          words: [],
          weight: 1,
        },
      ];
    if (value?.type === 'date') return [{ ...base, type: 'date', ids: [], date: value, words: [], weight: 1 }];
    const ids = this.namesIn(item);
    const placed = this.words.read(item.surface);
    const words = placed.map(({ word }) => word);
    const proper = /^[\p{Lu}《“"]/u.test(item.surface) || value !== undefined;
    if (ids.length > 0) return [{ ...base, type: 'name', ids, words, weight: NAME_WEIGHT, proper }];
    if (value?.type === 'name') return [{ ...base, type: 'name', ids: [], words, weight: NAME_WEIGHT, proper }];
    return placed.map(({ word, start: offset }) => {
      const place = start + offset;
      const common = { start: place, end: place + word.text.length, ids: [], words: [word], weight: word.weight };
      const amount = Number(word.text) * (minus ? -1 : 1);
      if (Number.isFinite(amount)) return { ...common, type: 'number', number: exactly(amount) };
      const capital = place > 0 && CAPITAL.test(item.surface.charAt(offset));
      return { ...common, type: 'word', proper: value?.type === 'title' || capital, sole: SOLE.test(word.text) };
    });
  }

  private namesIn({ entities }: Item): EntityId[] {
    return entities.filter((id) => !this.knowledge.isVocabulary(id));
  }

  /** Chinese words have other borders than what the phrasings look for; «pre-trained» and «pretrained» are one word. */
  private joined(items: readonly Item[]): Item[] {
    const result: Item[] = [];
    for (const item of items) {
      const [before, hyphen] = result.slice(-2);
      const last = result.at(-1);
      if (last && this.isPlain(last) && this.isPlain(item) && adjoin(last, item))
        result.splice(-1, 1, merged(last, item));
      else if (
        before &&
        hyphen?.text === '-' &&
        before.end === hyphen.start &&
        hyphen.end === item.start &&
        PREFIX.test(before.text)
      )
        result.splice(-2, 2, merged(before, item));
      else result.push(item);
    }
    return result;
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

function isNegation(item: Item): boolean {
  return item.entities.length === 0 && !HAN.test(item.text) && (is(item, 'neg') || NEGATION.test(item.text));
}

/** Several stretches of text as one. */
export function together(contents: readonly Content[]): Content {
  return {
    terms: contents.flatMap(({ terms }) => terms),
    ids: new Set(contents.flatMap(({ ids }) => [...ids])),
    words: new Set(contents.flatMap(({ words }) => [...words])),
    text: contents.map(({ text }) => text).join(' '),
  };
}

/** Whether a text says a term, but denies it where the term does not, or the other way round. */
export function isOpposed(term: Term, { terms }: Content): boolean {
  if (term.type !== 'word' && term.type !== 'name') return false;
  const same = (other: Term) =>
    other.ids.some((id) => term.ids.includes(id)) ||
    other.words.some(({ text }) => term.words.some((word) => word.text === text));
  const found = terms.filter(same);
  return found.length > 0 && found.every(({ denied = false }) => denied !== (term.denied ?? false));
}

/** How much of a term another text says, 0…1. Figures and dates must be the same. */
export function shareOf(term: Term, content: Content): number {
  if (term.number) return content.terms.some((other) => sameFigure(term, other)) ? 1 : 0;
  if (term.type === 'date')
    return content.terms.some(({ date }) => date && term.date && overlap(date, term.date)) ? 1 : 0;
  if (term.ids.some((id) => content.ids.has(id))) return 1;
  const total = term.words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return term.ids.length > 0 ? 0 : 1;
  return term.words.reduce((sum, word) => sum + (says(content, word.text) ? word.weight : 0), 0) / total;
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

function says({ words, text }: Content, word: string): boolean {
  if (words.has(word)) return true;
  if (!HAN.test(word) || word.length < 2) return false;
  if (text.includes(word)) return true;
  return word.length > 2 && pairs(word).every((pair) => text.includes(pair));
}

function pairs(word: string): string[] {
  return [...word].slice(1).map((character, index) => `${word[index] ?? ''}${character}`);
}
