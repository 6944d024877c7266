import { type Chunk, chunkAt, isVerb } from '../claims/chunk.ts';
import type { Claim, Reading } from '../claims/claim.ts';
import type { Scene } from '../claims/scene.ts';
import type { Item } from '../linking/item.ts';
import type { Assessed } from './assessor.ts';

/**
 * Claims that only say of a name where it is at home («the Berlin company X», «总部位于P的X»), while its clause goes on to say something
 * else of it: that they are right leaves open what the name does in the clause.
 */
export function descriptionsIn(scene: Scene, assessed: readonly Assessed[]): Set<Assessed> {
  return new Set(assessed.filter((item) => isDescription(item, scene)));
}

/** Where names stand that nothing but descriptions decides. */
export function onlyDescribed(scene: Scene, assessed: readonly Assessed[]): number[] {
  const descriptions = descriptionsIn(scene, assessed);
  const others = assessed.filter((item) => !descriptions.has(item));
  const told = new Set(others.flatMap(({ reading: { subject, object } }) => [subject.start, object.start]));
  return [...descriptions].map(({ reading }) => reading.subject.start).filter((start) => !told.has(start));
}

/** Joins of what a description joins already say nothing new of it. */
export function withoutDescribed(claims: readonly Claim[], descriptions: ReadonlySet<Assessed>): Claim[] {
  if (descriptions.size === 0) return [...claims];
  const isSaid = ({ subject, object }: Reading) =>
    [...descriptions].some(
      ({ reading }) => reading.subject.start === subject.start && reading.object.start === object.start,
    );
  return claims
    .map((claim) => ({ ...claim, readings: claim.readings.filter((reading) => !isSaid(reading)) }))
    .filter(({ readings }) => readings.length > 0);
}

function isDescription({ claim, reading: { subject, object } }: Assessed, { chunks }: Scene): boolean {
  if (!object.entities.some((id) => id.startsWith('place/'))) return false;
  if (claim.layer !== 'phrasing' || subject.inherited || object.inherited || object.start > subject.start) return false;
  if (claim.trigger !== undefined && (claim.trigger < object.start || claim.trigger > subject.start)) return false;
  const chunk = chunkAt(chunks, subject.start);
  return (
    chunk !== undefined && chunk.items.some(({ start }) => start === object.start) && goesOn(chunk, { object, subject })
  );
}

/** No verb between the two, and one of the clause's besides. */
function goesOn({ items }: Chunk, { object, subject }: Pick<Assessed['reading'], 'object' | 'subject'>): boolean {
  const isInside = ({ start }: Item) => start >= object.start && start < subject.start;
  const [inside, outside] = [items.filter(isInside), items.filter((item) => !isInside(item))];
  const isOwned = inside.some(({ text }) => /^['’]s?$/u.test(text));
  return (
    !isOwned &&
    !inside.some((item) => isVerb(item) && item.entities.length === 0) &&
    outside.some((item) => isVerb(item))
  );
}
