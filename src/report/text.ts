import pc from 'picocolors';
import type { ClaimResult, ContradictionResult } from '../assessment/result.ts';
import type { Language } from '../knowledge/model.ts';
import { excerpt } from './excerpt.ts';
import { labelsOf, MARKS } from './labels.ts';
import { formatPosition, LineIndex } from './position.ts';
import {
  type CheckedDocument,
  documentLanguage,
  type Reporter,
  type ReportOptions,
  reportLanguage,
  type Shown,
} from './report.ts';
import { FLAGS } from './select.ts';
import { sourcesOf } from './sources.ts';
import { count, summaryLine } from './summary.ts';

type Colors = ReturnType<typeof pc.createColors>;

const MOST_SOURCES = 3;
const INDENT = ' '.repeat(10);

/** For the terminal: by document and section, each flag with its place, sentence, correction, explanation and sources. */
export const reportText: Reporter = (documents, options) => {
  const colors = pc.createColors(options.color);
  const language = reportLanguage(documents, options);
  const blocks = documents.map((document) => new TextBlock(document, options, colors).render());
  const summary = summaryLine(count(documents.map(({ result }) => result)), language);
  return `${[...blocks, documents.length > 0 ? colors.bold(summary) : labelsOf(language).nothingRead].join('\n')}\n`;
};

/** One document's part of the report. */
class TextBlock {
  private readonly document: CheckedDocument;
  private readonly options: ReportOptions;
  private readonly colors: Colors;
  private readonly language: Language;
  private readonly lines: LineIndex;
  private readonly shown: ReadonlySet<Shown>;

  constructor(document: CheckedDocument, options: ReportOptions, colors: Colors) {
    this.document = document;
    this.options = options;
    this.colors = colors;
    this.language = documentLanguage(document, options);
    this.lines = new LineIndex(document.text);
    this.shown = options.only ?? FLAGS;
  }

  render(): string {
    const { result } = this.document;
    const claims = result.claims.filter(({ verdict }) => this.shown.has(verdict));
    const contradictions = this.shown.has('CONTRADICTION') ? result.contradictions : [];
    const title = this.colors.bold(this.colors.underline(printable(result.document)));
    if (claims.length + contradictions.length === 0) return `${title}\n  ${labelsOf(this.language).nothingFlagged}\n`;
    return [title, ...this.claimLines(claims), ...this.contradictionLines(contradictions), ''].join('\n');
  }

  private claimLines(claims: readonly ClaimResult[]): string[] {
    let section = '';
    return claims.flatMap((claim) => {
      const heading = printable(claim.section.join(' › '));
      const changed = heading !== section;
      section = heading;
      return [...(changed ? ['', this.colors.dim(`  ${heading || '—'}`)] : []), ...this.claim(claim)];
    });
  }

  private claim(claim: ClaimResult): string[] {
    const { colors } = this;
    const labels = labelsOf(this.language);
    const color = this.verdictColor(claim.verdict);
    const head = `${this.place(claim)}${color(`${MARKS[claim.verdict]} ${labels.verdict[claim.verdict]}`)}  ${this.quote(claim)}`;
    const right =
      claim.correction === undefined
        ? []
        : [`${labels.correct}${labels.colon}${colors.green(printable(claim.correction))}`];
    const lines = [...right, printable(claim.explanation[this.language]), ...this.sources(claim)];
    return [head, ...lines.filter(Boolean).map((line) => `${INDENT}${line}`)];
  }

  private sources(claim: ClaimResult): string[] {
    const labels = labelsOf(this.language);
    const sources = sourcesOf(claim);
    const lines = sources
      .slice(0, MOST_SOURCES)
      .map(({ title, url }) =>
        this.colors.dim(`${labels.source}${labels.colon}${printable(title)} <${printable(url)}>`),
      );
    return sources.length > MOST_SOURCES ? [...lines, this.colors.dim(`… +${sources.length - MOST_SOURCES}`)] : lines;
  }

  private contradictionLines(contradictions: readonly ContradictionResult[]): string[] {
    if (contradictions.length === 0) return [];
    const title = this.colors.magenta(`  ${MARKS.CONTRADICTION} ${labelsOf(this.language).contradictions}`);
    return ['', title, ...contradictions.flatMap((item) => this.contradiction(item))];
  }

  private contradiction({ a, b, explanation }: ContradictionResult): string[] {
    const claims = [a, b].flatMap((index) => this.document.result.claims[index] ?? []);
    const quotes = claims.map((claim) => `${this.place(claim)}${this.quote(claim)}`);
    return [...quotes, `${INDENT}${printable(explanation[this.language])}`];
  }

  private place({ start }: ClaimResult): string {
    return `  ${formatPosition(this.lines.position(start)).padEnd(INDENT.length - 3)} `;
  }

  private quote(claim: ClaimResult): string {
    const { before, quote, after } = excerpt(this.document.text, claim);
    if (this.options.color) return `${printable(before)}${this.colors.underline(printable(quote))}${printable(after)}`;
    return before || /[^\p{P}\s]/u.test(after)
      ? `${printable(before)}›${printable(quote)}‹${printable(after)}`
      : printable(quote);
  }

  private verdictColor(verdict: Shown): (text: string) => string {
    const { red, yellow, green, gray, magenta } = this.colors;
    return { REFUTED: red, CONFLICTING: yellow, SUPPORTED: green, NOT_ENOUGH_INFO: gray, CONTRADICTION: magenta }[
      verdict
    ];
  }
}

/** Text that cannot steer the terminal: control and direction characters become visible. */
export function printable(text: string): string {
  return text
    .replace(/[\t\r\n]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');
}
