import type { EntityId, Language } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { DateValue, Item, ItemValue } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import type { Incumbency } from './incumbency.ts';

/** Why nothing can be decided. */
export type AbstentionReason = 'unknown-entity' | 'unknown-predicate' | 'no-fact' | 'not-checkable';

/** How a claim was understood. */
export type Layer =
  | 'phrasing'
  | 'copula'
  | 'apposition'
  | 'link'
  | 'expansion'
  | 'association'
  | 'statement'
  | 'entailment';

/** What fills a slot: entities a name can mean (of the slot's types), or a value, or words that name nothing known. */
export interface Argument extends Span {
  readonly text: string;
  readonly entities: readonly EntityId[];
  readonly value?: ItemValue | undefined;
  /** Carried over from context (pronoun, heading, earlier clause) instead of standing in the clause. */
  readonly inherited?: boolean | undefined;
  /** A pronoun's second candidate: the first cannot stand here. */
  readonly second?: boolean;
}

/** When a claim says it holds. `begin`/`finish`: a period's ends; `at`: a moment or period; with how the words bind it. */
export interface TimeQualifier {
  readonly date: DateValue;
  readonly relation: 'at' | 'since' | 'until' | 'before' | 'after';
  /** Where the date stands in the sentence, in UTF-16 code units. */
  readonly span?: Span;
}

/** One way to read a statement: a predicate with its arguments. */
export interface Reading {
  readonly predicate: Predicate;
  readonly subject: Argument;
  readonly object: Argument;
  /** Subject and object are compared by their values: the subject's is said to be the greater (or later), or the less. */
  readonly comparison?: 'more' | 'less';
  readonly weak: boolean;
  /** The words say that there is no other value («uses», where «supports» leaves room). */
  readonly sole?: boolean;
  /** Nothing in the clause says this relation: it can support what stands there, but never refute it. */
  readonly echo?: boolean;
  /** Said by a noun («his company»), so that a date in the clause is not its date. */
  readonly byNoun?: boolean;
  /** A date said of the making rather than of the event itself: may lie a little before it. */
  readonly loose?: boolean;
  /** Which holder of the post is meant. */
  readonly incumbency?: Incumbency;
  /** What the date in the clause is for this reading: the start or end of the period, a moment in it, or the event's date. */
  readonly timing: 'start' | 'end' | 'during' | 'at';
  /** Ids of terms and entities said of the value: role, degree, field, advisor … */
  readonly qualifiers: Readonly<Record<string, readonly EntityId[]>>;
}

/**
 * An atomic statement. Offsets are UTF-16 code units in the sentence's text, end exclusive. A claim with several
 * readings (the words fit several predicates) is supported if one reading is, refuted only if all are.
 */
export interface Claim extends Span {
  readonly readings: readonly Reading[];
  readonly negated: boolean;
  /** «only X», «X alone»: the listed objects are said to be all. `siblings` are the objects listed together. */
  readonly only: boolean;
  readonly siblings: readonly EntityId[];
  readonly time?: TimeQualifier;
  /** Said of the past («was», «最初是»): what has ended since may still have been so. */
  readonly past: boolean;
  /** Said of the present («is», «现任»). */
  readonly present?: boolean;
  /** A result such as 4–1, as the two numbers joined by a hyphen. */
  readonly score?: string;
  /** Start of the word that states it, in the sentence. */
  readonly trigger?: number;
  readonly layer: Layer;
  readonly language: Language;
}

/** A sentence part that states something the extractor did not understand; keeps the whole from being called supported. */
export interface Residue extends Span {
  /** Starts of the names and values in it, in UTF-16 code units of the sentence. */
  readonly items: readonly number[];
  readonly reason: AbstentionReason;
}

/** An argument made of one item. */
export function toArgument(item: Item, entities: readonly EntityId[] = item.entities): Argument {
  const { start, end, surface, value } = item;
  return { start, end, text: surface, entities, value, inherited: undefined };
}
