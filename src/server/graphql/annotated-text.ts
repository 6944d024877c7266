import type { StoredClaim } from '../../store/graph-model.ts';

export interface TextPiece {
  readonly text: string;
  readonly start: number;
  readonly claims: readonly StoredClaim[];
}

/** Cuts a text wherever a claim begins or ends. The pieces joined are the text; none is empty. Offsets are UTF-16 code units. */
export function annotate(text: string, claims: readonly StoredClaim[]): TextPiece[] {
  const borders = [...new Set([0, text.length, ...claims.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const ordered = [...claims].sort((a, b) => a.start - b.start);
  let open: StoredClaim[] = [];
  let next = 0;
  return borders.slice(0, -1).map((start, index) => {
    open = open.filter(({ end }) => end > start);
    for (let claim = ordered[next]; claim && claim.start <= start; claim = ordered[++next]) {
      if (claim.end > start) open.push(claim);
    }
    return { text: text.slice(start, borders[index + 1]), start, claims: [...open] };
  });
}
