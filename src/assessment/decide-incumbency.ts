import type { Reading } from '../claims/claim.ts';
import { compareDates, yearOf } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact, PartialDate } from '../knowledge/model.ts';
import { type Decision, refuted, supported, undecided } from './decision.ts';

/** Somebody's time in a post, first of all. */
interface Tenure {
  readonly holder: EntityId;
  readonly fact: Fact;
  readonly start: PartialDate;
}

/**
 * «the first director of S was O», «现任院长»: decided by who is known to have held the post before, or holds it now.
 * Undefined where the claim does not say which holder it means, or that says nothing more.
 */
export function decideIncumbency(
  knowledge: KnowledgeBase,
  reading: Reading,
  { subject, object }: { subject: EntityId; object: EntityId },
): Decision | undefined {
  const { incumbency } = reading;
  if (incumbency === undefined) return undefined;
  const held = holdersOf(knowledge, reading, object);
  const own = held.filter((fact) => fact.subject === subject);
  if (incumbency === 'current') return decideCurrent(held, own);
  const begun = foundedIn(knowledge, object);
  const alone = own.length > 0 && own.length === held.length;
  if (
    incumbency === 1 &&
    alone &&
    (begun === undefined || own.some(({ qualifiers }) => qualifiers.start === undefined))
  )
    return supported(own, 0.75);
  const line = tenures(held);
  const rank = line.findIndex(({ holder }) => holder === subject);
  const opens = begun !== undefined && line[0] !== undefined && yearOf(line[0].start) <= yearOf(begun) + 1;
  const right = line[incumbency - 1];
  const known = opens && line.slice(1, incumbency).every((tenure, index) => follows(line[index], tenure));
  if (rank === incumbency - 1 && known) return supported(own);
  if (known && right && rank !== incumbency - 1) return refuted('held-by-other', [right.fact], 0.85);
  if (rank >= incumbency && line[0]) return refuted('held-by-other', [line[0].fact], 0.85);
  return undecided('no-fact', own);
}

/** One whose time is over is not the present holder where another is known. */
function decideCurrent(held: readonly Fact[], own: readonly Fact[]): Decision | undefined {
  const now = held.filter((fact) => fact.qualifiers.end === undefined && !own.includes(fact));
  const over = own.length > 0 && own.every(({ qualifiers }) => qualifiers.end !== undefined);
  if (!over) return undefined;
  const dated = now.filter(({ qualifiers, asOf }) => qualifiers.start !== undefined || asOf !== undefined);
  return dated.length > 0 ? refuted('held-by-other', dated, 0.85) : undecided('no-fact', own);
}

function holdersOf(knowledge: KnowledgeBase, { predicate, qualifiers }: Reading, object: EntityId): Fact[] {
  const posts = qualifiers.role ?? [];
  const isHeld = (mine: EntityId) => posts.some((id) => mine === id || knowledge.closure(mine, []).has(id));
  return knowledge.factsAbout(object, predicate.id).filter((fact) => fact.qualifiers.role?.some(isHeld) ?? false);
}

/** Who held the post, in the order in which they came to it. */
function tenures(held: readonly Fact[]): Tenure[] {
  const sorted = held
    .flatMap((fact) => {
      const { start } = fact.qualifiers;
      return start === undefined ? [] : [{ holder: fact.subject, fact, start }];
    })
    .sort((a, b) => compareDates(a.start, b.start));
  return sorted.filter(({ holder }, index) => sorted.findIndex((other) => other.holder === holder) === index);
}

/** Nobody can have come between the two. */
function follows(before: Tenure | undefined, after: Tenure): boolean {
  const end = before?.fact.qualifiers.end;
  return end !== undefined && yearOf(end) === yearOf(after.start);
}

function foundedIn(knowledge: KnowledgeBase, id: EntityId): PartialDate | undefined {
  const value = knowledge.factsOf(id, 'foundingDate')[0]?.value;
  return value?.type === 'date' ? value.date : undefined;
}
