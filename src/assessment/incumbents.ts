import type { Chunk } from '../claims/chunk.ts';
import { saysIncumbency } from '../claims/incumbency.ts';
import type { Fact } from '../knowledge/model.ts';
import type { Assessed } from './assessor.ts';

/** Words that tell holders of a post apart. */
const ORDERED = /首|第[一二三四五]|现任|\b(?:first|second|third|founding|inaugural|current)\b/iu;

/** A clause says which holder of a post it means, and no claim does. */
export function isOpenIncumbency({ items }: Chunk, assessed: readonly Assessed[]): boolean {
  if (!saysIncumbency(items)) return false;
  const start = items[0]?.start ?? 0;
  const end = items.at(-1)?.end ?? 0;
  return !assessed.some(
    ({ claim, reading, decision }) =>
      claim.start < end &&
      start < claim.end &&
      (claim.layer === 'statement' ? decision.facts.some(ordersHolders) : reading.incumbency !== undefined),
  );
}

/** A statement in free words that says which holder of a post it means. */
function ordersHolders({ value }: Fact): boolean {
  return value.type === 'text' && Object.values(value.text).some((text) => ORDERED.test(text));
}
