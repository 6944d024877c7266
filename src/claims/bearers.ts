import { type Chunk, isName } from './chunk.ts';
import type { Reading } from './claim.ts';
import type { Draft } from './draft.ts';
import type { Match } from './match.ts';

/** Whether who or what a reading is about is the one the words mean. */

/** «In 2019 the lab created Lab LP»: what a thing made under its own name is not the thing. */
export function isOfItself({ items }: Chunk, { slots, trigger, pattern }: Match): boolean {
  const made = slots.get('s');
  const id = made?.arguments[0]?.entities[0];
  if (id === undefined || pattern.voice === 'noun' || (made?.index ?? -1) <= trigger) return false;
  return items.slice(0, trigger).some(({ entities }) => entities.includes(id));
}

/** «辛顿的两位学生A和B»: the names right behind the noun say who they are. */
export function namesItsHolder({ items }: Chunk, { trigger, pattern: { language } }: Match): boolean {
  return language === 'zh' && isName(items[trigger + 1]) && items[trigger]?.end === items[trigger + 1]?.start;
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
