import type { EntityId, KindId } from '../knowledge/model.ts';
import type { Draft } from './draft.ts';
import { type Known, labelsOf } from './known.ts';

/** What a draft is in the knowledge. */
export type Match =
  | { readonly type: 'link' | 'name'; readonly id: EntityId }
  | { readonly type: 'ambiguous'; readonly candidates: readonly EntityId[]; readonly reason: string }
  | { readonly type: 'none' };

const NONE: Match = { type: 'none' };

/**
 * Finds the entity that a draft speaks of: by link, else by its label among all names, else by its aliases among the
 * labels, each time only entities of a fitting kind. Several candidates, or one of a kind that does not fit, are
 * ambiguous: never guessed.
 */
export function matchDraft(draft: Draft, known: Known): Match {
  const linked = new Set([...draft.sameAs, ...draft.links].flatMap((url) => [...known.withLink(url)]));
  const [id] = linked;
  if (linked.size === 1 && id !== undefined) return { type: 'link', id };
  if (linked.size > 1)
    return { type: 'ambiguous', candidates: [...linked], reason: 'its links belong to several entities' };
  const kinds = draft.kind === undefined ? (draft.kinds ?? []) : [draft.kind];
  const byLabel = labelsOf(draft.label).flatMap((name) => [...known.withName(name)]);
  const found = choose(byLabel, kinds, known, true);
  if (found.type !== 'none') return found;
  const aliases = [...draft.aliases.en, ...draft.aliases.zh];
  return choose(
    aliases.flatMap((name) => [...known.withLabel(name)]),
    kinds,
    known,
    false,
  );
}

function choose(ids: readonly EntityId[], kinds: readonly KindId[], known: Known, strict: boolean): Match {
  const all = [...new Set(ids)];
  const fitting = all.filter((id) => known.fits(id, kinds));
  const [id] = fitting;
  if (fitting.length === 1 && id !== undefined) return { type: 'name', id };
  if (fitting.length > 1) return { type: 'ambiguous', candidates: fitting, reason: 'several entities have this name' };
  if (strict && all.length > 0) {
    return {
      type: 'ambiguous',
      candidates: all,
      reason: `an entity of another kind has this name (wanted: ${kinds.join(', ')})`,
    };
  }
  return NONE;
}
