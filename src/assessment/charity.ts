import { type Chunk, chunkAt, isVerb } from '../claims/chunk.ts';
import { type Argument, type Claim, toArgument } from '../claims/claim.ts';
import { is } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item } from '../linking/item.ts';
import { type Assessed, type Assessor, leftOpen } from './assessor.ts';
import { isHan } from './doubts/case.ts';

type End = 'subject' | 'object';

/** How many things that a sentence or its text names are tried in the place of one that is not named. */
const MOST_CANDIDATES = 16;

/**
 * Whom a clause can mean that does not name him. What is said of a pronoun or of an unnamed subject is wrong only if it is wrong
 * of everything of the right sort that the sentence and the text before it are about; what is right of one of them was said of it.
 */
export class Charity {
  private readonly assessor: Assessor;
  private readonly knowledge: KnowledgeBase;

  constructor(assessor: Assessor) {
    this.assessor = assessor;
    this.knowledge = assessor.knowledge;
  }

  /** Claims with what they mean; where a word is said of another after all, nothing else that it states is wrong of the first. */
  all(read: readonly Assessed[], scene: Scene): Assessed[] {
    const meant = read.map((item) => this.meant(item, scene));
    const moved = read.filter((item, index) => meant[index] !== item && item.claim.trigger !== undefined);
    const isVoid = ({ claim, subject, decision }: Assessed) =>
      decision.verdict === 'REFUTED' &&
      moved.some((other) => other.claim.trigger === claim.trigger && other.subject === subject);
    return meant.map((item) => (isVoid(item) ? leftOpen(item) : item));
  }

  /** The claim of whom it is true; open where that is only one whom the sentence names besides. */
  meant(assessed: Assessed, scene: Scene): Assessed {
    const { decision, claim, reading } = assessed;
    // a link says itself whose it is
    if (decision.verdict !== 'REFUTED' || claim.negated || claim.layer === 'link' || reading.comparison)
      return assessed;
    for (const end of ['subject', 'object'] as const) {
      if (!this.isOpenTo(assessed, end, scene)) continue;
      const found = this.instead(assessed, end, this.ofText(assessed, end, scene));
      if (found) return found;
      const near = this.instead(assessed, end, this.ofSentence(assessed, end, scene));
      if (near) return leftOpen(assessed);
    }
    return assessed;
  }

  /** Not named; of what only types join, whose life it is that a place or house belongs to. */
  private isOpenTo({ claim, reading }: Assessed, end: End, scene: Scene): boolean {
    if (isOfBoth(claim, scene)) return false;
    const { domain, range } = reading.predicate;
    const ofLife = claim.layer === 'association' && domain.includes('person') && !range.includes('person');
    return (ofLife && end === 'subject') || isUnnamed(reading[end], scene, claim);
  }

  private instead(assessed: Assessed, end: End, candidates: readonly Argument[]): Assessed | undefined {
    const { claim } = assessed;
    for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
      const readings = claim.readings.map((reading) => ({
        ...reading,
        [end]: { ...candidate, entities: this.fitting(candidate, reading.predicate, end), inherited: true },
      }));
      const said = this.assessor.assess({
        ...claim,
        readings: readings.filter((reading) => reading[end].entities.length > 0),
      });
      if (said.decision.verdict === 'SUPPORTED') return said;
    }
    return undefined;
  }

  /** What the text has been about. */
  private ofText(assessed: Assessed, end: End, { context = [] }: Scene): Argument[] {
    return context.filter((candidate) => this.isCandidate(candidate, assessed, end));
  }

  /** What else the sentence names; whose something is, is not meant, nor what a Chinese clause comes to only after its verb. */
  private ofSentence(assessed: Assessed, end: End, { chunks }: Scene): Argument[] {
    const behind = ({ start }: Item) => start > assessed.claim.start;
    return chunks
      .flatMap(({ items }) =>
        items.filter(
          (item, at) =>
            item.entities.length > 0 &&
            !is(items[at + 1], 'poss') &&
            !(behind(item) && isHan(item) && !is(items[at - 1], 'poss')),
        ),
      )
      .map((item) => toArgument(item))
      .filter((candidate) => this.isCandidate(candidate, assessed, end));
  }

  private isCandidate(candidate: Argument, { claim, reading, subject, object }: Assessed, end: End): boolean {
    const taken = new Set([subject, object, ...reading.subject.entities, ...reading.object.entities]);
    return (
      !candidate.entities.some((id) => taken.has(id)) &&
      claim.readings.some(({ predicate }) => this.fitting(candidate, predicate, end).length > 0)
    );
  }

  private fitting({ entities }: Argument, { domain, range }: Predicate, end: End): EntityId[] {
    const kinds = end === 'subject' ? domain : range;
    return entities.filter((id) => !this.knowledge.isVocabulary(id) && this.knowledge.isOfKind(id, kinds));
  }
}

/** Carried over from elsewhere, or a pronoun; an apposition has its noun right before it. */
function isUnnamed(argument: Argument, { chunks }: Scene, { start }: Claim): boolean {
  const own = chunkAt(chunks, start);
  if (own?.role === 'apposition' || isLabel(chunks, argument)) return false;
  if (argument.inherited) return argument.entities.length > 0;
  return hasTag(itemAt(chunks, argument.start), 'pronoun');
}

/** «A与B合作发表论文，提出了S»: what goes on with the verb at once is said of both. */
function isOfBoth({ readings, siblings, start }: Claim, { chunks }: Scene): boolean {
  const own = chunkAt(chunks, start);
  const together = readings.some(({ subject, object }) =>
    [subject, object].some(({ inherited, start: at }) => inherited && own?.partners?.some((one) => one.start === at)),
  );
  return together && siblings.length > 1 && isVerb(own?.items[0]);
}

/** «**S**：由X开发»: what stands before the colon is named. */
function isLabel([first, second]: readonly Chunk[], { start }: Argument): boolean {
  return second?.labelled === true && first?.items.some((item) => item.start === start) === true;
}

function itemAt(chunks: readonly Chunk[], start: number): Item | undefined {
  for (const { items } of chunks) {
    const found = items.find((item) => item.start === start && item.end > item.start);
    if (found) return found;
  }
  return undefined;
}
