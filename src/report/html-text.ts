import type { ClaimResult, Verdict } from '../assessment/result.ts';
import { escapeHtml } from './escape-html.ts';
import { classOf } from './html-card.ts';
import { type Piece, pieces } from './spans.ts';

const FENCE = /^ {0,3}(?:```|~~~)/u;

/**
 * The original text, line by line, its claims marked. Where claims overlap, the piece they share carries all of their
 * verdicts as classes and all of their numbers in `data-claims`.
 */
export function annotatedText(text: string, claims: readonly ClaimResult[], prefix: string): string {
  const parts = pieces(text.length, claims);
  const started = new Set<number>();
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
      html.push(
        mark(part, Math.max(part.start, line.start), Math.min(part.end, line.end), { text, claims, prefix, started }),
      );
      if (part.end > line.end) break;
    }
    html.push('</div>');
  }
  return html.join('');
}

interface MarkContext {
  readonly text: string;
  readonly claims: readonly ClaimResult[];
  readonly prefix: string;
  /** Claims whose first piece has been written. */
  readonly started: Set<number>;
}

function mark(piece: Piece, start: number, end: number, { text, claims, prefix, started }: MarkContext): string {
  const content = escapeHtml(text.slice(start, end));
  if (piece.spans.length === 0 || content.trim() === '') return content;
  const verdicts = new Set<Verdict>(piece.spans.flatMap((index) => claims[index]?.verdict ?? []));
  const first = piece.spans.filter((index) => !started.has(index));
  for (const index of first) started.add(index);
  const anchors = first.map((index) => `<span id="${prefix}-m${index}"></span>`).join('');
  const focus = first.length > 0 ? '' : ' tabindex="-1"';
  const classes = [...verdicts].map(classOf).join(' ');
  return `${anchors}<a class="mark ${classes}" href="#${prefix}-c${mostImportant(piece, claims)}" data-claims="${piece.spans.join(' ')}"${focus}>${content}</a>`;
}

const IMPORTANCE: readonly Verdict[] = ['REFUTED', 'CONFLICTING', 'SUPPORTED', 'NOT_ENOUGH_INFO'];

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
