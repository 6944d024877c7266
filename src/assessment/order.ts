import type { Chunk } from '../claims/chunk.ts';
import type { Reading } from '../claims/claim.ts';
import type { Scene } from '../claims/scene.ts';
import { yearOf } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Assessed } from './assessor.ts';

/**
 * Clauses that say what came before or after («worked at X before joining Y»), where what the knowledge dates came the other way
 * round: each half holds, the order does not.
 */
export function clausesOutOfOrder(scene: Scene, assessed: readonly Assessed[], knowledge: KnowledgeBase): Chunk[] {
  const right = assessed.filter(({ decision }) => decision.verdict === 'SUPPORTED');
  const yearIn = (chunk: Chunk | undefined) => {
    const years = right
      .filter(({ claim, reading }) => chunk && saidIn(chunk, claim.trigger, reading))
      .flatMap((item) => yearsOf(item, knowledge));
    return years.length > 0 ? Math.min(...years) : undefined;
  };
  return scene.chunks.filter((chunk, index) => {
    const [first, verb] = chunk.items;
    const word = first?.text ?? '';
    if (!/^(?:before|after|prior to)$/u.test(word) || !/ing$/u.test(verb?.text ?? '')) return false;
    const main = yearIn(scene.chunks[index - 1]) ?? yearIn(scene.chunks[index + 1]);
    const other = yearIn(chunk);
    if (main === undefined || other === undefined) return false;
    return word === 'after' ? main < other : main > other;
  });
}

/** Whether a clause says it: it has the word that does, or both of what it is about. */
function saidIn({ items }: Chunk, trigger: number | undefined, { subject, object }: Reading): boolean {
  const holds = (place: number) => items.some(({ start }) => start === place);
  return trigger === undefined ? holds(subject.start) && holds(object.start) : holds(trigger);
}

/** When what a claim says began: by its facts, else by the date that goes with its relation (of a founder, the founding). */
function yearsOf({ decision, reading, subject }: Assessed, knowledge: KnowledgeBase): number[] {
  const dates = decision.facts.flatMap(({ qualifiers: { start, at, end } }) => start ?? at ?? end ?? []);
  if (dates.length > 0 || subject === undefined) return dates.map(yearOf);
  return reading.predicate.dated
    .flatMap((predicate) => knowledge.factsOf(subject, predicate))
    .flatMap(({ value }) => (value.type === 'date' ? [yearOf(value.date)] : []));
}
