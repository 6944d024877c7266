/**
 * The known id nearest to a mistyped one: the same apart from case, or at most a quarter of its letters changed
 * (Levenshtein); undefined where none is near. Slow (one comparison per id): for messages only.
 */
export function closest(id: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(id.length / 4)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - id.length) >= least) continue;
    const steps = candidate.toLowerCase() === id.toLowerCase() ? 0 : distance(candidate, id, least);
    if (steps < least) [best, least] = [candidate, steps];
    if (steps === 0) return candidate;
  }
  return best;
}

/** ` (did you mean 'x'?)`, or nothing where no known id is near. */
export function didYouMean(id: string, known: Iterable<string>): string {
  const near = closest(id, known);
  return near === undefined ? '' : ` (did you mean '${near}'?)`;
}

/** Edit distance; `limit` or more where it is at least that. */
function distance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) >= limit) return limit;
    previous = current;
  }
  return previous[b.length] ?? limit;
}
