import { isCjk, isSpace } from './characters.ts';
import type { Link, Span } from './document.ts';

/** The readable text of one block with its way back to the original, before it gets its place in the outline. */
export interface Draft {
  readonly text: string;
  /** One original offset a code unit, and the end of the last. */
  readonly offsets: Uint32Array;
  readonly longEnds: ReadonlyMap<number, number>;
  readonly links: readonly Link[];
  /** The bold runs, in passage offsets, in order. */
  readonly strongs: readonly Span[];
  /** The table cells, in passage offsets; empty outside tables. */
  readonly cells: readonly Span[];
}

interface Break {
  readonly source: number;
  readonly end: number;
  /** Whether it reads as nothing between Chinese characters. */
  readonly soft: boolean;
}

interface Run {
  readonly at: number;
  readonly length: number;
  readonly source: number;
}

/** Collects the readable text of one block, piece by piece, in the order of the original. Linear in its input. */
export class PassageBuilder {
  #parts: string[] = [];
  #runs: Run[] = [];
  #longEnds = new Map<number, number>();
  #links: Link[] = [];
  #strongs: Span[] = [];
  #cells: Span[] = [];
  #break: Break | undefined;
  /** Where a line break or white space became a space. */
  #spaces = new Set<number>();
  #length = 0;
  #last = 0;
  #sourceEnd = 0;

  /** Length of the text so far, a pending line break not counted. */
  get length(): number {
    return this.#length;
  }

  /** Adds text that stands in the original as it is, beginning at the original offset `source`. */
  add(value: string, source: number): void {
    this.addSpelt(value, source, source + value.length);
  }

  /** Adds text that the original spells otherwise (`&amp;` for `&`) in the original range `source`…`sourceEnd`. */
  addSpelt(value: string, source: number, sourceEnd: number): void {
    if (value.length === 0) return;
    this.#settleBreak(value.charCodeAt(0));
    this.#push(value, source, sourceEnd);
  }

  /** Notes a line break that reads as one space, or as nothing between Chinese characters. */
  softBreak(source: number, sourceEnd: number): void {
    if (this.#length > 0) this.#break ??= { source, end: sourceEnd, soft: true };
  }

  /** Notes white space that reads as one space if more text follows. */
  space(source: number, sourceEnd: number): void {
    if (this.#length > 0) this.#break ??= { source, end: sourceEnd, soft: false };
  }

  /** Adds a line break that separates (`<br>`, two spaces at a line's end). */
  hardBreak(source: number, sourceEnd: number): void {
    if (this.#length === 0) return;
    this.#break = undefined;
    this.#push('\n', source, sourceEnd);
  }

  /** Marks the text since the passage offset `start`, but the last `surplus` characters, as a link. */
  link(start: number, url: string, target: Span, surplus = 0): void {
    const from = this.#skipSpaces(start);
    const end = this.#length - surplus;
    if (end > from) {
      this.#links.push({ start: from, end, url, urlStart: target.start, urlEnd: target.end });
    }
  }

  /** Marks the text since the passage offset `start` as bold. */
  strong(start: number): void {
    const from = this.#skipSpaces(start);
    if (this.#length > from) this.#strongs.push({ start: from, end: this.#length });
  }

  /** Marks the text since the passage offset `start` as a table cell. */
  cell(start: number): void {
    this.#cells.push({ start, end: this.#length });
  }

  /** The finished block without surrounding white space; undefined if there is no text. Tables keep empty outer cells. */
  finish(): Draft | undefined {
    const whole = this.#parts.join('');
    const trimmed = trimRange(whole);
    if (trimmed.start >= trimmed.end) return undefined;
    const range = this.#cells.length > 0 ? { start: 0, end: whole.length } : trimmed;
    return {
      text: whole.slice(range.start, range.end),
      offsets: this.#offsets(range),
      longEnds: new Map([...this.#longEnds].map(([at, end]) => [at - range.start, end])),
      links: this.#links.flatMap((link) => shift(link, range)),
      strongs: this.#strongs.flatMap((strong) => shift(strong, range)).sort((a, b) => a.start - b.start),
      cells: this.#cells,
    };
  }

  #settleBreak(next: number): void {
    const pending = this.#break;
    this.#break = undefined;
    if (!pending || isSpace(this.#last) || isSpace(next)) return;
    if (pending.soft && isCjk(this.#last) && isCjk(next)) return;
    this.#spaces.add(this.#length);
    this.#push(' ', pending.source, pending.end);
  }

  #push(value: string, source: number, sourceEnd: number): void {
    const at = this.#length;
    this.#parts.push(value);
    this.#runs.push({ at, length: value.length, source });
    this.#length += value.length;
    this.#last = value.charCodeAt(value.length - 1);
    this.#sourceEnd = sourceEnd;
    if (sourceEnd - source !== value.length) this.#longEnds.set(this.#length - 1, sourceEnd);
  }

  #skipSpaces(start: number): number {
    return this.#spaces.has(start) ? start + 1 : start;
  }

  #offsets(range: Span): Uint32Array {
    const offsets = new Uint32Array(range.end - range.start + 1);
    for (const run of this.#runs) {
      for (let i = Math.max(0, range.start - run.at); i < run.length; i += 1) {
        const at = run.at + i - range.start;
        if (at < offsets.length) offsets[at] = run.source + i;
      }
    }
    const last = offsets[offsets.length - 2] ?? 0;
    const trimmed = range.end < this.#length;
    offsets[offsets.length - 1] = this.#longEnds.get(range.end - 1) ?? (trimmed ? last + 1 : this.#sourceEnd);
    return offsets;
  }
}

function trimRange(text: string): Span {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function shift<T extends Span>(span: T, range: Span): T[] {
  const start = Math.max(0, span.start - range.start);
  const end = Math.min(span.end, range.end) - range.start;
  return end > start ? [{ ...span, start, end }] : [];
}
