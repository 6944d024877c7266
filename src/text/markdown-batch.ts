import type { RootContent } from 'mdast';
import type { Span } from './document.ts';
import { type Definitions, withDefinitions } from './markdown-definitions.ts';
import { type InlineSource, spanOf } from './markdown-inline.ts';
import { parseMarkdown } from './markdown-tree.ts';

/** One stretch of a batch after parsing. */
export interface ParsedStretch {
  readonly source: InlineSource;
  readonly nodes: readonly RootContent[];
}

/** Ends every block that stands before it and yields nothing itself. */
const DIVIDER = '\n\n<!-- -->\n\n';
/** What could run on into the next stretch: fences and raw HTML. */
const OPEN_ENDED = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:```|~~~|<)/m;

/** Whether a stretch may be parsed in one go with others. */
export function isBatchable(source: string): boolean {
  return !OPEN_ENDED.test(source);
}

/**
 * Parses stretches of Markdown together, since each call of the parser has its price. Returns one result a stretch, in
 * order; node offsets count from its `source.base`, which may be negative.
 */
export function parseBatch(text: string, spans: readonly Span[], definitions: Definitions): ParsedStretch[] {
  const starts: number[] = [];
  let joined = '';
  for (const span of spans) {
    starts.push(joined.length);
    joined += text.slice(span.start, span.end) + DIVIDER;
  }
  const { root, pieces } = parseMarkdown(withDefinitions(joined, definitions));
  let next = 0;
  return spans.map((span, index) => {
    const start = starts[index] ?? 0;
    const end = start + span.end - span.start;
    const nodes: RootContent[] = [];
    for (; next < root.children.length; next += 1) {
      const node = root.children[next];
      if (!node || spanOf(node).start >= (starts[index + 1] ?? Number.POSITIVE_INFINITY)) break;
      if (spanOf(node).start < end) nodes.push(node);
    }
    return { source: { text, base: span.start - start, end: span.end, pieces, definitions }, nodes };
  });
}
