import type { Scene } from '../claims/scene.ts';
import type { Item } from '../linking/item.ts';
import type { Assessed } from './assessor.ts';

/**
 * Dates that claims took as their time while nothing they rest on is dated («A organised S in 1958», where only the organiser is
 * known): what is said of the time stays open until something else accounts for it.
 */
export function ignoredTimes({ chunks }: Scene, assessed: readonly Assessed[]): Item[] {
  const dates = chunks.flatMap(({ items }) => items).filter(({ value }) => value?.type === 'date');
  return dates.filter(({ start, value }) => {
    if (assessed.some(({ reading }) => [reading.subject, reading.object].some((end) => end.start === start)))
      return false;
    const taking = assessed.filter(({ claim }) => claim.time?.date === value);
    return taking.length > 0 && taking.every(isUndated);
  });
}

function isUndated({ decision, subject }: Assessed): boolean {
  const open = decision.verdict === 'SUPPORTED' || (decision.verdict === 'NOT_ENOUGH_INFO' && subject !== undefined);
  return (
    open &&
    decision.facts.every(
      ({ value, qualifiers: { start, end, at } }) => value.type !== 'date' && (start ?? end ?? at) === undefined,
    )
  );
}
