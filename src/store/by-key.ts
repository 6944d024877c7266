import type { EntityId } from '../knowledge/model.ts';
import type { StoredFact } from './graph-model.ts';

/** Rows by their ids. */
export function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Facts by one of their ends, each list in the order given. */
export function byEnd(
  end: 'subject' | 'object',
  facts: readonly StoredFact[],
): ReadonlyMap<EntityId, readonly StoredFact[]> {
  const groups = new Map<EntityId, StoredFact[]>();
  for (const fact of facts) {
    const key = end === 'subject' ? fact.subject : objectOf(fact);
    const list = groups.get(key);
    if (list) list.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}

function objectOf({ value }: StoredFact): EntityId {
  return value.type === 'entity' ? value.id : '';
}
