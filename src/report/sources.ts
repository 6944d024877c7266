import type { ClaimResult } from '../assessment/result.ts';

export interface SourceLink {
  readonly url: string;
  readonly title: string;
}

/** The sources of a claim's evidence, each once, in order. */
export function sourcesOf(claim: ClaimResult): readonly SourceLink[] {
  const byUrl = new Map<string, SourceLink>();
  for (const { sources } of claim.evidence) {
    for (const source of sources) if (!byUrl.has(source.url)) byUrl.set(source.url, source);
  }
  return [...byUrl.values()];
}

/** The URL where it is a plain web address, so that it may become a live link; undefined for `javascript:` and the like. */
export function webAddress(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
