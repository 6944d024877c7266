import { endsLikeSentence, isCjk } from './characters.ts';
import type { Passage, Span } from './document.ts';
import { type Line, linesOf, trimLine } from './lines.ts';
import type { Outline } from './outline.ts';
import { PassageBuilder } from './passage-builder.ts';
import { readItemMark, readTitleLevel } from './plain-marks.ts';

/** From this width on (Chinese characters count two), lines of like length are taken for one wrapped paragraph. */
const WRAP_WIDTH = 50;
const WRAP_SHARE = 0.7;

interface OpenItem {
  readonly indent: number;
  readonly passage: Passage | undefined;
}

/**
 * Reads a range of plain text into passages: paragraphs between blank lines, lines that look like headings ("第1章",
 * "一、", "1.1 …") or list items ("1. ", "- ", "• "). Line breaks within a paragraph separate unless it looks wrapped.
 */
export function readPlain(text: string, span: Span, outline: Outline): void {
  new PlainReader(text, outline).read(span);
}

class PlainReader {
  readonly #text: string;
  readonly #outline: Outline;
  #lines: Line[] = [];
  #item: { readonly indent: number; readonly start: number } | undefined;
  #open: OpenItem[] = [];

  constructor(text: string, outline: Outline) {
    this.#text = text;
    this.#outline = outline;
  }

  read(span: Span): void {
    for (const line of linesOf(this.#text, span)) this.#line(line);
    this.#flush();
  }

  #line(line: Line): void {
    const span = trimLine(this.#text, line);
    if (span.start === span.end) {
      this.#flush();
      return;
    }
    const source = this.#text.slice(span.start, Math.min(span.end, span.start + 200));
    const indent = indentOf(this.#text, { start: line.start, end: span.start });
    const level = this.#lines.length === 0 ? readTitleLevel(source) : undefined;
    if (level !== undefined) {
      this.#heading(line, level);
      return;
    }
    const mark = readItemMark(source);
    if (mark > 0 && span.start + mark < span.end) {
      this.#startItem(line, { indent, start: span.start + mark });
      return;
    }
    if (this.#item && indent <= this.#item.indent && this.#endsItem()) this.#flush();
    if (this.#lines.length === 0 && indent === 0) this.#open = [];
    this.#lines.push(line);
  }

  #heading(line: Line, level: number): void {
    this.#open = [];
    const builder = new PassageBuilder();
    builder.add(this.#text.slice(line.start, line.end), line.start);
    this.#outline.heading(builder, level);
  }

  #startItem(line: Line, item: { readonly indent: number; readonly start: number }): void {
    this.#flush();
    this.#item = item;
    this.#lines = [{ ...line, start: item.start }];
  }

  /** An unindented line after a finished item is a new paragraph; after an unfinished one it goes on. */
  #endsItem(): boolean {
    const last = this.#lines.at(-1);
    return !last || endsLikeSentence(this.#text.slice(last.start, last.end).trimEnd());
  }

  #flush(): void {
    const lines = this.#lines;
    const item = this.#item;
    this.#lines = [];
    this.#item = undefined;
    if (lines.length === 0) return;
    const builder = this.#build(lines);
    if (!item) {
      this.#outline.paragraph(builder, { item: this.#open.at(-1)?.passage });
      return;
    }
    while ((this.#open.at(-1)?.indent ?? -1) >= item.indent) this.#open.pop();
    const place = { depth: this.#open.length + 1, item: this.#open.at(-1)?.passage };
    this.#open.push({ indent: item.indent, passage: this.#outline.listItem(builder, place) });
  }

  #build(lines: readonly Line[]): PassageBuilder {
    const builder = new PassageBuilder();
    const wrapped = isWrapped(this.#text, lines);
    for (const line of lines) {
      const span = trimLine(this.#text, line);
      builder.add(this.#text.slice(span.start, span.end), span.start);
      if (wrapped) builder.softBreak(span.end, line.next);
      else if (line !== lines.at(-1)) builder.hardBreak(span.end, line.next);
    }
    return builder;
  }
}

function isWrapped(text: string, lines: readonly Line[]): boolean {
  const widths = lines.map((line) => widthOf(text, line));
  const widest = widths.reduce((a, b) => Math.max(a, b), 0);
  return widest >= WRAP_WIDTH && widths.slice(0, -1).every((width) => width >= widest * WRAP_SHARE);
}

function widthOf(text: string, line: Line): number {
  let width = 0;
  for (let i = line.start; i < line.end; i += 1) width += isCjk(text.charCodeAt(i)) ? 2 : 1;
  return width;
}

function indentOf(text: string, blank: Span): number {
  let column = 0;
  for (let i = blank.start; i < blank.end; i += 1) column += text[i] === '\t' ? 4 : 1;
  return column;
}
