import type { ClaimResult } from '../assessment/result.ts';
import { escapeHtml } from './escape-html.ts';
import { classOf } from './html-card.ts';
import type { CheckedDocument, Shown } from './report.ts';
import { type Piece, pieces } from './spans.ts';

const FENCE = /^ {0,3}(?:```|~~~)/u;

/**
 * The original text, line by line, its claims marked. Where claims overlap, the piece they share carries all of their
 * verdicts as classes and all of their numbers in `data-claims`.
 */
export function annotatedText({ text, result }: CheckedDocument, prefix: string): string {
  const { claims } = result;
  const parts = pieces(text.length, claims);
  const disputed = new Set(result.contradictions.flatMap(({ a, b }) => [a, b]));
  const context = { text, claims, disputed, prefix, started: new Set<number>() };
  const html: string[] = [];
  let next = 0;
  let code = false;
  for (const line of lines(text)) {
    const content = text.slice(line.start, line.end);
    const fence = FENCE.test(content);
    const kind = code || fence ? 'code' : lineClass(content);
    if (fence) code = !code;
    html.push(`<div class="${kind}">`);
    for (; next < parts.length; next++) {
      const part = parts[next];
      if (!part || part.start >= line.end) break;
      html.push(mark(part, Math.max(part.start, line.start), Math.min(part.end, line.end), context));
      if (part.end > line.end) break;
    }
    html.push('</div>');
  }
  return html.join('');
}

interface MarkContext {
  readonly text: string;
  readonly claims: readonly ClaimResult[];
  /** Claims that contradict another. */
  readonly disputed: ReadonlySet<number>;
  readonly prefix: string;
  /** Claims whose first piece has been written. */
  readonly started: Set<number>;
}

function mark(piece: Piece, start: number, end: number, context: MarkContext): string {
  const { text, claims, prefix, started } = context;
  const content = dimMarkup(escapeHtml(text.slice(start, end)));
  if (piece.spans.length === 0 || content.trim() === '') return content;
  const first = piece.spans.filter((index) => !started.has(index));
  for (const index of first) started.add(index);
  const anchors = first.map((index) => `<span id="${prefix}-m${index}"></span>`).join('');
  const focus = first.length > 0 ? '' : ' tabindex="-1"';
  const target = `#${prefix}-c${mostImportant(piece, claims)}`;
  return `${anchors}<a class="mark ${classes(piece, context)}" href="${target}" data-claims="${piece.spans.join(' ')}"${focus}>${content}</a>`;
}

function classes({ spans }: Piece, { claims, disputed }: MarkContext): string {
  const shown = spans.flatMap((index): Shown[] => {
    const verdict = claims[index]?.verdict;
    return [...(verdict ? [verdict] : []), ...(disputed.has(index) ? ['CONTRADICTION' as const] : [])];
  });
  return [...new Set(shown)].map(classOf).join(' ');
}

/** Markdown's heading signs and asterisks step back, so that the words are read. */
function dimMarkup(html: string): string {
  return html.replace(/^\s{0,3}#{1,6}\s|\*\*/gu, '<span class="sign-only">$&</span>');
}

const IMPORTANCE: readonly Shown[] = ['REFUTED', 'CONFLICTING', 'SUPPORTED', 'NOT_ENOUGH_INFO'];

function mostImportant({ spans }: Piece, claims: readonly ClaimResult[]): number {
  const rank = (index: number) => IMPORTANCE.indexOf(claims[index]?.verdict ?? 'NOT_ENOUGH_INFO');
  return spans.reduce((best, index) => (rank(index) < rank(best) ? index : best), spans[0] ?? 0);
}

/** How a line looks: Markdown's headings, lists and quotes are told by their first characters. */
function lineClass(line: string): string {
  const heading = /^ {0,3}(#{1,6})\s/u.exec(line)?.[1];
  if (heading) return `h${Math.min(heading.length, 4)}`;
  if (/^\s*$/u.test(line)) return 'blank';
  if (/^\s*(?:[-*+]|\d+[.)])\s/u.test(line))
    return `item depth${Math.min(3, Math.floor((/^\s*/u.exec(line)?.[0].length ?? 0) / 2))}`;
  return /^ {0,3}>/u.test(line) ? 'quote' : 'p';
}

/** Lines without their ends, as offsets. */
function* lines(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const stop = found === -1 ? text.length : found;
    yield { start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop };
    start = stop + 1;
  }
}
