import type { Span } from './document.ts';

/** Chat end marks, chat start marks with their role, and lines that hold nothing but a form feed. */
const SEPARATOR = /<\|(?:im_end|endoftext|eot_id|end_of_text)\|>|<\|im_start\|>(?:system|user|assistant|tool)?|\f/g;

/**
 * Splits a file into the texts kept in it. The separators belong to no segment, nor do stretches of white space.
 * Nor does a leading byte order mark. Returns original offsets; a blank text has no segments.
 */
export function splitSegments(text: string): Span[] {
  const segments: Span[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const match of text.matchAll(SEPARATOR)) {
    if (match[0] === '\f' && !isAlone(text, match.index)) continue;
    push(segments, text, { start, end: match.index });
    start = match.index + match[0].length;
  }
  push(segments, text, { start, end: text.length });
  return segments;
}

function push(segments: Span[], text: string, span: Span): void {
  for (let i = span.start; i < span.end; i += 1) {
    if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xfeff) {
      segments.push(span);
      return;
    }
  }
}

function isAlone(text: string, at: number): boolean {
  return isEdge(text[at - 1]) && isEdge(text[at + 1]);
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r' || character === '\f';
}
