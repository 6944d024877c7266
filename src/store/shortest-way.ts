/** The nodes next to each of these. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

/**
 * The shortest way between two nodes; of several, the one whose ids come first. Searches from both ends, always from the
 * smaller frontier, until the two meet; then walks the layers in between. Yields the nodes whose neighbours it needs, once
 * per layer, and is resumed with them.
 */
export function* shortestWay(
  from: string,
  to: string,
  maxLength: number,
): Generator<readonly string[], string[] | undefined, Neighbours> {
  if (from === to) return [from];
  const near = new Side(from);
  const far = new Side(to);
  while (near.depth + far.depth < maxLength) {
    const side = near.frontier.length <= far.frontier.length ? near : far;
    if (side.frontier.length === 0) return undefined;
    side.grow(yield side.frontier);
    const met = side.frontier.filter((id) => (side === near ? far : near).distances.has(id));
    if (met.length > 0) return firstWay(near, far, met);
  }
  return undefined;
}

/** What has been reached from one end. */
class Side {
  readonly distances: Map<string, number>;
  readonly adjacent = new Map<string, readonly string[]>();
  frontier: string[];
  depth = 0;
  private readonly nearer = new Map<string, string[]>();

  constructor(start: string) {
    this.distances = new Map([[start, 0]]);
    this.frontier = [start];
  }

  grow(neighbours: Neighbours): void {
    const next = new Set<string>();
    this.depth += 1;
    for (const [id, others] of neighbours) {
      this.adjacent.set(id, others);
      for (const other of others) {
        if ((this.distances.get(other) ?? this.depth) < this.depth) continue;
        this.distances.set(other, this.depth);
        this.nearer.set(other, [...(this.nearer.get(other) ?? []), id]);
        next.add(other);
      }
    }
    this.frontier = [...next];
  }

  /** The nodes next to one that are one step nearer to this side's start. */
  towardsStart(id: string): readonly string[] {
    return this.nearer.get(id) ?? [];
  }
}

/** Of the ways through these meeting points, the one whose ids come first. */
function firstWay(near: Side, far: Side, met: readonly string[]): string[] {
  // Which nodes of the near side lead to a meeting point, layer by layer
  const layers: Set<string>[] = [new Set(met)];
  for (let layer = new Set(met), depth = near.depth; depth > 0; depth--) {
    layer = new Set([...layer].flatMap((id) => near.towardsStart(id)));
    layers.unshift(layer);
  }
  const way: string[] = [];
  for (const layer of layers) {
    const before = way.at(-1);
    const open = before === undefined ? [...layer] : (near.adjacent.get(before) ?? []).filter((id) => layer.has(id));
    way.push(first(open));
  }
  for (let depth = far.depth; depth > 0; depth--) way.push(first(far.towardsStart(way.at(-1) ?? '')));
  return way;
}

function first(ids: readonly string[]): string {
  return [...ids].sort()[0] ?? '';
}
