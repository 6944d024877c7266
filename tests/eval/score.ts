import { readFileSync } from 'node:fs';
import type { ClaimResult, Verdict, Verification } from '../../src/assessment/result.ts';
import type { Engine } from '../../src/engine.ts';

/** Scores the engine against labelled claims and the annotated corpus. */
export interface LabelledClaim {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly topic: string;
  /** What of language it is an example of, where the writer said so: one, or several with commas. */
  readonly phenomenon?: string;
  readonly claim: string;
  readonly label: Verdict;
  readonly correct?: string;
}

export interface Annotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly label: Verdict;
  readonly correct?: string;
  readonly unsure?: boolean;
}

export interface ClaimScore {
  readonly claims: number;
  readonly accuracy: number;
  /** Of what was called refuted, the share that is labelled so. */
  readonly refutedPrecision: number;
  readonly refutedRecall: number;
  /** Supported taken for refuted or the reverse, as a share of all. */
  readonly flips: number;
}

export interface CorpusScore {
  readonly errors: number;
  /** Share of the annotated errors with a refuting flag on them. */
  readonly errorsFlagged: number;
  readonly trueStatements: number;
  /** Share of the true statements with a refuting flag inside them and no annotated error there. */
  readonly trueStatementsFlagged: number;
  readonly flags: number;
  /** Share of all flags that lie on an annotated error. */
  readonly flagPrecision: number;
  readonly contradictions: number;
}

export function readLines<T>(file: string): T[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** All claims that may be read while building. */
export function developmentClaims(): LabelledClaim[] {
  const halves = ['', '2', '3', '4', '5', '6', '7'];
  return halves.flatMap((half) => readLines<LabelledClaim>(`claims-dev${half}.jsonl`));
}

/** Scores by group: the whole, each language, topic, and the predicate and layer of the claim that decided. */
/** An engine that has verified the claims in depth, for `scoreClaims`. */
export async function inDepth(
  engine: Pick<Engine, 'verifyInDepth'>,
  claims: readonly LabelledClaim[],
): Promise<Pick<Engine, 'verify'>> {
  const answers = new Map<string, Verification>();
  for (const { claim } of claims) answers.set(claim, await engine.verifyInDepth(claim));
  return {
    verify(claim) {
      const answer = answers.get(claim);
      if (!answer) throw new Error(`not verified: ${claim}`);
      return answer;
    },
  };
}

export function scoreClaims(
  engine: Pick<Engine, 'verify'>,
  claims: readonly LabelledClaim[],
): Record<string, ClaimScore> {
  const groups = new Map<string, { label: Verdict; verdict: Verdict }[]>();
  for (const { claim, label, lang, topic, phenomenon } of claims) {
    const { verdict, claims: parts } = engine.verify(claim);
    const decider = parts.find((part) => part.verdict === verdict);
    const keys = [
      'all',
      `language:${lang}`,
      `topic:${topic}`,
      `predicate:${decider?.predicate ?? 'none'}`,
      `layer:${decider?.layer ?? 'none'}`,
      ...(phenomenon ? [`phenomenon:${phenomenon}`] : []),
    ];
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), { label, verdict }]);
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([key, pairs]) => [key, scoreGroup(pairs)]),
  );
}

function scoreGroup(pairs: readonly { label: Verdict; verdict: Verdict }[]): ClaimScore {
  const count = (test: (pair: { label: Verdict; verdict: Verdict }) => boolean) => pairs.filter(test).length;
  const refuted = count(({ verdict }) => verdict === 'REFUTED');
  const wrong = count(({ label }) => label === 'REFUTED');
  const both = count(({ label, verdict }) => label === 'REFUTED' && verdict === 'REFUTED');
  const flips = count(
    ({ label, verdict }) =>
      (label === 'SUPPORTED' && verdict === 'REFUTED') || (label === 'REFUTED' && verdict === 'SUPPORTED'),
  );
  return {
    claims: pairs.length,
    accuracy: share(
      count(({ label, verdict }) => label === verdict),
      pairs.length,
    ),
    refutedPrecision: share(both, refuted),
    refutedRecall: share(both, wrong),
    flips: share(flips, pairs.length),
  };
}

export function scoreCorpus(engine: Engine, text: string, annotations: readonly Annotation[]): CorpusScore {
  const { claims, contradictions } = engine.check({ name: 'corpus', text, format: 'markdown' });
  const flags = claims.filter(({ verdict }) => verdict === 'REFUTED' || verdict === 'CONFLICTING');
  const errors = annotations.filter(({ label, unsure }) => label === 'REFUTED' && !unsure);
  const allErrors = annotations.filter(({ label }) => label === 'REFUTED');
  const truths = annotations.filter(({ label, unsure }) => label === 'SUPPORTED' && !unsure);
  const touches = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;
  const wrongFlags = flags.filter((flag) => !allErrors.some((error) => touches(flag, error)));
  return {
    errors: errors.length,
    errorsFlagged: share(errors.filter((error) => flags.some((flag) => touches(flag, error))).length, errors.length),
    trueStatements: truths.length,
    trueStatementsFlagged: share(
      truths.filter((truth) => wrongFlags.some((flag) => touches(flag, truth))).length,
      truths.length,
    ),
    flags: flags.length,
    flagPrecision: share(flags.length - wrongFlags.length, flags.length),
    contradictions: contradictions.length,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 10000) / 10000;
}

export type { ClaimResult };
