import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';

/** How many items may stand behind the year in a name that has it inside. */
const LONGEST = 4;
const YEAR = /^(?:19|20)\d\d$/u;

/** «CVPR 2014最佳论文奖», «CVPR 2014 Best Paper Award»: a name with a year inside it is the name, and the date of what is said. */
export function resolveDatedNames(
  items: readonly Item[],
  lookup: (name: string) => readonly EntityId[],
): readonly Item[] {
  if (!items.some((item, index) => index > 0 && YEAR.test(item.surface))) return items;
  const result: Item[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!item) break;
    const found = datedNameAt(items, index, lookup);
    if (found) {
      result.push(...found.items);
      index = found.next - 1;
    } else result.push(item);
  }
  return result;
}

function datedNameAt(
  items: readonly Item[],
  index: number,
  lookup: (name: string) => readonly EntityId[],
): { items: Item[]; next: number } | undefined {
  const [name, year] = items.slice(index, index + 2);
  if (!name || !year || name.entities.length === 0 || !YEAR.test(year.surface)) return undefined;
  for (let length = Math.min(LONGEST, items.length - index - 2); length > 0; length--) {
    const rest = items.slice(index + 2, index + 2 + length);
    const [first] = rest;
    const last = rest.at(-1);
    if (!first || !last || first.start > year.end + 1) continue;
    const tail = textOf(rest);
    const entities = [`${name.surface}${tail}`, `${name.surface} ${tail}`].map(lookup).find((ids) => ids.length > 0);
    if (!entities) continue;
    const surface = /\p{Script=Han}/u.test(tail) ? `${name.surface}${tail}` : `${name.surface} ${tail}`;
    return {
      items: [
        { ...year, type: 'value', entities: [], value: { type: 'date', start: year.surface, end: year.surface } },
        {
          start: first.start,
          end: last.end,
          surface,
          text: surface.toLowerCase(),
          type: 'mention',
          entities,
          tags: [],
        },
      ],
      next: index + 2 + length,
    };
  }
  return undefined;
}

/** The text of neighbouring items, with a space where they stand apart. */
function textOf(items: readonly Item[]): string {
  return items
    .map(({ surface, start }, at) => ((items[at - 1]?.end ?? start) < start ? ` ${surface}` : surface))
    .join('');
}
