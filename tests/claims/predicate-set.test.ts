import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PredicateSet } from '../../src/claims/predicate-set.ts';
import type { Predicate } from '../../src/knowledge/ontology.ts';

const all = Array.from({ length: 70 }, (_, index) => ({ id: `p${index}`, index }) as Predicate);
const members = fc.subarray(all);
const inOrder = (set: PredicateSet) => [...set].map(({ index }) => index);
const indexes = (predicates: readonly Predicate[]) => predicates.map(({ index }) => index);

describe('a set of predicates', () => {
  it('holds just its members, in the order of the ontology', () => {
    fc.assert(
      fc.property(members, (some) => {
        const set = new PredicateSet(all, [...some].reverse());
        expect(inOrder(set)).toEqual(indexes(some));
        expect(set.size).toBe(some.length);
        for (const predicate of all) expect(set.has(predicate)).toBe(some.includes(predicate));
      }),
    );
  });

  it('joins, meets and lessens as sets do', () => {
    fc.assert(
      fc.property(members, members, (left, right) => {
        const [a, b] = [new PredicateSet(all, left), new PredicateSet(all, right)];
        expect(inOrder(a.or(b))).toEqual(indexes(all.filter((one) => left.includes(one) || right.includes(one))));
        expect(inOrder(a.and(b))).toEqual(indexes(left.filter((one) => right.includes(one))));
        expect(inOrder(a.without(b))).toEqual(indexes(left.filter((one) => !right.includes(one))));
      }),
    );
  });
});
