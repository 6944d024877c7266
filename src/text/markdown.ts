import type { List, ListItem, Nodes, Table } from 'mdast';
import type { Passage, Span } from './document.ts';
import { readHtml } from './html.ts';
import { linesOf } from './lines.ts';
import { type MarkdownBlock, splitBlocks } from './markdown-blocks.ts';
import { type Definitions, findDefinitions, withDefinitions } from './markdown-definitions.ts';
import { fitPieces, isHostile, isNestedTooDeep } from './markdown-guards.ts';
import { InlineReader, type InlineSource, spanOf } from './markdown-inline.ts';
import { parseMarkdown } from './markdown-tree.ts';
import type { Outline, Place } from './outline.ts';
import { PassageBuilder } from './passage-builder.ts';
import { readPlain } from './plain.ts';
import { readSimpleBlock } from './simple-blocks.ts';

/** Small neighbours are parsed together up to this size, because each call of the parser has its price. */
const TOGETHER = 4096;

interface Source extends InlineSource {
  readonly outline: Outline;
  /** Length of the stretch being parsed; what lies beyond are repeated definitions. */
  readonly length: number;
}

/** How to read Markdown. */
export interface MarkdownOptions {
  /** Whether to read simple blocks without the full parser (default true). The passages are the same either way. */
  readonly shortcut?: boolean;
}

/**
 * Reads a range of Markdown (CommonMark with GFM) into passages. Blocks nested or marked up beyond reason are read as
 * plain text. Time grows with the length; memory with the longest block.
 */
export function readMarkdown(text: string, span: Span, outline: Outline, options: MarkdownOptions = {}): void {
  const definitions = findDefinitions(text, span);
  let pending: Span | undefined;
  const flush = () => {
    if (pending) readParsed(text, pending, { outline, definitions });
    pending = undefined;
  };
  for (const block of splitBlocks(text, span)) {
    if (block.kind === 'text' && pending && block.end - pending.start > TOGETHER) flush();
    if (block.kind !== 'text') {
      flush();
      readSpecial(text, block, outline);
    } else if (options.shortcut !== false && readSimpleBlock(text, block.lines, { outline, flush })) {
    } else {
      pending = { start: pending?.start ?? block.start, end: block.end };
    }
  }
  flush();
}

function readSpecial(text: string, block: MarkdownBlock, outline: Outline): void {
  if (block.kind === 'html') {
    readHtml(text, block, outline);
    return;
  }
  const builder = new PassageBuilder();
  for (const line of block.lines) {
    builder.add(text.slice(line.start, line.end), line.start);
    if (line.next > line.end) builder.hardBreak(line.end, line.next);
  }
  outline.code(builder);
}

function readParsed(text: string, span: Span, into: { outline: Outline; definitions: Definitions }): void {
  const lines = linesOf(text, span);
  if (isNestedTooDeep(text, lines)) {
    readPlain(text, span, into.outline);
    return;
  }
  for (const piece of fitPieces(lines)) {
    const source = text.slice(piece.start, piece.end);
    if (isHostile(source)) {
      readPlain(text, piece, into.outline);
      continue;
    }
    const { root, pieces } = parseMarkdown(withDefinitions(source, into.definitions));
    const context = { text, base: piece.start, pieces, ...into, length: source.length };
    for (const node of root.children) readBlock(context, node, {});
  }
}

function readBlock(source: Source, node: Nodes, place: Place): void {
  if (spanOf(node).start >= source.length) return;
  switch (node.type) {
    case 'heading':
      source.outline.heading(inline(source, node), node.depth, place);
      return;
    case 'paragraph':
      source.outline.paragraph(inline(source, node), place);
      return;
    case 'list':
      readList(source, node, place);
      return;
    case 'table':
      readTable(source, node, place);
      return;
    case 'code':
      source.outline.code(code(source, node), place);
      return;
    case 'html':
      readHtml(source.text, absolute(source, node), source.outline, place);
      return;
    case 'blockquote':
      readAll(source, node.children, { ...place, quoted: true });
      return;
    case 'footnoteDefinition':
      readAll(source, node.children, place);
      return;
    default:
      undefined;
      return;
  }
}

function readAll(source: Source, nodes: readonly Nodes[], place: Place): void {
  for (const node of nodes) readBlock(source, node, place);
}

function readList(source: Source, list: List, place: Place): void {
  for (const item of list.children) readItem(source, item, { ...place, depth: (place.depth ?? 0) + 1 });
}

function readItem(source: Source, item: ListItem, place: Place): void {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') {
    readAll(source, item.children, place);
    return;
  }
  const own: Passage | undefined = source.outline.listItem(inline(source, first), place);
  readAll(source, others, own ? { ...place, item: own } : place);
}

function readTable(source: Source, table: Table, place: Place): void {
  let header: readonly string[] | undefined;
  for (const row of table.children) {
    const builder = new PassageBuilder();
    for (const [index, cell] of row.children.entries()) {
      if (index > 0) builder.add('\t', absolute(source, cell).start);
      const from = builder.length;
      new InlineReader(source, builder).read(cell);
      builder.cell(from);
    }
    const cells = source.outline.tableRow(builder, header, place);
    header ??= cells;
  }
}

function inline(source: Source, node: Nodes): PassageBuilder {
  const builder = new PassageBuilder();
  new InlineReader(source, builder).read(node);
  return builder;
}

function code(source: Source, node: Nodes): PassageBuilder {
  const builder = new PassageBuilder();
  new InlineReader(source, builder).readCode(node);
  return builder;
}

function absolute(source: Source, node: Nodes): Span {
  const { start, end } = spanOf(node);
  return { start: source.base + start, end: source.base + end };
}
