import type { Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item } from '../linking/item.ts';
import { type Chunk, chunkAt, isName, isVerb } from './chunk.ts';
import { triggersOf } from './cues.ts';
import { is } from './grammar.ts';

const COMMA = /^[、,，/&]$/u;
/** How many words may stand between two members («A, B and the statistician C»). */
const LONGEST_GAP = 3;

/** How many items may stand between a list and the word that says what its members are («beat the world champions A and B»). */
const REACH = 4;

/** Whether what stands right before a list says the relation of its members: «beat A and B», «by A and B», «three founders: A and B». */
export function isGoverned(chunks: readonly Chunk[], { start }: Item, predicate: Predicate): boolean {
  const own = chunkAt(chunks, start);
  if (!own) return false;
  const at = own.items.findIndex((item) => item.start === start);
  const before = at > 0 ? own.items.slice(0, at) : (chunks[chunks.indexOf(own) - 1]?.items ?? []);
  return before
    .slice(-REACH)
    .some((item) => is(item, 'agent') || triggersOf([item]).some(({ id }) => id === predicate.id));
}

/** The lists of names of a clause, of two members or more: what is said of one of a list is said of all of it. */
export function coordinationsOf({ items }: Chunk): Item[][] {
  const result: Item[][] = [];
  for (let at = 0; at < items.length; at++) {
    const list = listFrom(items, at);
    const last = list.at(-1);
    if (last === undefined) continue;
    if (list.length > 1 && isWhole(items, at, last)) result.push(list.flatMap((index) => items[index] ?? []));
    at = last;
  }
  return result;
}

/** The places of the names that a list holds, from its first on; empty where no name stands. */
function listFrom(items: readonly Item[], first: number): number[] {
  if (!isMember(items[first])) return [];
  const list = [first];
  for (let at = first + 1; isJoint(items[at]); ) {
    let next = at;
    let gap = 0;
    while (isJoint(items[next])) next++;
    while (gap < LONGEST_GAP && !isMember(items[next]) && isDescription(items[next])) {
      next++;
      gap++;
    }
    if (!isMember(items[next])) break;
    list.push(next);
    at = next + 1;
  }
  return list;
}

/** A name of a thing, not a word of a vocabulary. */
function isMember(item: Item | undefined): boolean {
  return (
    isName(item) &&
    !hasTag(item, 'pronoun') &&
    !item?.entities.some((id) => /^(?:kind|role|degree)\//u.test(id)) &&
    item?.value?.type !== 'date'
  );
}

function isJoint(item: Item | undefined): boolean {
  return is(item, 'conj') || COMMA.test(item?.text ?? '');
}

function isDescription(item: Item | undefined): boolean {
  if (item === undefined || item.type === 'punct' || item.value) return false;
  return is(item, 'det') || item.entities.some((id) => /^(?:kind|role)\//u.test(id));
}

/**
 * Nothing behind the list makes its last member part of something else («A and B's student», «A、B的学生»), or the subject of a
 * clause of its own («S was built by A and B built T»).
 */
function isWhole(items: readonly Item[], first: number, last: number): boolean {
  const next = items[last + 1];
  if (next === undefined || next.type === 'punct') return true;
  if (is(next, 'poss', 'group') || isName(next)) return false;
  const said = items.slice(0, first).some((item) => isVerb(item) || is(item, 'be'));
  return !(said && (isVerb(next) || is(next, 'be', 'have', 'aux')) && /^[a-z]/u.test(next.text));
}
