import { overlap } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { DateValue, Item } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { is } from './grammar.ts';
import type { Word, Words } from './words.ts';

/** A piece of what a stretch of text says: a name, a figure, a date or a content word. */
export interface Term extends Span {
  readonly type: 'name' | 'number' | 'date' | 'word';
  readonly ids: readonly EntityId[];
  readonly amount?: number;
  readonly date?: DateValue;
  readonly words: readonly Word[];
  readonly weight: number;
}

/** What a stretch of text says, apart from its order: for comparing statements in free words. */
export interface Content {
  readonly terms: readonly Term[];
  readonly ids: ReadonlySet<EntityId>;
  readonly words: ReadonlySet<string>;
  /** Folded text with synonyms replaced: Chinese words are looked for in it, wherever its own word borders lie. */
  readonly text: string;
  readonly negated: boolean;
}

const HAN = /\p{Script=Han}/u;
const NEGATION_HAN = /^(?:不|没|未|无需|无须|毋须|并非|而非|并不|从未|免|避免)/u;
const NEGATION = /^(?:not|no|never|without|cannot|neither|nor|lacks?|n't|rather than|instead of)$/u;
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

  read(items: readonly Item[]): Content {
    const terms = items.flatMap((item) => this.termsOf(item));
    const words = new Set(terms.flatMap((term) => term.words.map(({ text }) => text)));
    const ids = new Set(terms.flatMap((term) => term.ids));
    const text = this.words
      .replaced(items.map((item) => item.text).join(' '))
      .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
    return { terms, ids, words, text, negated: items.filter(isNegation).length % 2 === 1 };
  }

  private termsOf(item: Item): Term[] {
    if (item.type === 'punct' || isNegation(item)) return [];
    const { start, end, value } = item;
    const base = { start, end };
    if (value?.type === 'number')
      return [{ ...base, type: 'number', ids: [], amount: value.amount, words: [], weight: 1 }];
    if (value?.type === 'date') return [{ ...base, type: 'date', ids: [], date: value, words: [], weight: 1 }];
    const ids = item.entities.filter((id) => !this.knowledge.isVocabulary(id));
    const words = this.words.read(item.surface);
    if (ids.length > 0) return [{ ...base, type: 'name', ids, words, weight: NAME_WEIGHT }];
    if (value?.type === 'name') return [{ ...base, type: 'name', ids: [], words, weight: NAME_WEIGHT }];
    return words.map((word) => ({ ...base, type: 'word', ids: [], words: [word], weight: word.weight }));
  }
}

function isNegation(item: Item): boolean {
  return is(item, 'neg') || NEGATION.test(item.text) || (item.type === 'han' && NEGATION_HAN.test(item.text));
}

/** How much of a term another text says, 0…1. Figures and dates must be the same. */
export function shareOf(term: Term, content: Content): number {
  if (term.type === 'number') return content.terms.some(({ amount }) => amount === term.amount) ? 1 : 0;
  if (term.type === 'date')
    return content.terms.some(({ date }) => date && term.date && overlap(date, term.date)) ? 1 : 0;
  if (term.ids.some((id) => content.ids.has(id))) return 1;
  const total = term.words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return term.ids.length > 0 ? 0 : 1;
  return term.words.reduce((sum, word) => sum + (says(content, word.text) ? word.weight : 0), 0) / total;
}

function says({ words, text }: Content, word: string): boolean {
  if (words.has(word)) return true;
  if (!HAN.test(word)) return false;
  if (text.includes(word)) return true;
  return word.length > 2 && pairs(word).every((pair) => text.includes(pair));
}

function pairs(word: string): string[] {
  return [...word].slice(1).map((character, index) => `${word[index] ?? ''}${character}`);
}
