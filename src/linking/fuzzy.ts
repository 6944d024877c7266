import type { EntityId } from '../knowledge/model.ts';

/** Finds known names that differ from a given one by a slip of the pen: one edit from 6 letters on, two from 11 on. */
export class FuzzyNames {
  private readonly byLength = new Map<number, [string, EntityId][]>();
  private readonly cache = new Map<string, readonly EntityId[]>();

  /** Registers a folded name. Names under six letters and those with Han characters are left out. */
  add(name: string, id: EntityId): void {
    if (name.length < 6 || !/^[\p{Script=Latin} .'-]+$/u.test(name)) return;
    const names = this.byLength.get(name.length) ?? [];
    names.push([name, id]);
    this.byLength.set(name.length, names);
  }

  /** Entities whose name is within reach of the folded `name`, nearest only; empty for short names. */
  find(name: string): readonly EntityId[] {
    const known = this.cache.get(name);
    if (known) return known;
    const result = this.search(name);
    if (this.cache.size < 10_000) this.cache.set(name, result);
    return result;
  }

  private search(name: string): EntityId[] {
    if (name.length < 6 || name.length > 60 || !/^[\p{Script=Latin} .'-]+$/u.test(name)) return [];
    const reach = name.length >= 11 ? 2 : 1;
    let best = reach + 1;
    let result: EntityId[] = [];
    for (let length = name.length - reach; length <= name.length + reach; length++) {
      for (const [candidate, id] of this.byLength.get(length) ?? []) {
        if (candidate[0] !== name[0]) continue;
        const distance = editDistance(name, candidate, reach);
        if (distance > reach || distance > best) continue;
        if (distance < best) result = [];
        best = distance;
        if (!result.includes(id)) result.push(id);
      }
    }
    return result;
  }
}

/** Optimal string alignment distance (insert, delete, substitute, swap neighbours), cut off above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      current.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
