import { is } from '../claims/grammar.ts';
import type { Scene } from '../claims/scene.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';

const FORMER = /^(?:former|ex|alum|alums|alumni|alumna|alumnus|veterans?)$/u;
const FORMER_HAN = /^前(?!者|身|沿|景|途|后|馈|向|端)/u;
const WHOLES = ['partOf', 'parentOrganisation'];
/** How many items may stand between «former» and the house it was of. */
const LONGEST = 8;

/**
 * «was founded by former researchers from X and Y», «一批X前员工创立的»: places of the houses that people of what the sentence is
 * about (its founders, its makers) did belong to.
 */
export function alumniHouses(scene: Scene, about: readonly EntityId[], knowledge: KnowledgeBase): Set<number> {
  const houses = scene.chunks.flatMap(({ items }) => items.filter((_, index) => isLeft(items, index)));
  if (houses.length === 0) return new Set();
  const past = housesOfPeople(about, knowledge);
  return new Set(houses.filter(({ entities }) => entities.some((id) => past.has(id))).map(({ start }) => start));
}

/** Whether an organisation is named as the one that somebody unnamed was of before. */
function isLeft(items: readonly Item[], index: number): boolean {
  if (!isHouse(items[index])) return false;
  let next = index + 1;
  while (isHouse(items[next]) || is(items[next], 'conj') || items[next]?.text === '、') next++;
  if (FORMER_HAN.test(items[next]?.text ?? '') && !isPerson(items[next + 1]) && !isPerson(items[next + 2])) return true;
  const before = items.slice(Math.max(0, index - LONGEST), index);
  const former = before.findLastIndex(({ text }) => FORMER.test(text));
  return (
    former >= 0 && before.slice(former + 1).every(isPassing) && !isPerson(items[next]) && !isPerson(items[next + 1])
  );
}

/** What may stand in «former senior researchers from X and». */
function isPassing(item: Item): boolean {
  if (isHouse(item)) return true;
  if (is(item, 'group', 'conj', 'det') || /^(?:from|of|at|,|-|both|senior|top)$/u.test(item.text)) return true;
  return item.entities.length > 0 && item.entities.every((id) => /^(?:kind|role)\//u.test(id));
}

function isHouse(item: Item | undefined): boolean {
  return item?.entities.some((id) => id.startsWith('organisation/')) ?? false;
}

function isPerson(item: Item | undefined): boolean {
  return item?.value?.type === 'name' || (item?.entities.some((id) => id.startsWith('person/')) ?? false);
}

/** The organisations that facts give for those whom facts of the given things name, with what these belong to. */
function housesOfPeople(about: readonly EntityId[], knowledge: KnowledgeBase): Set<EntityId> {
  const valuesOf = (id: EntityId) =>
    [...knowledge.allFactsOf(id).values()].flat().flatMap(({ value }) => (value.type === 'entity' ? [value.id] : []));
  const people = new Set(about.flatMap(valuesOf).filter((id) => id.startsWith('person/')));
  const own = new Set(about);
  return new Set(
    [...people]
      .flatMap(valuesOf)
      .filter((id) => id.startsWith('organisation/') && !own.has(id))
      .flatMap((id) => [...knowledge.closure(id, WHOLES)]),
  );
}
