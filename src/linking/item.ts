import type { EntityId, PartialDate } from '../knowledge/model.ts';
import type { Span } from '../text/document.ts';

/** A point or period in time that a text names; `start` equals `end` for a single date, decades and ranges differ. */
export interface DateValue {
  readonly type: 'date';
  readonly start: PartialDate;
  readonly end: PartialDate;
}

/** A number with its magnitude applied. `bound`: about, at least (over), at most (under) the amount. */
export interface NumberValue {
  readonly type: 'number';
  readonly amount: number;
  readonly bound: 'exact' | 'about' | 'over' | 'under';
  /** How many significant digits were written, for comparing rounded figures. */
  readonly digits: number;
  /** Folded word(s) right after the number, where they are a known unit. */
  readonly unit?: string;
}

export interface UrlValue {
  readonly type: 'url';
  readonly url: string;
}

/** A proper name that no alias knows. */
export interface NameValue {
  readonly type: 'name';
  readonly name: string;
  /** Where the form gives it away (Chinese surname and given name): a person. */
  readonly person?: boolean;
}

/** A quoted or 《》 title. */
export interface TitleValue {
  readonly type: 'title';
  readonly title: string;
}

export type ItemValue = DateValue | NumberValue | UrlValue | NameValue | TitleValue;

/**
 * A piece of a sentence: a name, a value, a word, a run of Han characters or a punctuation mark. Offsets are UTF-16
 * code units in the sentence's text, end exclusive.
 */
export interface Item extends Span {
  /** As written. */
  readonly surface: string;
  /** Folded (case, width, Traditional/Simplified). */
  readonly text: string;
  readonly type: 'mention' | 'value' | 'word' | 'han' | 'punct';
  /** Entities, kinds and terms the text can name, the likeliest first. */
  readonly entities: readonly EntityId[];
  readonly value?: ItemValue | undefined;
  /** What other layers registered for this text (triggers, function words): opaque here. */
  readonly tags: readonly Tag[];
}

/** Something another room attached to a text in the lexicon. */
export interface Tag {
  readonly type: string;
  /** The text means this only as a whole, whatever its parts mean. */
  readonly whole?: boolean;
  /** Inside a longer text it counts only at the end («博士导师» is a 导师, no 博士). */
  readonly final?: boolean;
}

/** Where a list of tags keeps what was worked out from it: asked for many times a sentence, so no map beside it. */
const ANSWERS = Symbol('answers');
let questions = 0;

/**
 * Makes a question about tags one that is worked out once per list: items of the same text share their list, and words of
 * many phrasings have hundreds of tags.
 */
export function oncePerTags<T>(answer: (tags: readonly Tag[]) => T): (tags: readonly Tag[]) => T {
  const question = questions++;
  const none = answer([]);
  return (list) => {
    if (list.length === 0) return none;
    const tags: readonly Tag[] & { [ANSWERS]?: { readonly answer: T }[] } = list;
    tags[ANSWERS] ??= [];
    const answers = tags[ANSWERS];
    const known = answers[question];
    if (known) return known.answer;
    const found = answer(tags);
    answers[question] = { answer: found };
    return found;
  };
}

const typesOf = oncePerTags((tags): ReadonlySet<string> => new Set(tags.map(({ type }) => type)));

/** Whether an item has a tag of this type. */
export function hasTag(item: Item | undefined, type: string): boolean {
  return item !== undefined && item.tags.length > 0 && typesOf(item.tags).has(type);
}
