import type { Span } from './document.ts';
import type { Line } from './lines.ts';

/** micromark's time grows with the square of a block's size (8000 lines take seconds), so it gets no more at once. */
const LARGEST = 16_384;
const DEEPEST = 50;
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

/** Whether Markdown would take the parser unreasonable time or nest beyond reason. Linear. */
export function isHostile(source: string): boolean {
  if (source.length > LARGEST) return true;
  const marks = source.match(MARKS)?.length ?? 0;
  if (marks > 200 && marks > source.length * MARK_SHARE) return true;
  return nestingOf(source) > DEEPEST;
}

/** An upper estimate of how deep lists and quotes nest. */
function nestingOf(source: string): number {
  const indents: number[] = [];
  let deepest = 0;
  for (const line of source.split(/\r\n|\n|\r/)) {
    const { count, indent } = containersOf(line);
    if (count === 0) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    deepest = Math.max(deepest, indents.length + count - 1);
  }
  return deepest;
}

function containersOf(line: string): { count: number; indent: number } {
  let count = 0;
  CONTAINERS.lastIndex = 0;
  while (CONTAINERS.test(line)) count += 1;
  return { count, indent: line.length - line.trimStart().length };
}
