import type { Span } from './document.ts';

/** A line without its line ending; `next` is where the following line begins. Original offsets. */
export interface Line extends Span {
  readonly next: number;
}

/** The lines of a range: LF, CRLF and lone CR end a line. */
export function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  const ending = /\r\n|\n|\r/g;
  let start = span.start;
  while (start < span.end) {
    ending.lastIndex = start;
    const match = ending.exec(text);
    if (!match || match.index >= span.end) {
      lines.push({ start, end: span.end, next: span.end });
      break;
    }
    const next = Math.min(match.index + match[0].length, span.end);
    lines.push({ start, end: match.index, next });
    start = next;
  }
  return lines;
}

/** A line's range without the spaces and tabs around it. */
export function trimLine(text: string, line: Span): Span {
  let { start, end } = line;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
