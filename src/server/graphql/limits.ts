/** How large a query may be; anything larger is refused before it is run. */
export const LIMITS = {
  /** Levels of fields within fields. Connections take two each. */
  depth: 14,
  /** Fields in all. */
  breadth: 400,
  /** Fields in all, times the length of the lists they stand in. */
  complexity: 20_000,
} as const;

/** Tokens, aliases and directives of a document. */
export const DOCUMENT_LIMITS = { tokens: 2_000, aliases: 30, directives: 20 } as const;

/** Milliseconds that a query may take. */
export const TIME_LIMIT = 15_000;

/** Entries of a page: by default, and at most. */
export const PAGE = { usual: 20, most: 100 } as const;

/** What a list costs, where its length is not said. */
export const LIST = { field: 1, multiplier: 5 } as const;

/** What a page costs. */
export function pageCost({ first }: { readonly first?: number | null | undefined }) {
  return { field: 1, multiplier: Math.max(1, Math.min(first ?? PAGE.usual, PAGE.most)) };
}
