import type { StoredEntity } from '../../store/graph-model.ts';
import { fold } from '../../text/fold.ts';

/** An entity that may be meant, and the name of it that fits what was typed. */
export interface Suggestion {
  readonly entity: StoredEntity;
  readonly name: string;
}

/** How well a name fits: called so, begins so, has all the words. */
const EXACT = 3;
const BEGINS = 2;
const HOLDS = 1;

const BETWEEN_WORDS = /[\s\p{Punctuation}\p{Symbol}]+/u;
const HAN = /\p{Script=Han}/u;

/**
 * Entities with a name that fits what was typed so far, best first: what is called so, then what begins so, then what has
 * its words; of equals, what more facts are known of (`factCounts`), then by id. Kinds and terms are left out.
 */
export function rankSuggestions(
  typed: string,
  entities: readonly StoredEntity[],
  factCounts: ReadonlyMap<string, number>,
): Suggestion[] {
  const wanted = fold(typed).trim();
  const facts = ({ id }: StoredEntity) => factCounts.get(id) ?? 0;
  return entities
    .filter(({ vocabulary }) => !vocabulary)
    .flatMap((entity) => bestName(entity, wanted) ?? [])
    .sort((a, b) => b.fit - a.fit || facts(b.entity) - facts(a.entity) || (a.entity.id < b.entity.id ? -1 : 1))
    .map(({ entity, name }) => ({ entity, name }));
}

function bestName(entity: StoredEntity, wanted: string): (Suggestion & { readonly fit: number }) | undefined {
  const [best] = namesOf(entity)
    .map((name) => ({ entity, name, fit: fitOf(fold(name), wanted) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  return best;
}

function namesOf({ label, aliases }: StoredEntity): string[] {
  return [label.en, label.zh, ...aliases.map(({ text }) => text)].filter((name) => name !== undefined);
}

function fitOf(name: string, wanted: string): number {
  if (name === wanted) return EXACT;
  if (name.startsWith(wanted)) return BEGINS;
  const words = name.split(BETWEEN_WORDS);
  const parts = wanted.split(BETWEEN_WORDS).filter((part) => part !== '');
  const holds = (part: string) =>
    HAN.test(part) ? name.includes(part) : words.some((word) => word.startsWith(part)) || name.includes(` ${part}`);
  return parts.length > 0 && parts.every(holds) ? HOLDS : 0;
}
