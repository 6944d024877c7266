import { readdirSync, readFileSync } from 'node:fs';
import type { ClaimResult, Verdict } from '../../src/assessment/result.ts';
import type { Engine } from '../../src/engine.ts';
import { fold } from '../../src/text/fold.ts';

/** A statement of an article, by its words there. */
interface ArticleAnnotation {
  readonly quote: string;
  readonly label: Verdict;
  readonly correct: string;
}

type Placed = ArticleAnnotation & { readonly start: number; readonly end: number };

/** How good the engine is on whole articles of one half. Shares lie between 0 and 1. */
export interface ArticleScore {
  readonly errors: number;
  /** Share of the errors with a refuting flag on them. */
  readonly errorsFlagged: number;
  /** Share of the flagged errors whose flag gives something of the annotated correction. */
  readonly rightCorrections: number;
  readonly trueStatements: number;
  /** Share of the true statements with a flag inside that touches no error. */
  readonly trueStatementsFlagged: number;
  readonly trueStatementsSupported: number;
  readonly flags: number;
  /** Share of all flags that lie on an error. */
  readonly flagPrecision: number;
  /** Mean intersection over union of each flagged error with the best flag on it. */
  readonly meanOverlap: number;
}

type Span = Pick<Placed, 'start' | 'end'>;

/** Scores all articles of a half: Markdown files beside lines of annotations. */
export function scoreArticles(engine: Engine, half: 'dev' | 'test'): ArticleScore {
  const folder = new URL(`articles/${half}/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const read = names.map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return {
      claims: engine.check({ name, text, format: 'markdown' }).claims,
      annotations: annotationsOf(name, folder, text),
    };
  });
  return summarise(read);
}

function annotationsOf(name: string, folder: URL, text: string): Placed[] {
  const lines = readFileSync(new URL(name.replace(/md$/u, 'jsonl'), folder), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const annotation = JSON.parse(line) as ArticleAnnotation;
    const start = text.indexOf(annotation.quote);
    if (start < 0) throw new Error(`${name} does not contain «${annotation.quote}»; mend the annotation`);
    return { ...annotation, start, end: start + annotation.quote.length };
  });
}

function summarise(
  articles: readonly { claims: readonly ClaimResult[]; annotations: readonly Placed[] }[],
): ArticleScore {
  const errors = articles.flatMap(({ claims, annotations }) => {
    const flags = refuted(claims);
    return wrong(annotations).map((error) => ({ error, flags: flags.filter((flag) => touches(flag, error)) }));
  });
  const truths = articles.flatMap(({ claims, annotations }) => {
    const loose = refuted(claims).filter((flag) => !wrong(annotations).some((error) => touches(flag, error)));
    const right = claims.filter(({ verdict }) => verdict === 'SUPPORTED');
    return annotations
      .filter(({ label }) => label === 'SUPPORTED')
      .map((truth) => ({
        flagged: loose.some((flag) => touches(flag, truth)),
        supported: right.some((claim) => touches(claim, truth)),
      }));
  });
  const flags = articles.flatMap(({ claims, annotations }) =>
    refuted(claims).map((flag) => wrong(annotations).some((error) => touches(flag, error))),
  );
  const found = errors.filter(({ flags: own }) => own.length > 0);
  return {
    errors: errors.length,
    errorsFlagged: share(found.length, errors.length),
    rightCorrections: share(
      found.filter(({ error, flags: own }) => own.some((flag) => corrects(flag, error))).length,
      found.length,
    ),
    trueStatements: truths.length,
    trueStatementsFlagged: share(truths.filter(({ flagged }) => flagged).length, truths.length),
    trueStatementsSupported: share(truths.filter(({ supported }) => supported).length, truths.length),
    flags: flags.length,
    flagPrecision: share(flags.filter(Boolean).length, flags.length),
    meanOverlap: share(
      found.reduce((sum, { error, flags: own }) => sum + Math.max(...own.map((flag) => overlap(flag, error))), 0),
      found.length,
    ),
  };
}

function refuted(claims: readonly ClaimResult[]): ClaimResult[] {
  return claims.filter(({ verdict }) => verdict === 'REFUTED');
}

function wrong(annotations: readonly Placed[]): Placed[] {
  return annotations.filter(({ label }) => label === 'REFUTED');
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function overlap(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Whether a flag's correction has a word, a number or two Chinese characters of the annotated one that the wrong words lack. */
function corrects({ correction }: ClaimResult, { correct, quote }: Placed): boolean {
  const given = new Set(piecesOf(correction ?? ''));
  const said = new Set(piecesOf(quote));
  return piecesOf(correct).some((piece) => given.has(piece) && !said.has(piece));
}

function piecesOf(text: string): string[] {
  const words = fold(text).match(/[a-z][a-z\d.+#-]+|\d[\d.]*|\p{Script=Han}+/gu) ?? [];
  return words.flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? [...word].slice(1).map((character, at) => `${word[at] ?? ''}${character}`) : [word],
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 10000) / 10000;
}
