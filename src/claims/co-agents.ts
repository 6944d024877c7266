import type { Chunk } from './chunk.ts';
import type { Filler, Match } from './match.ts';
import type { NounPhrases } from './noun-phrase.ts';
import type { SlotTypes } from './slot-types.ts';

const WITH = /^(?:with|alongside|together with|along with)$/u;

/** «X co-wrote S with Y»: Y did it too. Adds Y to the slot of X. */
export function addCompanions(
  { pattern, slots, trigger }: Match & { readonly slots: Map<string, Filler> },
  chunk: Chunk,
  { types, phrases }: { readonly types: SlotTypes; readonly phrases: NounPhrases },
): void {
  const { predicate, language, voice } = pattern;
  if (language !== 'en' || voice !== 'active') return;
  for (const [name, filler] of slots) {
    const shared = name === 'o' || (name === 's' && predicate.qualifiers.includes('with'));
    if (filler.index > trigger || !shared) continue;
    const at = chunk.items.findIndex(({ text }, index) => index > trigger && WITH.test(text));
    const companion = at >= 0 ? chunk.items[at + 1] : undefined;
    const argument =
      companion?.entities.length && types.isPerson(companion) ? types.fit(companion, predicate, name) : undefined;
    if (!argument) continue;
    const all = phrases.list(chunk, at + 1, 1, argument, predicate, name);
    slots.set(name, { ...filler, arguments: [...filler.arguments, ...all] });
  }
}
