import { MANIFOLD } from '../../claims/association.ts';
import type { Chunk } from '../../claims/chunk.ts';
import { triggersOf } from '../../claims/cues.ts';
import { is, isFunctionWord } from '../../claims/grammar.ts';
import { extendsName } from '../../claims/noun-phrase.ts';
import type { Scene } from '../../claims/scene.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Predicate } from '../../knowledge/ontology.ts';
import type { Item } from '../../linking/item.ts';
import type { Assessed } from '../assessor.ts';
import { opensClause } from './case.ts';

/**
 * Whether the words around two names say firmly enough how they belong together that what no pattern read can be called wrong.
 * Dates never do, and of people's lives only a post does: sentences tell of many events, and types alone do not say which is meant.
 * In running text a sentence that names another thing of either sort is never called wrong so.
 */
export function isSureAssociation(
  knowledge: KnowledgeBase,
  assessed: Assessed,
  { chunks, context = [] }: Scene,
): boolean {
  const { claim, reading, subject } = assessed;
  const { predicate, object } = reading;
  if (predicate.range.includes('date')) return false;
  // «From a Non-Profit Lab to …»: what was so once is not called present
  if (assessed.decision.grounds === 'ended' && claim.present !== true) return false;
  const isInherited = reading.subject.inherited === true || object.inherited === true;
  if (context.length > 0 && (isInherited || hasRivals(chunks, [reading.subject.start, object.start]))) return false;
  const chunkOf = (start: number) => chunks.findIndex(({ items }) => items.some((item) => item.start === start));
  const own = chunkOf(claim.start);
  const anchor = claim.start === object.start ? reading.subject : object;
  const other = anchor.inherited ? own : chunkOf(anchor.start);
  const chunk = chunks[own];
  if (!chunk || other > own) return false;
  const far = other !== own && other >= 0;
  const beside = chunk.items[chunk.items.findIndex((item) => item.start === claim.start) + 1];
  // «ACM 班»
  if (beside?.type === 'han' && extendsName(beside)) return false;
  if (isOwner(chunks, reading.subject.start, predicate, claim.negated)) return false;
  if (subject !== undefined && predicate.domain.includes('person') && knowledge.isOfKind(subject, ['person']))
    return (reading.qualifiers.role?.length ?? 0) > 0 && !far;
  if (isApart(chunk, claim.start, far ? undefined : anchor.start)) return false;
  if (far && claim.start === reading.subject.start && followsPreposition(chunk, claim.start)) return false;
  const firm = predicate.range.includes('number') || !predicate.range.some((kind) => MANIFOLD.has(kind));
  return firm || [chunk, ...(far ? [chunks[other]] : [])].some((clause) => clause && isCued(clause, predicate));
}

/** Another thing or figure of the sort of one of the two is named in the sentence: it may belong to that one. */
function hasRivals(chunks: readonly Chunk[], starts: readonly number[]): boolean {
  const items = chunks.flatMap((chunk) => chunk.items);
  const own = items.filter(({ start }) => starts.includes(start));
  return items.some((item) => !starts.includes(item.start) && own.some((other) => areOfOneSort(item, other)));
}

function areOfOneSort(a: Item, b: Item): boolean {
  if (a.value?.type === 'number' && b.value?.type === 'number') return true;
  const sorts = new Set(b.entities.map((id) => id.split('/')[0]));
  return a.entities.some((id) => sorts.has(id.split('/')[0]) && !b.entities.includes(id));
}

/** A word of the clause that means something states the relation, or «by» names who did it. */
function isCued({ items }: Chunk, predicate: Predicate): boolean {
  return items.some(
    (item) => is(item, 'agent') || (!isFunctionWord(item) && triggersOf([item]).some(({ id }) => id === predicate.id)),
  );
}

/** «S appeared after X had written T at Y»: a clause of its own lies between; «to charity»: given to it, not said of the giver. */
function isApart({ items }: Chunk, loose: number, anchor: number | undefined): boolean {
  const at = items.findIndex(({ start }) => start === loose);
  const other = anchor === undefined ? 0 : items.findIndex(({ start }) => start === anchor);
  const between = items.slice(Math.min(at, other), Math.max(at, other));
  const given = items[at]?.value === undefined && items[at - 1]?.text === 'to';
  return given || between.some(opensClause);
}

function followsPreposition({ items }: Chunk, start: number): boolean {
  return is(items[items.findIndex((item) => item.start === start) - 1], 'prep');
}

/** «没有公开S的参数量»: what is denied is said of what the thing has. */
function isOwner(chunks: readonly Chunk[], start: number, predicate: Predicate, denied: boolean): boolean {
  if (!denied) return false;
  return chunks.some(({ items }) => {
    const at = items.findIndex((item) => item.start === start);
    const owned: Item | undefined = items[at + 2];
    return (
      at >= 0 && is(items[at + 1], 'poss') && !(owned && triggersOf([owned]).some(({ id }) => id === predicate.id))
    );
  });
}
