import { hasTag, type Item } from '../linking/item.ts';
import type { Chunk } from './chunk.ts';
import type { AbstentionReason, Residue } from './claim.ts';
import type { DraftBoard } from './draft.ts';

/** Chunks and values that no claim accounts for. */
export function residuesOf(board: DraftBoard, chunks: readonly Chunk[]): Residue[] {
  const result: Residue[] = [];
  for (const chunk of chunks) {
    const own = [...board.drafts.values()].some((draft) => draft.chunk === chunk);
    const loose = chunk.items.filter((item) => !board.used.has(item.start) && matters(board, item, own));
    const start = chunk.items[0]?.start ?? 0;
    const end = chunk.items.at(-1)?.end ?? start;
    const unknown = chunk.items.some((item) => item.value?.type === 'name' && item.entities.length === 0);
    const reason: AbstentionReason = unknown ? 'unknown-entity' : 'unknown-predicate';
    if (loose.length > 0)
      result.push({
        start: loose[0]?.start ?? start,
        end: loose[0]?.end ?? end,
        reason,
        items: loose.map((item) => item.start),
      });
  }
  return result;
}

/** Values, unknown names, people and organisations change what a sentence says; other names may be decoration. */
function matters({ knowledge }: DraftBoard, item: Item, explained: boolean): boolean {
  if (hasTag(item, 'pronoun')) return false;
  if (item.value?.type === 'number') return item.value.unit !== undefined || item.value.amount > 20;
  if (item.value) return true;
  const kinds = explained
    ? ['agent', 'software', 'programming-language']
    : ['agent', 'artefact', 'work', 'website', 'licence'];
  return item.entities.some((id) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, kinds));
}
