import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import type { Chunk } from './chunk.ts';
import type { Argument, Layer, Reading, TimeQualifier } from './claim.ts';

/** A claim in the making: readings are still joined to it. */
export interface Draft {
  readings: Reading[];
  start: number;
  end: number;
  negated: boolean;
  only: boolean;
  siblings: EntityId[];
  time?: TimeQualifier;
  score?: string;
  trigger?: number;
  layer: Layer;
  chunk: Chunk;
  /** What its words say is clear: they are no other relation of the two besides. */
  closed?: true;
}

/** A statement found otherwise than by a pattern. */
export interface Statement {
  readonly chunk: Chunk;
  readonly predicate: Predicate;
  readonly subject: Argument;
  readonly object: Argument;
  readonly layer: Layer;
  readonly negated?: boolean;
  readonly span?: { readonly start: number; readonly end: number };
  readonly trigger?: number;
}

/** The claims found so far in one sentence, by the places of their arguments, and what they have used of it. */
export interface DraftBoard {
  readonly knowledge: KnowledgeBase;
  readonly drafts: Map<string, Draft>;
  /** Starts of the items that some claim accounts for. */
  readonly used: Set<number>;
  /** The date of an opening «2016年，», which holds for the clauses after it. */
  readonly carriedTime: { readonly item: Item; readonly chunk: Chunk } | undefined;
  state(statement: Statement): void;
}

/** What tells an argument's place from others': its start, or its text where it is inherited. */
export function placeOf(argument: Argument): string {
  return argument.inherited ? `~${argument.text}` : String(argument.start);
}
