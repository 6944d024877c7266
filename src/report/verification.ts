import pc from 'picocolors';
import type { ClaimResult, Verdict, Verification } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import { labelsOf, MARKS } from './labels.ts';
import { sourcesOf } from './sources.ts';
import { printable } from './text.ts';

export interface VerificationOptions {
  /** `auto`: the claim's own language. */
  readonly language: Language | 'auto';
  readonly color: boolean;
}

/** The answer to one claim for the terminal: verdict, correction, explanation, sources. */
export function renderVerification(verification: Verification, options: VerificationOptions): string {
  const colors = pc.createColors(options.color);
  const language = options.language === 'auto' ? languageOf(verification) : options.language;
  const labels = labelsOf(language);
  const paint = {
    REFUTED: colors.red,
    SUPPORTED: colors.green,
    CONFLICTING: colors.yellow,
    NOT_ENOUGH_INFO: colors.gray,
  };
  const head = (verdict: Verdict, text: string) =>
    `${paint[verdict](`${MARKS[verdict]} ${labels.verdict[verdict]}`)}  ${printable(text)}`;
  const correct =
    verification.correction === undefined
      ? []
      : [`${labels.correct}${labels.colon}${colors.green(printable(verification.correction))}`];
  const parts =
    verification.claims.length > 1 ? verification.claims.map((claim) => head(claim.verdict, claim.quote)) : [];
  const lines = [
    ...correct,
    printable(verification.explanation[language]),
    ...parts,
    ...sourceLines(verification.claims, language).map(colors.dim),
  ];
  return `${[head(verification.verdict, verification.claim), ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

function sourceLines(claims: readonly ClaimResult[], language: Language): string[] {
  const labels = labelsOf(language);
  const lines = claims
    .flatMap(sourcesOf)
    .map(({ title, url }) => `${labels.source}${labels.colon}${printable(title)} <${printable(url)}>`);
  return [...new Set(lines)];
}

function languageOf({ claim, claims }: Verification): Language {
  return claims[0]?.language ?? (/\p{Script=Han}/u.test(claim) ? 'zh' : 'en');
}
