import type { ClaimResult, Verdict } from '../../src/assessment/result.ts';
import type { Engine } from '../../src/engine.ts';
import type { LabelledClaim } from './score.ts';

/** What becomes of true sentences when one value in them is changed, or when they are denied. Shares lie between 0 and 1. */
export interface MutationScore {
  readonly changed: number;
  /** Share of the changed sentences that are no longer called supported. */
  readonly changedNotSupported: number;
  readonly changedRefuted: number;
  readonly denied: number;
  /** Share of the denied sentences that are called refuted. */
  readonly deniedRefuted: number;
}

const MOST_CHANGED = 500;
const MOST_DENIED = 200;
const CJK = /\p{Script=Han}/u;

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Changes one value in each sentence that is rightly called supported, and denies some of them. */
export function scoreMutations(engine: Engine, claims: readonly LabelledClaim[]): MutationScore {
  const random = seeded(20261127);
  const verdictOf = (text: string): Verdict => engine.verify(text).verdict;
  const right = claims.flatMap(({ claim, label }) => {
    if (label !== 'SUPPORTED') return [];
    const verification = engine.verify(claim);
    return verification.verdict === 'SUPPORTED' ? [{ claim, parts: verification.claims }] : [];
  });
  const changed = right
    .flatMap(({ claim, parts }) => parts.flatMap((part) => changedIn(engine, claim, part, random) ?? []))
    .slice(0, MOST_CHANGED)
    .map(verdictOf);
  const denied = right
    .flatMap(({ claim }) => deny(claim) ?? [])
    .slice(0, MOST_DENIED)
    .map(verdictOf);
  const share = (verdicts: readonly Verdict[], holds: (verdict: Verdict) => boolean) =>
    verdicts.length === 0 ? 0 : Math.round((verdicts.filter(holds).length / verdicts.length) * 1e4) / 1e4;
  return {
    changed: changed.length,
    changedNotSupported: share(changed, (verdict) => verdict !== 'SUPPORTED'),
    changedRefuted: share(changed, (verdict) => verdict === 'REFUTED'),
    denied: denied.length,
    deniedRefuted: share(denied, (verdict) => verdict === 'REFUTED'),
  };
}

/** The sentence with another value of the same sort: another person, organisation, place …, or another year. */
function changedIn(engine: Engine, sentence: string, part: ClaimResult, random: () => number): string | undefined {
  if (part.verdict !== 'SUPPORTED' || part.layer !== 'phrasing' || part.negated) return undefined;
  const mention = engine.mentions(sentence).find(({ entities }) => entities[0] === part.object);
  if (mention && part.object.includes('/')) {
    const name = otherOf(engine, part, CJK.test(sentence), random);
    return name ? sentence.slice(0, mention.start) + name + sentence.slice(mention.end) : undefined;
  }
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/u.exec(part.object)?.[0];
  if (year === undefined || sentence.split(year).length !== 2) return undefined;
  return sentence.replace(year, String(Number(year) - 3 - Math.floor(random() * 9)));
}

/** The name of a well-known thing of the same kind of which the same is not known. */
function otherOf(engine: Engine, part: ClaimResult, chinese: boolean, random: () => number): string | undefined {
  const { knowledge } = engine;
  const kind = part.object.slice(0, part.object.indexOf('/'));
  const known = new Set(
    knowledge.factsOf(part.subject, part.predicate).flatMap(({ value }) => (value.type === 'entity' ? [value.id] : [])),
  );
  const others = [...knowledge.entities.values()].filter(
    ({ id }) => id.startsWith(`${kind}/`) && !known.has(id) && id !== part.subject && knowledge.fame(id) >= 12,
  );
  const other = others[Math.floor(random() * others.length)];
  return other ? ((chinese ? other.label.zh : other.label.en) ?? other.label.en) : undefined;
}

/** «was» → «was not», 是 → 不是: only where that denies the whole of a short sentence. */
function deny(sentence: string): string | undefined {
  if (/[,，;；:：]|\b(?:not|never|and|who|which)\b|不|没|并|和/u.test(sentence)) return undefined;
  if (CJK.test(sentence)) return sentence.split('是').length === 2 ? sentence.replace('是', '不是') : undefined;
  const verbs = sentence.match(/\b(?:is|was|are|were)\b/gu) ?? [];
  return verbs.length === 1 ? sentence.replace(/\b(?:is|was|are|were)\b/u, '$& not') : undefined;
}
