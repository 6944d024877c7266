import type { Assessed } from './assessor.ts';
import type { ClaimResult, ContradictionResult } from './result.ts';
import type { Wording } from './wording.ts';

const MAX_PAIRS_PER_TOPIC = 3;
const MAX_PER_VALUE = 6;
const MAX_GROUP = 200;

/**
 * Pairs of claims that cannot both hold: one that the knowledge refutes beside one of the same subject and relation that
 * it supports, two different values of a predicate that has one, a claim and its denial, one that says «uses» beside another way.
 */
export function findContradictions(
  assessed: readonly Assessed[],
  results: readonly ClaimResult[],
  wording: Wording,
): ContradictionResult[] {
  const groups = new Map<string, number[]>();
  assessed.forEach((item, index) => {
    // what was only associated by types is too loose to be held against another statement
    if (!item.subject || item.claim.layer === 'association') return;
    const key = `${item.subject} ${familyOf(item.reading.predicate.id)}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const pairs = new Map<string, ContradictionResult>();
  for (const all of groups.values()) {
    const group = representatives(all, assessed);
    const seen = new Map<string, number>();
    for (const [order, a] of group.entries()) {
      for (const b of group.slice(order + 1)) {
        const first = assessed[a];
        const second = assessed[b];
        if (!first || !second || !contradict(first, second)) continue;
        const topic = [results[a]?.object, results[b]?.object].sort().join(' ');
        const count = (seen.get(topic) ?? 0) + 1;
        seen.set(topic, count);
        if (count > MAX_PAIRS_PER_TOPIC || pairs.has(`${a} ${b}`)) continue;
        const [left, right] = [results[a], results[b]];
        if (left && right) pairs.set(`${a} ${b}`, { a, b, explanation: explainPair(first, left, right, wording) });
      }
    }
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** A few claims for each value, so that a text that repeats itself is not compared with itself all over. */
function representatives(group: readonly number[], assessed: readonly Assessed[]): number[] {
  const counts = new Map<string, number>();
  return group
    .filter((index) => {
      const item = assessed[index];
      const key = `${item?.object ?? item?.reading.object.text} ${item?.claim.negated}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= MAX_PER_VALUE;
    })
    .slice(0, MAX_GROUP);
}

const MAKING: readonly string[] = ['developer', 'creator', 'introducedBy', 'contributor'];

/** Relations of making are one family: who developed, created, introduced or contributed. */
function familyOf(predicate: string): string {
  return MAKING.includes(predicate) ? 'making' : predicate;
}

/** The predicates whose claims can contradict one of this predicate: those of its family, itself among them. */
export function kindredOf(predicate: string): readonly string[] {
  return MAKING.includes(predicate) ? MAKING : [predicate];
}

function contradict(a: Assessed, b: Assessed): boolean {
  const same = a.object !== undefined ? a.object === b.object : a.reading.object.text === b.reading.object.text;
  if (same) return a.claim.negated !== b.claim.negated;
  if (a.claim.negated || b.claim.negated) return false;
  const verdicts = new Set([a.decision.verdict, b.decision.verdict]);
  if (isSole(a, b) || isSole(b, a)) return true;
  if (verdicts.has('SUPPORTED') && verdicts.has('REFUTED')) return excludes(a) || excludes(b);
  const single = !a.reading.predicate.many && a.reading.predicate === b.reading.predicate;
  const dates = a.reading.object.value?.type === 'date' && b.reading.object.value?.type === 'date';
  return single && !verdicts.has('SUPPORTED') && (!dates || a.reading.object.text !== b.reading.object.text);
}

/** Predicates whose complete lists texts tell as one: naming another maker is telling another story. */
const TOLD_AS_ONE: readonly string[] = [...MAKING, 'author', 'founder'];

/** Whether what refutes a claim leaves no room for it beside the right value, as having worked elsewhere too would. */
function excludes({ decision, reading }: Assessed): boolean {
  if (decision.verdict !== 'REFUTED') return false;
  if (decision.grounds === 'not-in-list') return !reading.predicate.many || TOLD_AS_ONE.includes(reading.predicate.id);
  return ['other-value', 'disjoint-kind', 'held-by-other'].includes(decision.grounds);
}

/** «uses static graphs» beside «supports static and dynamic graphs»: the words of the first say that there is no other. */
function isSole(a: Assessed, b: Assessed): boolean {
  if (!a.reading.sole || a.reading.predicate !== b.reading.predicate || b.object === undefined) return false;
  return b.decision.verdict === 'SUPPORTED' && !a.claim.siblings.includes(b.object);
}

function explainPair(
  a: Assessed,
  left: ClaimResult,
  right: ClaimResult,
  wording: Wording,
): ContradictionResult['explanation'] {
  const subject = a.subject ?? '';
  const predicate = a.reading.predicate.id;
  return {
    en: `On “${wording.predicate(predicate, 'en')}” of ${wording.label(subject, 'en')} the text says both “${left.quote}” and “${right.quote}”.`,
    zh: `关于${wording.label(subject, 'zh')}的“${wording.predicate(predicate, 'zh')}”，文中既说“${left.quote}”，又说“${right.quote}”。`,
  };
}
