import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import type { Argument, Reading } from './claim.ts';
import type { Draft } from './draft.ts';
import { is } from './grammar.ts';
import type { Match } from './match.ts';

/** Whether who or what a reading is about is the one the words mean. */

/** «In 2019 the lab created Lab LP»: what a thing made under its own name is not the thing. */
export function isOfItself({ items }: Chunk, { slots, trigger, pattern }: Match): boolean {
  const made = slots.get('s');
  const id = made?.arguments[0]?.entities[0];
  if (id === undefined || pattern.voice === 'noun' || (made?.index ?? -1) <= trigger) return false;
  return items.slice(0, trigger).some(({ entities }) => entities.includes(id));
}

/** «辛顿的两位学生A和B», «百度的首席技术官是A»: the name behind the noun says who holds it; `ends` are what was read. */
export function namesItsHolder(
  { items }: Chunk,
  { trigger, pattern: { language } }: Match,
  ends: readonly Argument[],
): boolean {
  const isOther = (item: Item | undefined) => isName(item) && !ends.some(({ start }) => start === item?.start);
  const next = items[trigger + 1];
  if (language === 'zh' && isOther(next) && items[trigger]?.end === next?.start) return true;
  const verb = items.findIndex((item, index) => index > trigger && is(item, 'be'));
  return verb >= 0 && items[verb + 1]?.entities.length !== 0 && isOther(items[verb + 1]);
}

/** «成立于2010年的X公司由…», «提出X的灵感来自…»: a verb that opens a clause which is about the noun behind 的 has nobody for its subject. */
export function isWithinSubject({ items }: Chunk, { trigger, slots, pattern }: Match): boolean {
  if (pattern.language !== 'zh' || pattern.voice !== 'active' || slots.get('o')?.index !== -1) return false;
  if (items.slice(0, trigger).some((item) => !is(item, 'adv') && item.value?.type !== 'date')) return false;
  if (items[trigger]?.text.endsWith('于') || items[trigger + 1]?.text === '于') return true;
  // «提出了X中的许多方法，如基于Y的模型»: what is told as done is the clause's own verb
  if (items[trigger]?.text.endsWith('了') || items[trigger + 1]?.text === '了') return false;
  const of = items.findIndex((item, index) => index > trigger + 1 && is(item, 'poss'));
  return of > 0 && items.slice(of + 1).some((item) => isVerb(item) || is(item, 'be'));
}

/** What can only be said of a pronoun's second candidate counts only where nothing is said of the first. */
export function withoutSeconds(drafts: readonly Draft[]): Draft[] {
  const guesses = ({ subject, object }: Reading) => [subject, object].filter(({ second }) => second);
  const sure = new Set(
    drafts
      .flatMap(({ readings }) => readings.flatMap(({ subject, object }) => [subject, object]))
      .filter(({ second }) => !second)
      .map(({ start }) => start),
  );
  return drafts.flatMap((draft) => {
    const readings = draft.readings.filter((reading) => !guesses(reading).some(({ start }) => sure.has(start)));
    return readings.length > 0 ? [{ ...draft, readings }] : [];
  });
}
