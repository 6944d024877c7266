import type { EntityId, KindId } from '../knowledge/model.ts';
import type { Draft } from './draft.ts';
import { type Known, labelsOf } from './known.ts';
import { withoutInitials } from './names.ts';

/** What a draft is in the knowledge. `label`: both have the same label; `name`: the label of one is another name of the other. */
export type Match =
  | { readonly type: 'link' | 'label' | 'name'; readonly id: EntityId }
  | {
      readonly type: 'ambiguous';
      readonly candidates: readonly EntityId[];
      readonly reason: string;
      /** What another name of the draft would have found, had its label not stood in the way. */
      readonly otherwise?: EntityId;
    }
  | { readonly type: 'none' };

/**
 * Finds the entity that a draft speaks of: by link, else by its label among the labels, then among all names, then by its
 * aliases among the labels, each time only entities of a fitting kind. Several candidates, or one of a kind that does
 * not fit, are ambiguous: never guessed. Who has the name as label comes before who is also called so, whatever the kind.
 */
export function matchDraft(draft: Draft, known: Known): Match {
  const linked = new Set([...draft.sameAs, ...draft.links].flatMap((url) => [...known.withLink(url)]));
  const [id] = linked;
  if (linked.size === 1 && id !== undefined) return { type: 'link', id };
  if (linked.size > 1)
    return { type: 'ambiguous', candidates: [...linked], reason: 'its links belong to several entities' };
  const kinds = draft.kind === undefined ? (draft.kinds ?? []) : [draft.kind];
  const labels = labelsOf(draft.label);
  const aliases = [
    ...draft.aliases.en,
    ...draft.aliases.zh,
    ...labels.flatMap((label) => withoutInitials(label) ?? []),
  ];
  const fitting = (ids: readonly EntityId[]) => [...new Set(ids)].filter((one) => known.fits(one, kinds));
  const byLabel = labels.flatMap((name) => [...known.withLabel(name)]);
  const byName = labels.flatMap((name) => [...known.withName(name)]);
  const steps = [
    byLabel,
    byName,
    labels.flatMap((name) => [...known.withSlug(name)]),
    aliases.flatMap((name) => [...known.withLabel(name)]),
  ];
  for (const [index, step] of steps.entries()) {
    const found = fitting(step);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return { type: index === 0 ? 'label' : 'name', id: only };
    if (index === 0 && found.length === 0 && byLabel.length > 0)
      return ofAnotherKind(byLabel, kinds, fitting(steps.slice(1).flat()));
    if (found.length > 1) return { type: 'ambiguous', candidates: found, reason: 'several entities have this name' };
  }
  return byName.length === 0 ? { type: 'none' } : ofAnotherKind(byName, kinds, []);
}

function ofAnotherKind(ids: readonly EntityId[], kinds: readonly KindId[], others: readonly EntityId[]): Match {
  const [otherwise] = others;
  return {
    type: 'ambiguous',
    candidates: [...new Set(ids)],
    reason: `an entity of another kind has this name (wanted: ${wanted(kinds)})`,
    ...(others.length === 1 && otherwise !== undefined && { otherwise }),
  };
}

function wanted(kinds: readonly KindId[]): string {
  return kinds.length === 0 ? 'unknown kind' : kinds.join(', ');
}
