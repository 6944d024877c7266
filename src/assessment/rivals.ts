import { triggersOf } from '../claims/cues.ts';
import type { Scene } from '../claims/scene.ts';
import type { Span } from '../text/document.ts';
import type { Assessed } from './assessor.ts';

/** What the verdicts on one sentence say of each other: which of them another makes void. */

/**
 * One value is said of one thing: what is right of another subject is not wrong of this one, unless both are listed together. And
 * words that rightly say one relation of two things («started his PhD at X») do not wrongly say another of them.
 */
export function withoutRivals(assessed: readonly Assessed[]): Assessed[] {
  const right = assessed.filter(({ decision }) => decision.verdict === 'SUPPORTED');
  const isSaid = ({ subject, reading, claim }: Assessed) =>
    right.some(
      (other) =>
        other.subject === subject &&
        other.reading.object.start === reading.object.start &&
        other.reading.predicate !== reading.predicate &&
        other.claim.layer !== 'association' &&
        claim.layer === 'phrasing',
    );
  const isRival = (item: Assessed) => item.decision.verdict === 'REFUTED' && item.subject !== undefined && isSaid(item);
  return assessed
    .filter((item) => !isRival(item))
    .filter(
      (item) =>
        item.decision.verdict !== 'REFUTED' ||
        item.reading.object.value === undefined ||
        !right.some(
          ({ claim, reading, subject }) =>
            reading.predicate === item.reading.predicate &&
            reading.object.start === item.reading.object.start &&
            subject !== item.subject &&
            item.subject !== undefined &&
            !claim.siblings.includes(item.subject),
        ),
    );
}

/** What has an account that holds. */
export function withoutWrong(settled: ReadonlySet<number>, assessed: readonly Assessed[]): Set<number> {
  const right = new Set<number>();
  const wrong = new Set<number>();
  for (const { decision, reading } of assessed)
    for (const { start } of [reading.subject, reading.object])
      (decision.verdict === 'SUPPORTED' ? right : wrong).add(start);
  return new Set([...settled].filter((start) => right.has(start) || !wrong.has(start)));
}

/** What a statement decides is neither left open besides, nor wrong by what its names alone suggest or what single words deny. */
export function withoutUndecided(read: readonly Assessed[], said: readonly Assessed[]): Assessed[] {
  const inside = ({ claim, reading }: Assessed, { claim: other }: Assessed) => {
    const start = claim.trigger ?? (reading.object.inherited ? claim.start : reading.object.start);
    return start >= other.start && start < other.end;
  };
  return read.filter((item) => {
    const { verdict } = item.decision;
    const doubtful = item.claim.layer === 'association' || item.claim.negated;
    if (verdict !== 'NOT_ENOUGH_INFO' && !(verdict === 'REFUTED' && doubtful)) return true;
    return !said.some(
      (statement) =>
        inside(item, statement) && (verdict === 'NOT_ENOUGH_INFO' || statement.decision.verdict === 'SUPPORTED'),
    );
  });
}

/** The items of a claim's clause; what brackets in it say is another's. */
export function startsWithin({ chunks }: Scene, { start, end }: Span): number[] {
  return chunks
    .filter(({ aside, items }) => !aside || (items[0]?.start ?? 0) <= start)
    .flatMap(({ items }) => items.filter((item) => item.start >= start && item.end <= end).map((item) => item.start));
}

/** «a context window of 2,048 tokens»: a noun that says which figure is meant states nothing else besides. */
export function withoutRereadings(assessed: readonly Assessed[], { chunks }: Scene): Assessed[] {
  const right = assessed.filter(({ decision }) => decision.verdict === 'SUPPORTED');
  const items = new Map(chunks.flatMap((chunk) => chunk.items.map((item) => [item.start, item])));
  const isReread = ({ decision, reading, subject }: Assessed) => {
    const noun = items.get(reading.object.start);
    if (decision.verdict !== 'NOT_ENOUGH_INFO' || reading.object.inherited || !noun) return false;
    const stated = triggersOf([noun]);
    return right.some((other) => other.subject === subject && stated.includes(other.reading.predicate));
  };
  return assessed.filter((item) => !isReread(item));
}
