import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isVerb } from './chunk.ts';
import type { Argument, Reading } from './claim.ts';
import { is } from './grammar.ts';
import { type Incumbency, incumbencyOf } from './incumbency.ts';

/** What keeps a matched pattern from being a reading, and what its words add to it. */

/** «trained a small GPT in 2023»: one of its sort, not the thing itself; its dates and figures are its own. */
export function isIndefinite(items: readonly Item[], { start }: Argument): boolean {
  const at = items.findIndex((item) => item.start === start);
  const before = items[at - 1];
  if (at < 0 || is(before, 'be', 'prep', 'agent', 'poss') || isVerb(before)) return false;
  return items.slice(Math.max(0, at - 4), at).some(({ text }) => text === 'a' || text === 'an');
}

/** «the 2018 Turing Award», «the Turing Award for 2018»: the date is a part of what the thing is called. */
export function datesName(
  items: readonly Item[],
  at: number,
  [object, subject]: readonly [Argument, Argument],
): boolean {
  const isEnd = (item: Item | undefined) => item?.start === object.start || item?.start === subject.start;
  return isEnd(items[at + 1]) || (/^(?:of|for)$/u.test(items[at - 1]?.text ?? '') && isEnd(items[at - 2]));
}

/** «共同第一作者», "co-first author": a place of honour that several share is not the one place. */
export function isShared({ many, implies }: Predicate, { text }: Item): boolean {
  return !many && implies.length > 0 && /^(?:共同|并列|co-)/iu.test(text);
}

/** «Jia, while he was a student»: a pronoun that stands for nothing known names nothing. */
export function isOpenPronoun({ entities, text }: Argument): boolean {
  return entities.length === 0 && /^(?:he|him|it|she|they|them)$/iu.test(text);
}

/** Without what other readings of the same words imply. */
export function narrowest(readings: readonly Reading[]): readonly Reading[] {
  const implied = new Set(readings.flatMap(({ predicate, weak }) => (weak ? [] : predicate.implies)));
  return implied.size === 0 ? readings : readings.filter(({ predicate }) => !implied.has(predicate.id));
}

/** Which holder of a post a clause means, where it says so. */
export function incumbent({ items }: Chunk, role: readonly EntityId[] = []): { incumbency?: Incumbency } {
  for (const item of items) {
    const said = item.entities.some((id) => role.includes(id)) ? incumbencyOf(items, item) : undefined;
    if (said !== undefined) return { incumbency: said };
  }
  return {};
}
