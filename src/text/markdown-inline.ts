import type { Link, LinkReference, Nodes } from 'mdast';
import { bareUrlLength } from './bare-urls.ts';
import type { Span } from './document.ts';
import { findLooseBold } from './loose-bold.ts';
import type { Piece } from './markdown-tree.ts';
import type { PassageBuilder } from './passage-builder.ts';

/** Deeper emphasis is read as text. */
const DEEPEST = 100;
const BREAK_TAG = /^<br\b/i;
const BOLD_TAG = /^<(\/?)(?:b|strong)\s*>/i;

/** What the inline reader needs of the text around a node. Node offsets count from `base`. */
export interface InlineSource {
  /** Where the stretch ends, as an original offset. */
  readonly end: number;
  readonly text: string;
  readonly base: number;
  readonly pieces: readonly Piece[];
  /** The targets of reference links, by identifier, in original offsets. */
  readonly definitions: ReadonlyMap<string, { readonly url: string; readonly target: Span }>;
}

/** Adds the readable text of block content (a paragraph, a heading, a table cell, a code block) to passages. */
export class InlineReader {
  readonly #source: InlineSource;
  readonly #builder: PassageBuilder;
  #marks = new Map<number, 'open' | 'close'>();
  #strongFrom: number | undefined;
  #tagFrom: number | undefined;
  #end = 0;

  constructor(source: InlineSource, builder: PassageBuilder) {
    this.#source = source;
    this.#builder = builder;
  }

  /** Reads a node with inline children. */
  read(node: Nodes): void {
    const span = spanOf(node);
    this.#end = span.start;
    this.#marks = findLooseBold(this.#source, textSpans(node, 0));
    this.#children(node, 0);
  }

  /** Reads a code block line by line, keeping the lines. */
  readCode(node: Nodes): void {
    const { text, base } = this.#source;
    for (const piece of this.#piecesIn(spanOf(node))) {
      if (this.#end > 0) this.#builder.hardBreak(base + this.#end, base + this.#end + 1);
      this.#builder.add(text.slice(base + piece.start, base + piece.end), base + piece.start);
      this.#end = piece.end;
    }
  }

  #children(node: Nodes, depth: number): void {
    if (!('children' in node)) return;
    if (depth > DEEPEST) {
      this.#text(spanOf(node));
      return;
    }
    for (const child of node.children) this.#node(child, depth + 1);
  }

  #node(node: Nodes, depth: number): void {
    const from = this.#builder.length;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.#text(spanOf(node));
        return;
      case 'break':
        this.#hardBreak(spanOf(node));
        return;
      case 'html':
        this.#html(node.value, spanOf(node));
        return;
      case 'strong':
        this.#children(node, depth);
        this.#builder.strong(from);
        return;
      case 'link':
        this.#children(node, depth);
        this.#link(node, from);
        return;
      case 'linkReference':
        this.#children(node, depth);
        this.#reference(node, from);
        return;
      default:
        this.#children(node, depth);
        return;
    }
  }

  #text(span: Span): void {
    for (const piece of this.#piecesIn(span)) this.#piece(piece);
  }

  #piece(piece: Piece): void {
    const { text, base } = this.#source;
    this.#softBreak(piece.start);
    this.#end = piece.end;
    if (piece.value !== undefined) {
      this.#builder.addSpelt(piece.value, base + piece.start, base + piece.end);
      return;
    }
    let start = base + piece.start;
    const end = base + piece.end;
    for (let at = start; this.#marks.size > 0 && at < end; at += 1) {
      const mark = this.#marks.get(at);
      if (!mark) continue;
      this.#builder.add(text.slice(start, at), start);
      this.#looseBold(mark);
      start = at + 2;
    }
    if (start < end) this.#builder.add(text.slice(start, end), start);
  }

  #looseBold(mark: 'open' | 'close'): void {
    if (mark === 'open') this.#strongFrom = this.#builder.length;
    else if (this.#strongFrom !== undefined) this.#builder.strong(this.#strongFrom);
  }

  /** A line ending between the last piece and the next is a soft break, whatever markup stands around it. */
  #softBreak(next: number): void {
    const { text, base } = this.#source;
    for (let at = base + this.#end; at < base + next; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || code === 0x0d) {
        this.#builder.softBreak(at, base + next);
        return;
      }
    }
  }

  #hardBreak(span: Span): void {
    const { base } = this.#source;
    this.#builder.hardBreak(base + span.start, base + span.end);
    this.#end = span.end;
  }

  #html(value: string, span: Span): void {
    if (BREAK_TAG.test(value)) {
      this.#hardBreak(span);
      return;
    }
    const bold = BOLD_TAG.exec(value);
    if (!bold) return;
    if (!bold[1]) this.#tagFrom = this.#builder.length;
    else if (this.#tagFrom !== undefined) this.#builder.strong(this.#tagFrom);
  }

  #link(node: Link, from: number): void {
    const { text, base } = this.#source;
    const target = this.#linkTarget(node);
    const address = text.slice(target.start, target.end);
    const bare = target.start === base + spanOf(node).start && /^(?:https?:|www\.)/i.test(address);
    const surplus = bare ? address.length - bareUrlLength(address) : 0;
    const url = surplus > 0 ? node.url.slice(0, -surplus) : node.url;
    this.#builder.link(from, url, { start: target.start, end: target.end - surplus }, surplus);
  }

  #reference(node: LinkReference, from: number): void {
    const definition = this.#source.definitions.get(node.identifier);
    if (definition) this.#builder.link(from, definition.url, definition.target);
  }

  #linkTarget(node: Link): Span {
    const { text, base } = this.#source;
    const { start, end } = spanOf(node);
    const last = node.children.at(-1);
    const label = last ? spanOf(last).end : start + 1;
    if (label < end && text.startsWith('](', base + label))
      return targetAt(text, { start: base + label + 2, end: base + end });
    const bracketed = text[base + start] === '<' ? 1 : 0;
    return { start: base + start + bracketed, end: base + end - bracketed };
  }

  #piecesIn(span: Span): readonly Piece[] {
    const { pieces } = this.#source;
    const from = firstAtOrAfter(pieces, span.start);
    let to = from;
    while (to < pieces.length && (pieces[to]?.end ?? 0) <= span.end) to += 1;
    return pieces.slice(from, to);
  }
}

/** A node's range; from-markdown gives every node a position. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function textSpans(node: Nodes, depth: number): Span[] {
  if (node.type === 'text') return [spanOf(node)];
  if (!('children' in node) || depth > DEEPEST) return [];
  return node.children.flatMap((child) => textSpans(child, depth + 1));
}

function targetAt(text: string, span: Span): Span {
  let start = span.start;
  while (start < span.end && /\s/.test(text[start] ?? '')) start += 1;
  const bracketed = text[start] === '<';
  if (bracketed) start += 1;
  let end = start;
  for (let depth = 0; end < span.end; end += 1) {
    const character = text[end] ?? '';
    if (bracketed ? character === '>' : /\s/.test(character)) break;
    if (character === '\\') end += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && !bracketed && depth-- === 0) break;
  }
  return { start, end: Math.min(end, span.end) };
}

function firstAtOrAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
