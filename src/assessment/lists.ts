import type { Argument } from '../claims/claim.ts';
import { toArgument } from '../claims/claim.ts';
import { coordinationsOf, isGoverned } from '../claims/coordination.ts';
import type { Scene } from '../claims/scene.ts';
import type { Item } from '../linking/item.ts';
import type { Assessed, Assessor } from './assessor.ts';
import { isSureAssociation } from './doubts/association.ts';

type End = 'subject' | 'object';

/** What is rightly said of a member of a list, and which end of it the member is. */
interface Carrier {
  readonly said: Assessed;
  readonly end: End;
}

/**
 * What is rightly said of one member of a list, said of the others that no claim decides («S is a joint work of A and B»): a list
 * with one wrong member is wrong.
 */
export function saidOfOthers(scene: Scene, decided: readonly Assessed[], assessor: Assessor): Assessed[] {
  const right = decided.filter(isCarrier);
  const told = new Set(
    decided
      .filter(({ decision, reading }) => decision.verdict !== 'NOT_ENOUGH_INFO' && !reading.echo)
      .flatMap(({ reading }) => [reading.subject.start, reading.object.start]),
  );
  return scene.chunks.flatMap(coordinationsOf).flatMap((list) => {
    const open = list.filter(({ start }) => !told.has(start));
    const carriers = carriersOf(list, right).filter(({ said }) => isFirmOf(said, list, scene));
    return open.flatMap((member) => ofMember(member, carriers, { assessor, scene }) ?? []);
  });
}

/** Stated plainly and in so many words, of what can be said of several. */
function isCarrier({ claim, decision, reading }: Assessed): boolean {
  const plain = !reading.echo && !claim.negated && !reading.comparison && claim.layer !== 'statement';
  return decision.verdict === 'SUPPORTED' && plain && reading.predicate.many;
}

/** What types and words alone join is said of the list where the words stand right before it. */
function isFirmOf({ claim, reading }: Assessed, [first]: readonly Item[], { chunks }: Scene): boolean {
  return claim.layer !== 'association' || (first !== undefined && isGoverned(chunks, first, reading.predicate));
}

/** The claims about one member of a list with something outside it, and which of their ends the member is. */
function carriersOf(list: readonly Item[], right: readonly Assessed[]): Carrier[] {
  const starts = new Set(list.map(({ start }) => start));
  return right.flatMap((said) => {
    const { subject, object } = said.reading;
    const [asSubject, asObject] = [subject, object].map(({ start, inherited }) => !inherited && starts.has(start));
    if (asSubject === asObject) return [];
    return [{ said, end: asSubject ? ('subject' as const) : ('object' as const) }];
  });
}

/** The claim about another member; none where it is no thing of the right sort, or nothing decides it. */
function ofMember(
  member: Item,
  carriers: readonly Carrier[],
  { assessor, scene }: { assessor: Assessor; scene: Scene },
): Assessed | undefined {
  for (const carrier of carriers) {
    const argument = argumentOf(member, carrier, assessor);
    if (!argument) continue;
    const { claim, reading } = carrier.said;
    const isRead = claim.layer !== 'association';
    const assessed = assessor.assess({
      ...claim,
      layer: 'phrasing',
      readings: [{ ...reading, [carrier.end]: argument }],
      start: isRead ? Math.min(claim.start, member.start) : member.start,
      end: Math.max(claim.end, member.end),
    });
    const { verdict } = assessed.decision;
    if (verdict === 'NOT_ENOUGH_INFO') continue;
    if (isRead || (verdict === 'REFUTED' && isSureAssociation(assessor.knowledge, assessed, scene))) return assessed;
  }
  return undefined;
}

function argumentOf(member: Item, { said: { reading }, end }: Carrier, { knowledge }: Assessor): Argument | undefined {
  const kinds = end === 'subject' ? reading.predicate.domain : reading.predicate.range;
  if (member.entities.length === 0)
    return member.value?.type === 'name' && end === 'object' ? toArgument(member) : undefined;
  const entities = member.entities.filter((id) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, kinds));
  return entities.length > 0 ? toArgument(member, entities) : undefined;
}
