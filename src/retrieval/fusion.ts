/** A way of finding. */
export const CHANNELS = ['lexical', 'semantic', 'graph'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Places in the channels' lists, counting from 1; a channel that did not find it is missing. */
export type Ranks = { readonly [channel in Channel]?: number };

export interface Fused {
  readonly key: string;
  /** Sum of weight / (60 + rank) over the channels. */
  readonly score: number;
  readonly ranks: Ranks;
}

/** The constant of reciprocal-rank fusion (Cormack, Clarke, Büttcher 2009, «Reciprocal Rank Fusion outperforms …»). */
const K = 60;

/** Joins ranked lists by reciprocal ranks, best first; equal scores in order of their keys. A weight is 1 unless given. */
export function fuse(
  lists: { readonly [channel in Channel]?: readonly string[] },
  weights: { readonly [channel in Channel]?: number } = {},
): Fused[] {
  const ranks = new Map<string, { [channel in Channel]?: number }>();
  for (const channel of CHANNELS) {
    lists[channel]?.forEach((key, index) => {
      const known = ranks.get(key) ?? {};
      known[channel] ??= index + 1;
      ranks.set(key, known);
    });
  }
  return [...ranks]
    .map(([key, places]) => ({ key, ranks: places, score: scoreOf(places, weights) }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function scoreOf(ranks: Ranks, weights: { readonly [channel in Channel]?: number }): number {
  let score = 0;
  for (const channel of CHANNELS) {
    const rank = ranks[channel];
    if (rank !== undefined) score += (weights[channel] ?? 1) / (K + rank);
  }
  return score;
}
