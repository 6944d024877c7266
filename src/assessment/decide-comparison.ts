import { compareDates } from '../knowledge/date.ts';
import type { Fact } from '../knowledge/model.ts';
import { type Decision, refuted, supported, undecided } from './decision.ts';

/** Decides «the value of a is more (later) than that of b», where every known value of one lies on the same side of the other's. */
export function decideComparison(
  known: { readonly left: readonly Fact[]; readonly right: readonly Fact[] },
  direction: 'more' | 'less',
): Decision {
  const left = telling(known.left);
  const right = telling(known.right);
  if (left.length === 0 || right.length === 0) return undecided();
  const orders = left.flatMap((x) => right.map((y) => compareFacts(x, y)));
  const more = orders.every((order) => order > 0);
  const less = orders.every((order) => order < 0);
  const facts = [...left.slice(0, 1), ...right.slice(0, 1)];
  if (more) return direction === 'more' ? supported(facts, 0.9) : refuted('compared', facts, 0.9);
  if (less) return direction === 'less' ? supported(facts, 0.9) : refuted('compared', facts, 0.9);
  return undecided('no-fact', facts);
}

function telling(facts: readonly Fact[]): readonly Fact[] {
  const preferred = facts.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : facts;
}

/** Below zero: x is less (earlier) than y; 0 where they cannot be told apart. */
function compareFacts({ value: x }: Fact, { value: y }: Fact): number {
  if (x.type === 'date' && y.type === 'date') return compareDates(x.date, y.date);
  return x.type === 'number' && y.type === 'number' ? x.amount - y.amount : 0;
}
