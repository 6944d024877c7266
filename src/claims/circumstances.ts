import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import type { TimeQualifier } from './claim.ts';
import { is } from './grammar.ts';

/** What a clause says about a claim besides its subject, predicate and object. */

/** Whether a clause speaks of former times. */
export function isPast({ items }: Chunk): boolean {
  return items.some(({ text }) =>
    /^(?:was|were|originally|initially|formerly|once|previously|最初|起初|原本|曾|曾经|一开始|当初|原先|早期|原|前)$/u.test(
      text,
    ),
  );
}

/** Whether a clause speaks of the present. */
export function isPresent(chunk: Chunk): boolean {
  const now = /^(?:is|are|currently|serves as|是|现任|目前|现在|如今|当前)$/u;
  return !isPast(chunk) && chunk.items.some(({ text }) => now.test(text));
}

/** Odd number of negations from the claim's beginning to just behind its trigger. */
export function isNegated(chunk: Chunk, start: number, trigger: number): boolean {
  let count = 0;
  for (let index = 0; index <= trigger + 2; index++) {
    const item = chunk.items[index];
    if (!item || (item.start < start && !is(item, 'neg'))) continue;
    if (index > trigger && !(is(item, 'neg') && index === trigger + 1)) continue;
    if (is(item, 'neg') && item.entities.length === 0) count++;
    if (is(item, 'but') && count > 0 && item.text !== 'not') count--;
  }
  return count % 2 === 1;
}

/** «the author of X is not Y», «X的作者并不是Y»: denied behind the noun that states it. */
export function isDeniedBehind({ items }: Chunk, trigger: number, end: number): boolean {
  const denials = items.filter(
    (item, index) =>
      index > trigger + 1 &&
      item.start < end &&
      is(item, 'neg') &&
      item.entities.length === 0 &&
      (is(item, 'be') || is(items[index - 1], 'be')),
  );
  return denials.length % 2 === 1;
}

/** How the words around a date bind it: in, since, until, before, after. */
export function relationOf(items: readonly Item[], index: number): TimeQualifier['relation'] {
  const han = /\p{Script=Han}/u.test(items[index + 1]?.text ?? '');
  for (const before of [items[index - 1], items[index - 2]]) {
    if (is(before, 'before') && before?.text !== 'by') return 'before';
    if (is(before, 'after')) return 'after';
    if (is(before, 'until') && before?.text !== 'through') return 'until';
    if (is(before, 'since')) return 'since';
  }
  const next = items[index + 1];
  if (is(next, 'before') && /前$/u.test(next?.text ?? '')) return 'before';
  if (han && is(next, 'after')) return 'after';
  if (han && is(next, 'since')) return 'since';
  return 'at';
}

/** «2013年谷歌收购辛顿创办的DNNresearch»: the date in front is that of the verb whose object has a clause of its own. */
function belongsToOuter(items: readonly Item[], trigger: number, index: number): boolean {
  if (
    index > trigger ||
    !isVerb(items[trigger]) ||
    !is(items[trigger + 1], 'poss') ||
    !/\p{Script=Han}/u.test(items[trigger]?.text ?? '')
  )
    return false;
  const between = items.slice(index + 1, trigger);
  const verb = between.findIndex((item) => isVerb(item) && item.entities.length === 0 && !is(item, 'adv', 'prep'));
  return verb > 0 && isName(between[verb - 1]) && between.slice(verb + 1).some((item) => isName(item));
}

/** «was developed by X and moved to Y in 2022»: the date belongs to the verb that follows the conjunction. */
export function belongsToNext(items: readonly Item[], trigger: number, index: number): boolean {
  if (belongsToOuter(items, trigger, index)) return true;
  for (let at = trigger + 1; at < index; at++) {
    if (!is(items[at], 'conj', 'but')) continue;
    let next = at + 1;
    while (is(items[next], 'adv')) next++;
    const verb = items[next];
    // «the founding of X and its acquisition in 2014»
    if (verb && next < index && (is(verb, 'its', 'his') || /^(?:its|his|her|their)$/u.test(verb.text))) return true;
    if (verb && next < index && (isVerb(verb) || (/^[a-z]+ed$/u.test(verb.text) && verb.entities.length === 0)))
      return true;
  }
  return false;
}
