import type { ContradictionResult, Verdict } from '../../assessment/result.ts';
import type { Checked, Claim } from './checked.ts';

/** A claim of a document as the page shows it. */
export interface Flag {
  /** Its place in the list of claims. */
  readonly index: number;
  readonly claim: Claim;
  readonly contradictions: readonly ContradictionResult[];
}

/** Which flags are shown. */
export interface Filter {
  readonly verdicts: ReadonlySet<Verdict>;
  /** Only those that contradict others. */
  readonly contradicting: boolean;
  /** Only below this heading, written as `sectionKey`; empty: everywhere. */
  readonly section: string;
  /** Only about this entity, as subject or object; empty: about anything. */
  readonly entity: string;
}

/** The claims as flags, in the order of the text. */
export function toFlags({ result }: Checked): Flag[] {
  const involved = new Map<number, ContradictionResult[]>();
  for (const contradiction of result.contradictions) {
    for (const index of [contradiction.a, contradiction.b]) {
      involved.set(index, [...(involved.get(index) ?? []), contradiction]);
    }
  }
  return result.claims
    .map((claim, index) => ({ index, claim, contradictions: involved.get(index) ?? [] }))
    .sort((a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end || a.index - b.index);
}

/** Headings as one text that tells them apart. */
export function sectionKey(section: readonly string[]): string {
  return section.join('\n');
}

/** Whether a flag passes. */
export function passes({ claim, contradictions }: Flag, filter: Filter): boolean {
  if (filter.contradicting ? contradictions.length === 0 : !filter.verdicts.has(claim.verdict)) return false;
  if (filter.section !== '' && !`${sectionKey(claim.section)}\n`.startsWith(`${filter.section}\n`)) return false;
  return filter.entity === '' || claim.subject === filter.entity || claim.object === filter.entity;
}

/** Whether it calls for a change. */
export function callsForChange({ claim, contradictions }: Flag): boolean {
  return claim.verdict === 'REFUTED' || claim.verdict === 'CONFLICTING' || contradictions.length > 0;
}

/** Those to go through one by one: what calls for a change; where nothing shown does, all that is shown. */
export function toVisit(shown: readonly Flag[]): readonly Flag[] {
  const calling = shown.filter(callsForChange);
  return calling.length > 0 ? calling : shown;
}

/** The flag after (or before) the current one, round the end. */
export function step(flags: readonly Flag[], current: Flag | undefined, direction: 1 | -1): Flag | undefined {
  if (flags.length === 0) return undefined;
  const at = current ? flags.indexOf(current) : -1;
  if (at >= 0) return flags[(at + direction + flags.length) % flags.length];
  const start = current?.claim.start ?? (direction === 1 ? -1 : Number.POSITIVE_INFINITY);
  const beyond = direction === 1 ? flags.find(after(start)) : flags.findLast(before(start));
  return beyond ?? flags.at(direction === 1 ? 0 : -1);
}

const after = (start: number) => (flag: Flag) => flag.claim.start > start;
const before = (start: number) => (flag: Flag) => flag.claim.start < start;

/** What outweighs what where several flags lie on the same words. */
const WEIGHT: Readonly<Record<Verdict, number>> = { REFUTED: 3, CONFLICTING: 2, SUPPORTED: 1, NOT_ENOUGH_INFO: 0 };

/** The weightiest first; of equals the shorter one. */
export function byWeight(flags: readonly Flag[]): Flag[] {
  const length = ({ claim }: Flag) => claim.end - claim.start;
  return [...flags].sort((a, b) => WEIGHT[b.claim.verdict] - WEIGHT[a.claim.verdict] || length(a) - length(b));
}
