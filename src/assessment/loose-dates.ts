import { relationOf } from '../claims/circumstances.ts';
import type { Claim } from '../claims/claim.ts';
import type { Scene } from '../claims/scene.ts';
import type { Item } from '../linking/item.ts';
import type { Assessed, Assessor } from './assessor.ts';

/** What dates that no reader attached say of claims which are right without them. */
export interface Dated {
  /** Starts of the dates accounted for. */
  readonly settled: readonly number[];
  /** Claims that are wrong with the date of their clause, with the claim they replace. */
  readonly wrong: ReadonlyMap<Claim, Assessed>;
}

/** Tries each loose date on the claims of its clause: what was so at that time accounts for it; what was at another does not hold. */
export function tryLooseDates(
  scene: Scene,
  { settled, supported }: { settled: ReadonlySet<number>; supported: readonly Assessed[] },
  assessor: Assessor,
): Dated {
  const right: number[] = [];
  const wrong = new Map<Claim, Assessed>();
  for (const chunk of scene.chunks) {
    chunk.items.forEach((item, index) => {
      if (item.value?.type !== 'date' || settled.has(item.start)) return;
      const date = item.value;
      const time = { date, relation: relationOf(chunk.items, index) };
      const near = supported.filter(({ claim, reading }) => !claim.time && standsIn(chunk.items, reading));
      const tried = near.map((old) => ({ old, now: assessor.assess({ ...old.claim, time }) }));
      const timed = tried.filter(({ now }) =>
        now.decision.facts.some(({ qualifiers: { start, end, at } }) => start ?? end ?? at),
      );
      if (timed.some(({ now }) => now.decision.verdict === 'SUPPORTED')) right.push(item.start);
      else if (timed.length === 1)
        for (const { old, now } of timed)
          if (now.decision.grounds === 'other-time' && !old.reading.echo && happensOnce(now)) wrong.set(old.claim, now);
    });
  }
  return { settled: right, wrong };
}

/** An event with a date of its own (an award, a match), so that another date is wrong. */
function happensOnce({ decision }: Assessed): boolean {
  return decision.verdict === 'REFUTED' && decision.facts.every(({ qualifiers }) => qualifiers.at !== undefined);
}

function standsIn(items: readonly Item[], { subject, object }: Assessed['reading']): boolean {
  return items.some(({ start }) => start === subject.start || start === object.start);
}
