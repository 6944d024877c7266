import type { Entity } from '../model.ts';
import { type Fold, indexNames, labelsOf, namesOf, rootKinds } from './names.ts';
import type { Validation } from './validation.ts';

/**
 * Entities that may be one: a label of one is a name of the other and both are things of the same sort, or both have the
 * same link. Shared aliases alone (surnames, abbreviations) are no sign; `findAmbiguousNames` lists those.
 */
export function checkDuplicates(validation: Validation, fold: Fold): void {
  const reported = new Set<string>();
  const warn = (one: Entity, other: Entity, why: string) => {
    const key = [one.id, other.id].sort().join(' ');
    if (reported.has(key)) return;
    reported.add(key);
    const fix = 'merge them, or give each a name that tells them apart';
    validation.warn(validation.origins.ofEntity(other.id), `${other.id} and ${one.id} ${why}; ${fix}`);
  };
  for (const group of indexNames(validation, fold).values()) {
    for (const [one, other] of pairs(group)) {
      if (!sharesLabel(one, other, fold) || !sameSort(validation, one, other)) continue;
      warn(one, other, 'may be the same: a label of one is a name of the other');
    }
  }
  for (const group of byLink(validation).values()) {
    for (const [one, other] of pairs(group))
      if (sameSort(validation, one, other)) warn(one, other, 'have the same link in sameAs');
  }
}

function sharesLabel(one: Entity, other: Entity, fold: Fold): boolean {
  const names = namesOf(one, fold);
  const otherNames = namesOf(other, fold);
  return (
    [...labelsOf(one, fold)].some((label) => otherNames.has(label)) ||
    [...labelsOf(other, fold)].some((label) => names.has(label))
  );
}

/** Whether both are under the same top kind and no kind of one excludes one of the other. */
function sameSort(validation: Validation, one: Entity, other: Entity): boolean {
  const { knowledge } = validation;
  const roots = rootKinds(validation, other.id);
  if (![...rootKinds(validation, one.id)].some((root) => roots.has(root))) return false;
  return !knowledge.ontology.areDisjoint(one.kind, other.kind);
}

function byLink({ content }: Validation): Map<string, Entity[]> {
  const index = new Map<string, Entity[]>();
  for (const entity of content.entities) {
    for (const link of new Set(entity.sameAs)) index.set(link, [...(index.get(link) ?? []), entity]);
  }
  return index;
}

function* pairs<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, one] of items.entries()) for (const other of items.slice(index + 1)) yield [one, other];
}
