import type { Language } from '../knowledge/model.ts';
import type { Chunk } from './chunk.ts';
import type { Argument } from './claim.ts';

/** A sentence as the readers saw it: its clauses with their items, for readers that come after the verdicts. */
export interface Scene {
  /** The sentence itself; offsets count in it. */
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly language: Language;
  /** Starts of the items that the readers accounted for. */
  readonly used: ReadonlySet<number>;
  /** The sentence says of what it states that it is not so («it is a myth that …»). */
  readonly denied?: boolean;
  /** What the text before the sentence and its headings are about, the likeliest first. */
  readonly context?: readonly Argument[];
}
