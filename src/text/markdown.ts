import type { List, ListItem, Nodes, Table } from 'mdast';
import type { Passage, Span } from './document.ts';
import { readHtml } from './html.ts';
import { isBatchable, type ParsedStretch, parseBatch } from './markdown-batch.ts';
import { type MarkdownBlock, splitBlocks } from './markdown-blocks.ts';
import { type Definitions, findDefinitions } from './markdown-definitions.ts';
import { fitPieces, isHostile, isNestedTooDeep } from './markdown-guards.ts';
import { InlineReader, type InlineSource, spanOf } from './markdown-inline.ts';
import type { Outline, Place } from './outline.ts';
import { PassageBuilder } from './passage-builder.ts';
import { readPlain } from './plain.ts';
import { scanSimpleBlock } from './simple-blocks.ts';

/** Blocks for the parser are gathered up to this size. */
const TOGETHER = 4096;
/** Blocks that wait for those before them, at most. */
const LONGEST_QUEUE = 1000;

interface Source extends InlineSource {
  readonly outline: Outline;
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
  const reader = new MarkdownReader(text, outline, findDefinitions(text, span));
  for (const block of splitBlocks(text, span)) {
    const add = block.kind === 'text' && options.shortcut !== false ? scanSimpleBlock(text, block.lines) : undefined;
    if (add) reader.later(() => add(outline));
    else if (block.kind === 'text') reader.parse(block);
    else reader.later(() => readSpecial(text, block, outline));
  }
  reader.flush();
}

/** Adds blocks in their order, while those that need the parser wait to be parsed together. */
class MarkdownReader {
  readonly #text: string;
  readonly #outline: Outline;
  readonly #definitions: Definitions;
  #queue: (Span | (() => void))[] = [];
  #waiting = 0;

  constructor(text: string, outline: Outline, definitions: Definitions) {
    this.#text = text;
    this.#outline = outline;
    this.#definitions = definitions;
  }

  /** Adds something once everything before it is added. */
  later(add: () => void): void {
    if (this.#waiting === 0) {
      add();
      return;
    }
    this.#queue.push(add);
    if (this.#queue.length > LONGEST_QUEUE) this.flush();
  }

  /** Adds a block that needs the full parser. */
  parse(block: MarkdownBlock): void {
    if (isNestedTooDeep(this.#text, block.lines)) {
      this.later(() => readPlain(this.#text, block, this.#outline));
      return;
    }
    for (const piece of fitPieces(block.lines)) this.#parse(piece);
  }

  /** Adds all that waits. */
  flush(): void {
    const queue = this.#queue;
    this.#queue = [];
    this.#waiting = 0;
    const spans = queue.filter((entry) => typeof entry !== 'function');
    const parsed = spans.length > 0 ? parseBatch(this.#text, spans, this.#definitions) : [];
    for (const entry of queue) {
      if (typeof entry === 'function') entry();
      else this.#add(parsed.shift());
    }
  }

  #parse(span: Span): void {
    const source = this.#text.slice(span.start, span.end);
    if (isHostile(source)) {
      this.later(() => readPlain(this.#text, span, this.#outline));
      return;
    }
    const alone = !isBatchable(source);
    if (alone || this.#waiting + source.length > TOGETHER) this.flush();
    this.#queue.push(span);
    this.#waiting += source.length;
    if (alone) this.flush();
  }

  #add(stretch: ParsedStretch | undefined): void {
    if (stretch) readAll({ ...stretch.source, outline: this.#outline }, stretch.nodes, {});
  }
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

function readBlock(source: Source, node: Nodes, place: Place): void {
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
  // Raw HTML that never closes runs on into what was put behind the stretch.
  return { start: source.base + start, end: Math.min(source.base + end, source.end) };
}
