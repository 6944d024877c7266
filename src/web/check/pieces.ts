import type { Flag } from './flags.ts';

/** A stretch of text that the same flags cover. UTF-16 offsets, end exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly flags: readonly Flag[];
}

/** The text in pieces, gaps included: joined together they are the text. `flags` in the order of their starts. */
export function toPieces(length: number, flags: readonly Flag[]): Piece[] {
  const cuts = new Set([0, length]);
  for (const { claim } of flags) cuts.add(claim.start).add(claim.end);
  const places = [...cuts].filter((place) => place >= 0 && place <= length).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let open: Flag[] = [];
  let next = 0;
  for (const [index, start] of places.slice(0, -1).entries()) {
    open = open.filter(({ claim }) => claim.end > start);
    for (let flag = flags[next]; flag && flag.claim.start <= start; flag = flags[++next]) {
      if (flag.claim.end > start) open = [...open, flag];
    }
    pieces.push({ start, end: places[index + 1] ?? length, flags: open });
  }
  return pieces;
}

/** The parts of ordered, adjoining spans that lie between two offsets, cut off there. */
export function within<Span extends { readonly start: number; readonly end: number }>(
  spans: readonly Span[],
  start: number,
  end: number,
): Span[] {
  const found: Span[] = [];
  if (start >= end) return found;
  for (let at = firstEndingAfter(spans, start); at < spans.length; at++) {
    const span = spans[at];
    if (!span || span.start >= end) break;
    found.push({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) });
  }
  return found;
}

/** By halving: a long text has tens of thousands. */
function firstEndingAfter(spans: readonly { readonly end: number }[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
