import type {
  KindId,
  LocalText,
  PartialDate,
  PredicateId,
  Qualifiers,
  Rank,
  Source,
  Value,
} from '../knowledge/model.ts';

/** What an importer read, before it is known which entities of the knowledge it speaks of. Plain data. */

/** A value, or the key of another draft that becomes an entity's id once drafts are matched. */
export type DraftValue = Value | { readonly type: 'reference'; readonly key: string };

/** Qualifiers that hold ids, by name, as keys of drafts. */
export type DraftReferences = Readonly<Record<string, readonly string[]>>;

export interface DraftFact {
  readonly predicate: PredicateId;
  readonly value: DraftValue;
  /** Dates and texts; ids stand in `references`. */
  readonly qualifiers: Qualifiers;
  readonly references: DraftReferences;
  readonly rank: Rank;
  readonly asOf?: PartialDate;
  /** Ids of sources. */
  readonly sources: readonly string[];
}

export interface Draft {
  /** Names the draft within one import: `Q42`, or kind and folded name. */
  readonly key: string;
  /** Where it stands in the input, for messages: `Q42`, `row 17`. */
  readonly origin: string;
  /** Undefined where the input does not tell; then it is matched, never created. */
  readonly kind: KindId | undefined;
  /** Kinds it may be of, where `kind` is undefined. */
  readonly kinds?: readonly KindId[];
  readonly label: LocalText;
  readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly description: LocalText;
  /** Links that name the same thing; the first one identifies it in its source. */
  readonly sameAs: readonly string[];
  /** More links to match by that are not worth writing down. */
  readonly links: readonly string[];
  readonly facts: readonly DraftFact[];
  /** A record of its own (a row, an item), or only named by one. Two records never become one entity. */
  readonly record: boolean;
  /** Whether it becomes a new entity where nothing matches. */
  readonly create: boolean;
  /** The id it asks for, should it become an entity; default: made of kind and label. */
  readonly id?: string;
  /** What to append to its id where the id is taken; default: a number. */
  readonly suffix?: string;
}

/** All that an importer read. */
export interface Drafts {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Ids that keys stand for whatever the names say: kinds and terms of the ontology. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** An empty draft of a thing that is only named. */
export function mention(key: string, origin: string, label: LocalText, rest: Partial<Draft> = {}): Draft {
  return {
    key,
    origin,
    kind: undefined,
    label,
    aliases: { en: [], zh: [] },
    description: {},
    sameAs: [],
    links: [],
    facts: [],
    record: false,
    create: false,
    ...rest,
  };
}
