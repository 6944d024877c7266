import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { is } from './grammar.ts';
import type { Element, Pattern } from './pattern.ts';

/** What must hold around a trigger for its pattern to be tried, whatever fills the slots. */

/** Whether the words that a pattern asks for stand somewhere on their side of the trigger: spares most attempts. */
export function hasWords({ items }: Chunk, trigger: number, { left, right }: Pattern): boolean {
  for (const element of left) if (isMissing(element, items, 0, trigger)) return false;
  for (const element of right) if (isMissing(element, items, trigger + 1, items.length)) return false;
  return true;
}

function isMissing(element: Element, items: readonly Item[], from: number, to: number): boolean {
  if (element.type === 'slot' || element.optional) return false;
  for (let at = from; at < to; at++) if (element.words.has(items[at]?.text ?? '')) return false;
  return true;
}

/** «他和提出S的X»: after the conjunction a relative clause begins, whose subject is yet to come. */
export function opensRelative(items: readonly Item[], trigger: number, pattern: Pattern): boolean {
  return (
    pattern.voice === 'active' && /^[和与及跟]$/u.test(items[trigger - 1]?.text ?? '') && isName(items[trigger - 2])
  );
}

/** «Apple launched the iPhone in 2007» says nothing of when Apple began: what is dated is the thing behind the verb. */
export function hasObjectOfItsOwn({ items }: Chunk, trigger: number, pattern: Pattern): boolean {
  const [first] = pattern.right;
  const placed = first?.type === 'words' && pattern.predicate.range.includes('place');
  const bare = first === undefined ? pattern.anywhere.length > 0 : placed;
  if (pattern.language !== 'en' || !bare || pattern.voice === 'noun') return false;
  const verb = isVerb(items[trigger]) || /^(?:started|began)$/u.test(items[trigger]?.text ?? '');
  if (!verb || is(items[trigger - 1], 'be', 'adv')) return false;
  const next = items[trigger + 1];
  return is(next, 'det') || isName(next);
}
