import type { Item } from '../linking/item.ts';
import { type Chunk, isVerb } from './chunk.ts';
import { is } from './grammar.ts';
import { isTermOfOffice } from './incumbency.ts';
import { isSort } from './modifiers.ts';
import type { Pattern } from './pattern.ts';
import { isRelationalNoun } from './trigger-site.ts';

/** What may lie between a trigger and its slots. */

/** How many items back the article of a noun may stand. */
const FARTHEST_ARTICLE = 4;

/** Which way a scan goes from the trigger. */
export type Direction = -1 | 1;

/** What may lie in a gap: function words, adjectives, kinds, prepositional phrases; no other statement. */
export function canSkip(chunk: Chunk, at: number, direction: Direction, pattern: Pattern, order: number): boolean {
  const item = chunk.items[at];
  if (!item) return false;
  if (item.type === 'punct') return !/[;；:：]/u.test(item.text) || pattern.voice === 'noun';
  if (pattern.language === 'zh' && chunk.items[at + direction]?.value?.type === 'number') return true;
  // «在六局对抗赛中击败»: a verb that only names an event
  if (direction === -1 && isVerb(item) && /^[赛战中上里]/u.test(chunk.items[at + 1]?.text ?? '')) return true;
  if (pattern.voice === 'noun' && isTermOfOffice(item, chunk.items[at + 1])) return true;
  if (pattern.language === 'zh' && direction === 1 && isSort(chunk.items[at + 1]) && !is(item, 'conj', 'agent'))
    return true;
  // «第一作者是OpenAI联合创始人X»: what somebody is called besides
  if (pattern.language === 'zh' && direction === 1 && isRelationalNoun(item) && isPersonName(chunk.items[at + 1]))
    return true;
  if (pattern.language === 'zh')
    return !isVerb(item) || is(item, 'adv', 'be', 'have', 'aux') || item.entities.length > 0 || joined(chunk, at);
  if (is(item, 'prep') && direction === 1 && order === 0 && pattern.voice !== 'passive') return false;
  if (is(item, 'rel', 'sub') && direction === 1) return false;
  if (isVerb(item) && item.entities.length === 0 && !is(item, 'be', 'have', 'aux', 'adv'))
    return joined(chunk, at) || (direction === 1 && isNoun(chunk.items, at));
  return true;
}

function isPersonName(item: Item | undefined): boolean {
  return item?.value?.type === 'name' || (item?.entities.some((id) => id.startsWith('person/')) ?? false);
}

/** «beat the champions A and B», «beat the world champions A»: behind an article and right before a name no verb. */
function isNoun(items: readonly Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - FARTHEST_ARTICLE), at);
  const article = before.findLastIndex((item) => /^(?:the|an?|its|their)$/u.test(item.text));
  const next = items[at + 1];
  const named = next?.type === 'mention' || next?.value?.type === 'name';
  return article >= 0 && named && before.slice(article + 1).every((item) => !isVerb(item) && item.type !== 'punct');
}

/** Whether a verb is coordinated with (or governs, by «to») the trigger, so that they share subject and object. */
function joined(chunk: Chunk, at: number): boolean {
  const { items } = chunk;
  return [items[at - 1], items[at + 1]].some(
    (item) => is(item, 'conj', 'aux') || item?.text === '、' || item?.text === ',' || isVerb(item),
  );
}

/** Whether an item belongs to a prepositional phrase that opens the chunk («在…领域», "in 2015 at Google"). */
export function inPhrase(chunk: Chunk, at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index <= 6; index--) {
    // «in 2016 Huang delivered …»: the date ends the phrase
    const closed = index + 1 < at && chunk.items[index + 1]?.value?.type === 'date';
    if (is(chunk.items[index], 'prep')) return !(closed && /^[a-z]/u.test(chunk.items[index]?.text ?? ''));
    if (isVerb(chunk.items[index])) return false;
  }
  return false;
}

/** A preposition with its noun phrase still open: «to the newly created …» has no subject before it. */
export function opensPhrase(items: readonly Item[], at: number): boolean {
  return is(items[at], 'prep') && !(is(items[at], 'aux') && isVerb(items[at + 1]));
}

/** «the Turing Award for 1975 was handed to»: the year belongs to the name before it. */
export function datesNoun(items: readonly Item[], at: number): boolean {
  return /^(?:for|of)$/u.test(items[at]?.text ?? '') && items[at + 1]?.value?.type === 'date';
}

/** «离开OpenAI后创立», «left OpenAI to found»: the name is what another verb is done to. */
export function isObjectOfVerb(items: readonly Item[], at: number, pattern: Pattern): boolean {
  if (pattern.voice !== 'active' || pattern.language !== 'zh') return false;
  let before = at - 1;
  while (is(items[before], 'aspect')) before--;
  // «前往X攻读»: the pattern itself asks for that verb
  const [, outer] = pattern.left;
  if (outer?.type === 'words' && outer.words.has(items[before]?.text ?? '')) return false;
  return before >= 0 && isVerb(items[before]) && !is(items[before], 'conj');
}
