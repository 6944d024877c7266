import { parseDate } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { DateValue, Item } from '../linking/item.ts';
import type { Discourse } from './discourse.ts';

const OLDEST = 120;
const HAN_UNIT = /^(?:周)?岁(?:时|那年|的时候|高龄|之年|之际)?$/u;

/**
 * Ages are dates: «at 24», «aged 84», «享年84岁» stand for the year of life that began so many years after the birth of the
 * person the sentence (or else the text) is about. What birth is, the ontology's `agesFrom` says.
 */
export function resolveAges(items: readonly Item[], discourse: Discourse, knowledge: KnowledgeBase): readonly Item[] {
  const { agesFrom } = knowledge.ontology.data;
  if (agesFrom === undefined) return items;
  const result: Item[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!item) continue;
    const words = wordsOfAge(items, index);
    const date =
      words === undefined ? undefined : dateOf(item, personOf(items, index, discourse, knowledge), knowledge);
    if (!date) {
      result.push(item);
      continue;
    }
    const last = items[index + (words ?? 0)] ?? item;
    result.push({ ...item, end: last.end, type: 'value', entities: [], tags: [], value: date });
    index += words ?? 0;
  }
  return result;
}

/** How many items behind a number belong to it as an age; undefined where it is none. */
function wordsOfAge(items: readonly Item[], index: number): number | undefined {
  const { value } = items[index] ?? {};
  if (value?.type !== 'number' || value.amount > OLDEST || !Number.isInteger(value.amount)) return undefined;
  if (value.bound === 'over' || value.bound === 'under') return undefined;
  const text = (offset: number) => items[index + offset]?.text ?? '';
  if (HAN_UNIT.test(text(1))) return 1;
  if (text(1) === 'years' && text(2) === 'old') return 2;
  if (/^(?:aged|age)$/u.test(text(-1)) || (text(-1) === 'of' && text(-2) === 'age')) return 0;
  if (value.amount < 5) return undefined;
  if (text(-1) === 'at' && /^(?:[,.]?|and|when)$/u.test(text(1))) return 0;
  return /^(?:was|is|only|just|turned)$/u.test(text(-1)) && text(1) === 'when' ? 0 : undefined;
}

/** Whose age it is: the person named last before it, else the next one, else whom the text is about. */
function personOf(
  items: readonly Item[],
  index: number,
  discourse: Discourse,
  knowledge: KnowledgeBase,
): EntityId | undefined {
  const person = ({ entities }: Pick<Item, 'entities'>) => entities.find((id) => knowledge.isOfKind(id, ['person']));
  const named = [...items.slice(0, index).reverse(), ...items.slice(index + 1)]
    .map(person)
    .find((id) => id !== undefined);
  const told = named === undefined ? discourse.pronoun(true) : undefined;
  return named ?? (told ? person(told) : undefined);
}

function dateOf({ value }: Item, person: EntityId | undefined, knowledge: KnowledgeBase): DateValue | undefined {
  if (value?.type !== 'number' || person === undefined) return undefined;
  const [birth] = knowledge.factsOf(person, knowledge.ontology.data.agesFrom ?? '');
  if (birth?.value.type !== 'date') return undefined;
  const start = later(birth.value.date, value.amount - (value.bound === 'about' ? 1 : 0));
  const end = later(birth.value.date, value.amount + (value.bound === 'about' ? 2 : 1));
  return start && end ? { type: 'date', start, end } : undefined;
}

/** The same day some years later; 29 February gives its month. */
function later(date: string, years: number): string | undefined {
  const [year = '', ...rest] = date.split('-');
  const moved = [String(Number(year) + years), ...rest].join('-');
  return parseDate(moved) ?? parseDate(moved.slice(0, 7));
}
