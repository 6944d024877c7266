import { chunkAt } from '../../claims/chunk.ts';
import type { Scene } from '../../claims/scene.ts';
import { type Assessed, type Assessor, leftOpen } from '../assessor.ts';
import { isOfAnotherAgent } from './agents.ts';
import type { Case } from './case.ts';
import { isOtherDate } from './dates.ts';
import { isOtherName } from './names.ts';
import { isOfAnother } from './owners.ts';
import { isSaidOtherwise } from './words.ts';

/**
 * Second thoughts on what is called wrong: where the words of the clause can be read so that they say something else (a longer
 * name, another owner, the date of another event), nothing is refuted.
 */
export class Doubts {
  private readonly assessor: Assessor;

  constructor(assessor: Assessor) {
    this.assessor = assessor;
  }

  /** The claim, left open where its refutation is in doubt. */
  weighed(assessed: Assessed, scene: Scene): Assessed {
    if (assessed.decision.verdict !== 'REFUTED' || !this.isDoubtful(assessed, scene)) return assessed;
    return leftOpen(assessed);
  }

  private isDoubtful(assessed: Assessed, { chunks }: Scene): boolean {
    const { claim, reading } = assessed;
    if (reading.comparison) return false;
    const places = [claim.trigger, reading.object.start, reading.subject.start];
    const chunk = places
      .map((place) => (place === undefined ? undefined : chunkAt(chunks, place)))
      .find((found) => found !== undefined);
    if (!chunk) return false;
    const { items } = chunk;
    const trigger = items.findIndex(({ start }) => start === claim.trigger);
    const known: Case = { knowledge: this.assessor.knowledge, assessed, items, trigger, chunks };
    if (isOfAnotherAgent(known)) return true;
    // what no pattern read has been asked about its words already
    if (claim.layer === 'association') return false;
    return isOtherName(known) || isSaidOtherwise(known) || isOfAnother(known) || isOtherDate(known, this.assessor);
  }
}
