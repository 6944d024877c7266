import type { EntityId, Language } from '../knowledge/model.ts';
import type { SearchPassage } from './searchable.ts';

/** What search needs of a graph that keeps passages of documents, with words and vectors indexed there. */
export interface PassageGraph {
  search(query: { readonly text: string; readonly scopes: readonly ['passage']; readonly limit: number }): Promise<{
    readonly passages: readonly { readonly passage: SearchPassage }[];
  }>;
  passagesMentioning(
    entity: EntityId,
    query: { readonly limit: number },
  ): Promise<{ readonly items: readonly SearchPassage[] }>;
  nearestPassages(query: {
    readonly model: string;
    readonly vector: Float32Array;
    readonly language: Language;
    readonly limit: number;
  }): Promise<readonly { readonly passage: SearchPassage }[]>;
  passagesWithoutVector(model: string, limit: number): Promise<readonly SearchPassage[]>;
  writeVectors(model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}
