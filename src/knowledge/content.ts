import type { Completeness, Entity, Fact, Source } from './model.ts';

/** What the files of a knowledge say, resolved. */
export interface KnowledgeContent {
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly completeness: readonly Completeness[];
  readonly sources: ReadonlyMap<string, Source>;
}
