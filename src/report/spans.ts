/** A stretch of text in which the same spans hold. Pieces cover the text without gaps or overlaps. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Indexes of the spans that hold here, ascending. */
  readonly spans: readonly number[];
}

/**
 * Cuts a text at every start and end of (possibly overlapping) spans:
 *
 *     spans     [0·······]           pieces  ··|0|0,1|1|··
 *                   [1····]
 *
 * Spans that reach outside the text are clipped; empty ones are ignored. Offsets are UTF-16 code units, end exclusive.
 */
export function pieces(length: number, spans: readonly { readonly start: number; readonly end: number }[]): Piece[] {
  const clip = (offset: number) => Math.min(Math.max(offset, 0), length);
  const events = spans
    .map(({ start, end }, index) => ({ index, start: clip(start), end: clip(end) }))
    .filter(({ start, end }) => start < end)
    .flatMap(({ index, start, end }) => [
      { at: start, index, opens: true },
      { at: end, index, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const result: Piece[] = [];
  const open = new Set<number>();
  let at = 0;
  for (const event of [...events, { at: length, index: -1, opens: false }]) {
    if (event.at > at) result.push({ start: at, end: event.at, spans: [...open].sort((a, b) => a - b) });
    at = event.at;
    if (event.opens) open.add(event.index);
    else open.delete(event.index);
  }
  return result;
}
