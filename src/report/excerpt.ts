/** A quote with what stands around it in its sentence. White space is folded, so that each part is one line. */
export interface Excerpt {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

const REACH = 90;
const BOUNDARY_BEFORE = /^[\s\S]*(?:[。！？!?\n]|[.;；]\s)/u;
const BOUNDARY_AFTER = /[。！？!?]["”’」』）)]*|[.;；](?=\s|$)|\n/u;
const MARKUP_AT_START = /^\s*(?:[>#*+-]+\s+|\d+[.)]\s+)+/u;

/**
 * The sentence around a span, found by punctuation and line ends and cut (with `…`) after 90 code units on either side.
 * For showing to people: the exact place is the span's.
 */
export function excerpt(text: string, span: { readonly start: number; readonly end: number }): Excerpt {
  const quote = text.slice(span.start, span.end);
  return { before: leading(text, span.start), quote: fold(quote), after: trailing(text, span.end, quote) };
}

function leading(text: string, start: number): string {
  const from = Math.max(0, start - REACH);
  const window = text.slice(from, start);
  const boundary = BOUNDARY_BEFORE.exec(window)?.[0].length;
  if (boundary !== undefined) return fold(window.slice(boundary).replace(MARKUP_AT_START, '')).trimStart();
  if (from === 0) return fold(window.replace(MARKUP_AT_START, '')).trimStart();
  return `…${fold(withoutHalfPair(window, 'start')).trimStart()}`;
}

function trailing(text: string, end: number, quote: string): string {
  if (/[。！？!?]["”’」』）)]*$|\.$/u.test(quote)) return '';
  const window = text.slice(end, end + REACH);
  const boundary = BOUNDARY_AFTER.exec(window);
  if (boundary) return fold(window.slice(0, boundary.index + boundary[0].length)).trimEnd();
  return end + REACH >= text.length ? fold(window).trimEnd() : `${fold(withoutHalfPair(window, 'end')).trimEnd()}…`;
}

/** Cutting at a fixed distance can halve an astral character; its remaining half is dropped. */
function withoutHalfPair(text: string, side: 'start' | 'end'): string {
  return side === 'start' ? text.replace(/^[\udc00-\udfff]/u, '') : text.replace(/[\ud800-\udbff]$/u, '');
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
