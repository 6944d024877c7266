/** The vocabulary of the reference knowledge: what an entity, a fact, a source is. Plain data, no behaviour. */

export type Language = 'zh' | 'en';

/** A text per language. Where only one is given, it serves both. */
export interface LocalText {
  readonly en?: string | undefined;
  readonly zh?: string | undefined;
}

/** A date of day, month or year precision: `2015-11-09`, `2015-11` or `2015`. */
export type PartialDate = string;

export type EntityId = string;
export type KindId = string;
export type PredicateId = string;

export interface Source {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly publisher?: string;
  /** primary: who it is about says so (official page, the paper itself); secondary: encyclopedia, book, news. */
  readonly kind: 'primary' | 'secondary';
  /** When it was read. */
  readonly read?: PartialDate;
}

/** A name an entity goes by. `cased`: only in exactly this letter case. */
export interface Alias {
  readonly text: string;
  readonly language: Language | 'any';
  readonly cased: boolean;
}

export interface Entity {
  readonly id: EntityId;
  /** A kind of the ontology, or `kind` for the kinds themselves, or a vocabulary's id for its terms. */
  readonly kind: KindId;
  readonly label: LocalText;
  readonly aliases: readonly Alias[];
  readonly description: LocalText;
  readonly sameAs: readonly string[];
}

/** The ways something is written, by language. */
export interface Wordings {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

export type Value =
  | { readonly type: 'entity'; readonly id: EntityId }
  | { readonly type: 'date'; readonly date: PartialDate }
  | { readonly type: 'number'; readonly amount: number; readonly unit: string }
  | {
      readonly type: 'text';
      readonly text: LocalText;
      /** Of statements in free words: every way they are written, with braces around the value that makes them true. */
      readonly wordings?: Wordings;
      /** What is wrongly said instead of the statement, in every way it is written. */
      readonly mistaken?: Wordings;
    }
  | { readonly type: 'url'; readonly url: string };

export type Rank = 'preferred' | 'normal' | 'deprecated';

/** What is said about a value, besides the value. Ids are lists because a post can have two roles. */
export interface Qualifiers {
  readonly start?: PartialDate;
  readonly end?: PartialDate;
  readonly at?: PartialDate;
  readonly role?: readonly EntityId[];
  readonly degree?: readonly EntityId[];
  readonly field?: readonly EntityId[];
  readonly advisor?: readonly EntityId[];
  readonly for?: readonly EntityId[];
  readonly with?: readonly EntityId[];
  readonly place?: readonly EntityId[];
  readonly score?: string;
  readonly price?: string;
  readonly relation?: string;
  readonly title?: LocalText;
  readonly note?: LocalText;
}

export interface Fact {
  /** Stable and readable: `<subject>.<predicate>.<value>`, with `.2` … where a value occurs twice. */
  readonly id: string;
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly value: Value;
  readonly qualifiers: Qualifiers;
  readonly rank: Rank;
  /** When a changing value was last known to hold. */
  readonly asOf?: PartialDate;
  readonly sources: readonly Source[];
}

/** Says that the facts of (subject, predicate) are all there are, within the period where one is given. */
export interface Completeness {
  /** The facts' subject; with `inverse`, their value: everything that has this value is listed. */
  readonly subject: EntityId;
  readonly inverse?: boolean;
  readonly predicate: PredicateId;
  readonly start?: PartialDate;
  readonly end?: PartialDate;
}
