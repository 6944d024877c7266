import type { Span } from './document.ts';
import type { Line } from './lines.ts';

/** micromark's time grows with the square of a block's size (8000 lines take seconds), so it gets no more at once. */
const LARGEST = 16_384;
const DEEPEST = 50;
const WIDEST_INDENT = 400;
const MARK_SHARE = 0.3;
const MARKS = /[[\]*_`<>!&~\\|]/g;
const CONTAINERS = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Joins lines into pieces of at most 16 KiB; a longer line is a piece of its own. */
export function fitPieces(lines: readonly Line[]): Span[] {
  const pieces: { start: number; end: number }[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last && line.next - last.start <= LARGEST) last.end = line.next;
    else pieces.push({ start: line.start, end: line.next });
  }
  return pieces;
}

/** Whether a stretch is too large or too dense with marks for the parser to read in reasonable time. Linear. */
export function isHostile(source: string): boolean {
  if (source.length > LARGEST) return true;
  const marks = source.match(MARKS)?.length ?? 0;
  return marks > 200 && marks > source.length * MARK_SHARE;
}

/** Whether lists and quotes nest, or lines are indented, beyond reason. An upper estimate; linear. */
export function isNestedTooDeep(text: string, lines: readonly Line[]): boolean {
  const indents: number[] = [];
  for (const line of lines) {
    const { count, indent } = containersOf(text, line);
    if (indent > WIDEST_INDENT) return true;
    if (count === 0) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    if (indents.length + count - 1 > DEEPEST) return true;
  }
  return false;
}

function containersOf(text: string, line: Line): { count: number; indent: number } {
  let at = line.start;
  while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  const indent = at - line.start;
  let count = 0;
  CONTAINERS.lastIndex = at;
  while (CONTAINERS.test(text) && CONTAINERS.lastIndex <= line.end && count <= DEEPEST) count += 1;
  CONTAINERS.lastIndex = 0;
  return { count, indent };
}
