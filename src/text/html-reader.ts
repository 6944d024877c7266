import type { Token } from 'parse5';
import type { Span } from './document.ts';
import { HtmlPlaces } from './html-places.ts';
import { HtmlRow } from './html-row.ts';
import { addHtmlText, addPreformatted } from './html-text.ts';
import type { Outline, Place } from './outline.ts';
import { PassageBuilder } from './passage-builder.ts';

const names = (list: string) => new Set(list.split(' '));
const SKIPPED = names('script style template noscript svg math iframe noembed noframes textarea select object canvas');
const BLOCKS = names(
  'address article aside body caption center details dialog div fieldset figcaption figure footer form head header hr html legend main nav p section summary tbody tfoot thead',
);
const CONTAINERS = names('ul ol menu dl li dt dd blockquote');
/** Blocks that make a table a means of layout: its rows are then read as ordinary text. */
const BREAKS_ROW = names('h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table');
const HEADING = /^h([1-6])$/;

/** Turns a stream of HTML tags and text into passages. Offsets passed in count from `source.base`. */
export class HtmlReader {
  readonly #source: { readonly text: string; readonly base: number };
  readonly #outline: Outline;
  readonly #places: HtmlPlaces;
  #builder = new PassageBuilder();
  #row: HtmlRow | undefined;
  #header: readonly string[] | undefined;
  #level = 0;
  #preformatted = 0;
  #skipped: { readonly name: string; depth: number } | undefined;
  #link: { readonly from: number; readonly url: string; readonly target: Span } | undefined;
  #strongFrom: number | undefined;

  constructor(source: { readonly text: string; readonly base: number }, outline: Outline, place: Place) {
    this.#source = source;
    this.#outline = outline;
    this.#places = new HtmlPlaces(place);
  }

  /** Takes the text between two tags. */
  text(span: Span): void {
    if (this.#skipped) return;
    const { text, base } = this.#source;
    const range = { start: base + span.start, end: base + span.end };
    if (this.#preformatted > 0) addPreformatted(this.#builder, text, range);
    else addHtmlText(this.#row?.builder ?? this.#builder, text, range);
  }

  /** Takes a start tag. */
  open(token: Token.TagToken): void {
    const name = token.tagName;
    if (this.#skipped) {
      if (name === this.#skipped.name) this.#skipped.depth += 1;
    } else if (SKIPPED.has(name)) {
      if (!token.selfClosing) this.#skipped = { name, depth: 1 };
    } else if (!this.#openInline(name, token)) {
      this.#openBlock(name, token);
    }
  }

  /** Takes an end tag. */
  close(name: string): void {
    if (this.#skipped) {
      if (name === this.#skipped.name && --this.#skipped.depth === 0) this.#skipped = undefined;
    } else if (name === 'a') this.#closeLink();
    else if (name === 'b' || name === 'strong') this.#closeStrong();
    else this.#closeBlock(name);
  }

  /** Adds what is left when the input ends. */
  finish(): void {
    this.#endRow();
    this.#flush();
  }

  #openInline(name: string, token: Token.TagToken): boolean {
    const builder = this.#row?.builder ?? this.#builder;
    const { start, end } = this.#rangeOf(token);
    if (name === 'br') builder.hardBreak(start, end);
    else if (name === 'a') this.#openLink(token, builder);
    else if (name === 'b' || name === 'strong') this.#strongFrom ??= builder.length;
    else return false;
    return true;
  }

  #openBlock(name: string, token: Token.TagToken): void {
    if (this.#row && BREAKS_ROW.has(name)) this.#endRow();
    const level = name === 'title' ? 1 : Number(HEADING.exec(name)?.[1] ?? 0);
    if (level > 0) {
      this.#flush();
      this.#level = level;
    } else if (CONTAINERS.has(name)) {
      this.#flush();
      this.#places.open(name);
    } else if (name === 'pre') {
      this.#flush();
      this.#preformatted += 1;
    } else this.#openTable(name, token);
  }

  #openTable(name: string, token: Token.TagToken): void {
    if (name === 'table' || name === 'tr') {
      this.#endRow();
      this.#flush();
      if (name === 'table') this.#header = undefined;
      else this.#row = new HtmlRow();
    } else if ((name === 'td' || name === 'th') && this.#row) {
      this.#closeMarks();
      this.#row.openCell(name, this.#rangeOf(token).start);
    } else if (BLOCKS.has(name) || name === 'td' || name === 'th') {
      this.#separate(this.#rangeOf(token));
    }
  }

  #closeBlock(name: string): void {
    if (name === 'title' || HEADING.test(name)) {
      this.#flush();
      this.#level = 0;
    } else if (CONTAINERS.has(name)) {
      this.#flush();
      this.#places.close(name);
    } else if (name === 'pre') {
      this.#flush();
      this.#preformatted = Math.max(0, this.#preformatted - 1);
    } else if (name === 'tr' || name === 'table') this.#endRow();
    else if ((BLOCKS.has(name) || name === 'td' || name === 'th') && !this.#row) this.#flush();
  }

  /** A block inside a table cell separates lines, elsewhere passages. */
  #separate(range: Span): void {
    if (this.#row) this.#row.builder.hardBreak(range.start, range.end);
    else this.#flush();
  }

  #flush(): void {
    if (this.#row) return;
    this.#closeMarks();
    const builder = this.#builder;
    if (builder.length === 0) return;
    this.#builder = new PassageBuilder();
    const place = this.#places.current;
    if (this.#preformatted > 0) this.#outline.code(builder, place);
    else if (this.#level > 0) this.#outline.heading(builder, this.#level, place);
    else if (this.#places.awaitsItem) this.#places.settle(this.#outline.listItem(builder, place));
    else this.#outline.paragraph(builder, place);
  }

  #endRow(): void {
    const row = this.#row;
    this.#closeMarks();
    this.#row = undefined;
    if (!row) return;
    row.closeCell();
    const cells = this.#outline.tableRow(row.builder, row.isHeader ? undefined : this.#header, this.#places.current);
    if (row.isHeader && cells.length > 0) this.#header = cells;
  }

  #openLink(token: Token.TagToken, builder: PassageBuilder): void {
    this.#closeLink();
    const href = token.attrs.find((attribute) => attribute.name === 'href');
    const place = token.location?.attrs?.href;
    if (!href || !place) return;
    const { text, base } = this.#source;
    const source = text.slice(base + place.startOffset, base + place.endOffset);
    const [opening = ''] = /^[^=]*=\s*["']?/.exec(source) ?? [];
    const closing = /["']$/.test(opening) ? 1 : 0;
    const start = base + place.startOffset + opening.length;
    const target = { start, end: Math.max(start, base + place.endOffset - closing) };
    this.#link = { from: builder.length, url: href.value, target };
  }

  #closeLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (link) (this.#row?.builder ?? this.#builder).link(link.from, link.url, link.target);
  }

  #closeStrong(): void {
    const from = this.#strongFrom;
    this.#strongFrom = undefined;
    if (from !== undefined) (this.#row?.builder ?? this.#builder).strong(from);
  }

  #closeMarks(): void {
    this.#closeLink();
    this.#closeStrong();
  }

  #rangeOf(token: Token.TagToken): Span {
    const { base } = this.#source;
    return { start: base + (token.location?.startOffset ?? 0), end: base + (token.location?.endOffset ?? 0) };
  }
}
