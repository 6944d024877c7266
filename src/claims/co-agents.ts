import { hasTag, type Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { Filler, Match } from './match.ts';
import type { NounPhrases } from './noun-phrase.ts';
import type { SlotTypes } from './slot-types.ts';

/** Those who did with somebody what a clause says he did: they stand in the same relation. */

const WITH = /^(?:with|alongside|together with|along with)$/u;
const WITH_HAN = /^(?:与|和|同|跟|联合|联手|携手|偕同)$/u;
/** How many items may say who somebody is before he is named («with fellow Stanford professor X»). */
const LONGEST_DESCRIPTION = 6;

interface Readers {
  readonly types: SlotTypes;
  readonly phrases: NounPhrases;
}

/** «X co-wrote S with Y», «X在…期间与Y一起提出了S»: Y did it too. Adds Y to the slot of X, and X to the slot of Y. */
export function addCompanions(
  match: Match & { readonly slots: Map<string, Filler> },
  chunk: Chunk,
  readers: Readers,
): void {
  const { pattern, slots, trigger } = match;
  const { predicate, language, voice } = pattern;
  if (voice !== 'active' && voice !== 'passive') return;
  for (const [name, filler] of slots) {
    const isDoer = name === 'o' || (name === 's' && predicate.qualifiers.includes('with'));
    if (!isDoer || (voice === 'active' && filler.index > trigger)) continue;
    if (!filler.arguments.some(({ entities }) => entities.some((id) => readers.types.isOf(id, ['person'])))) continue;
    const at =
      language === 'en'
        ? [...companionBehind(chunk, Math.max(trigger, filler.index), readers), ...besideHis(chunk, trigger, readers)]
        : companionBefore(chunk, trigger, readers);
    for (const index of at) {
      const item = chunk.items[index];
      const argument = item && readers.types.fit(item, predicate, name);
      const known = slots.get(name) ?? filler;
      if (!argument || known.arguments.some(({ start }) => start === argument.start)) continue;
      const all = readers.phrases.list(chunk, index, 1, argument, predicate, name);
      slots.set(name, { ...known, arguments: [...known.arguments, ...all] });
    }
  }
}

/** «… together with fellow Stanford professor Y»: no other verb, and nothing but what says who he is, before the name. */
function companionBehind({ items }: Chunk, from: number, { types }: Readers): number[] {
  const at = items.findIndex((item, index) => index > from && (WITH.test(item.text) || isAndHis(items, index)));
  if (at < 0 || items.slice(from + 1, at).some((item) => isOtherVerb(item))) return [];
  const found = personAfter(items, at, types);
  return found === undefined ? [] : [found];
}

/** «X and his Stanford colleague Y founded S»: both did. */
function besideHis({ items }: Chunk, trigger: number, { types }: Readers): number[] {
  const at = items.findIndex((_, index) => index < trigger && isAndHis(items, index));
  const second = at < 1 ? undefined : personAfter(items, at, types);
  if (second === undefined || second > trigger || !isKnownPerson(items[at - 1], types)) return [];
  return items.slice(second + 1, trigger).some((item) => isOtherVerb(item) || is(item, 'poss')) ? [] : [at - 1, second];
}

/** «X在…期间与Y一起V», «X与Y分享V»: those on both sides of 与, with nothing done by another between them and the verb. */
function companionBefore({ items }: Chunk, trigger: number, { types }: Readers): number[] {
  const at = items.findLastIndex(({ text }, index) => index < trigger && WITH_HAN.test(text));
  const second = at < 1 ? undefined : personAfter(items, at, types);
  if (second === undefined || second > trigger || is(items[second + 1], 'poss')) return [];
  const first = items.findIndex((item) => types.isThing(item));
  if (first < 0 || first >= at || is(items[first + 1], 'poss') || !isKnownPerson(items[first], types)) return [];
  return items.slice(second + 1, trigger).some((item) => isOtherVerb(item)) ? [] : [first, second];
}

/** The first person behind a word, where only nouns and articles stand between. */
function personAfter(items: readonly Item[], at: number, types: SlotTypes): number | undefined {
  for (let index = at + 1; index <= at + 1 + LONGEST_DESCRIPTION; index++) {
    const item = items[index];
    if (!item || item.type === 'punct') return undefined;
    if (is(items[index + 1], 'poss') && isName(item)) index++;
    else if (isKnownPerson(item, types)) return index;
    else if (item.value || (isFunctionWord(item) && !isDescribing(item)) || isOtherVerb(item)) return undefined;
  }
  return undefined;
}

function isAndHis(items: readonly Item[], index: number): boolean {
  return items[index]?.text === 'and' && isHis(items[index + 1]);
}

/** «his», read as the person it stands for or not. */
function isHis(item: Item | undefined): boolean {
  return is(item, 'he', 'his') || hasTag(item, 'pronoun');
}

function isDescribing(item: Item): boolean {
  return is(item, 'det', 'his', 'former', 'group') && !is(item, 'prep', 'conj', 'rel', 'be', 'neg');
}

function isKnownPerson(item: Item | undefined, types: SlotTypes): boolean {
  if (item === undefined || item.entities.length === 0 || isHis(item)) return false;
  return types.isThing(item) && types.isPerson(item);
}

/** A verb, unless it is a noun in disguise («fellow», «sister»). */
function isOtherVerb(item: Item): boolean {
  return isVerb(item) && !isName(item) && !is(item, 'adv', 'prep', 'conj');
}
