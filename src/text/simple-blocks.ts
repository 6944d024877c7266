import type { Passage } from './document.ts';
import { type Line, trimLine } from './lines.ts';
import type { Outline } from './outline.ts';
import { PassageBuilder } from './passage-builder.ts';
import { addRuns, scanInline } from './simple-inline.ts';
import { addTable, scanTable } from './simple-tables.ts';

type Runs = NonNullable<ReturnType<typeof scanInline>>;
type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: Runs }
  | { readonly kind: 'item'; readonly depth: number; readonly lines: ScannedLine[] }
  | { readonly kind: 'paragraph'; readonly lines: ScannedLine[] };

interface ScannedLine {
  readonly line: Line;
  readonly runs: Runs;
}

const HEADING = /^(#{1,6})( +)[^ \t].*$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)])( {1,4})[^ \t].*$/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;
/** What may begin a line that is not plain running text. */
const MARKED = /^(?:[-*+](?![^\s*\-+])|[#>|=:`~_<\t ]|\d{1,9}[.)](?:\s|$))/;
/** A link definition that fits on its line; it holds no text to read. Nor does a blank line. */
const DEFINITION = /^(?:\[[^[\]\\^][^[\]\\]*\]: +[^\s<>"'()]+)? *$/;
const ASTERISKS = /^\*\*(?!\*)/;

/**
 * Scans a block (lines up to the next unindented line after a blank one) that consists of headings, one-line list items
 * and plain paragraphs, of one quote or of one table only. Returns what adds its passages to an outline, or undefined
 * when the block needs a full Markdown parser. Many times as fast as one.
 */
export function scanSimpleBlock(text: string, lines: readonly Line[]): ((outline: Outline) => void) | undefined {
  if (lines.every((line) => DEFINITION.test(text.slice(line.start, line.end)))) return () => undefined;
  const table = scanTable(text, lines);
  if (table) return (outline) => addTable(text, table, outline);
  const quoted = lines.every((line) => text[line.start] === '>' && text[line.start + 1] === ' ');
  const blocks = scanBlock(text, quoted ? lines.map((line) => ({ ...line, start: line.start + 2 })) : lines);
  if (!blocks || (quoted && blocks.some((block) => block.kind !== 'paragraph'))) return undefined;
  return (outline) => {
    const items: (Passage | undefined)[] = [];
    for (const block of blocks) addBlock(text, block, { outline, items, quoted });
  };
}

interface BlockTarget {
  readonly outline: Outline;
  /** The open list items' own texts, outermost first. */
  readonly items: (Passage | undefined)[];
  readonly quoted: boolean;
}

function addBlock(text: string, block: Block, into: BlockTarget): void {
  const builder = new PassageBuilder();
  if (block.kind === 'heading') {
    addRuns(builder, text, block.runs);
    into.outline.heading(builder, block.level);
    return;
  }
  for (const { line, runs } of block.lines) {
    addRuns(builder, text, runs);
    builder.softBreak(line.end, line.next);
  }
  if (block.kind === 'paragraph') {
    into.outline.paragraph(builder, { quoted: into.quoted });
    return;
  }
  into.items.length = block.depth - 1;
  into.items.push(into.outline.listItem(builder, { depth: block.depth, item: into.items.findLast((item) => item) }));
}

function scanBlock(text: string, lines: readonly Line[]): Block[] | undefined {
  const blocks: Block[] = [];
  const contents: number[] = [];
  let afterBlank = true;
  for (const line of lines) {
    const source = text.slice(line.start, line.end);
    const blank = source.trim() === '';
    const silent = lines.length === 1 && RULE.test(source);
    if (!blank && !silent) {
      const block = scanLine(text, { line, source, afterBlank, contents, previous: blocks.at(-1) });
      if (!block) return undefined;
      if (block !== blocks.at(-1)) blocks.push(block);
    }
    afterBlank = blank;
  }
  return blocks;
}

interface LineState {
  readonly line: Line;
  readonly source: string;
  readonly afterBlank: boolean;
  /** The columns at which the contents of the open list items begin. */
  readonly contents: number[];
  readonly previous: Block | undefined;
}

function scanLine(text: string, state: LineState): Block | undefined {
  const item = ITEM.exec(state.source);
  if (item && !ASTERISKS.test(state.source)) return scanItem(text, item, state);
  if (state.contents.length > 0) return continueItem(text, state);
  const heading = HEADING.exec(state.source);
  if (heading) return scanHeading(text, heading, state.line);
  return scanParagraph(text, state);
}

function scanHeading(text: string, match: RegExpExecArray, line: Line): Block | undefined {
  const span = trimLine(text, { start: line.start + match[0].indexOf(' '), end: line.end });
  const runs = text[span.end - 1] === '#' ? undefined : scanInline(text, span);
  return runs && { kind: 'heading', level: match[1]?.length ?? 1, runs };
}

function scanParagraph(text: string, state: LineState): Block | undefined {
  const { line, source, previous } = state;
  if (MARKED.test(source) && !ASTERISKS.test(source)) return undefined;
  if (source.endsWith('  ') || RULE.test(source)) return undefined;
  const runs = scanInline(text, trimLine(text, line));
  if (!runs) return undefined;
  if (previous?.kind !== 'paragraph') return { kind: 'paragraph', lines: [{ line, runs }] };
  if (state.afterBlank) return undefined;
  previous.lines.push({ line, runs });
  return previous;
}

/** A further line of an item's own text, indented like it. */
function continueItem(text: string, state: LineState): Block | undefined {
  const { line, source, previous, afterBlank } = state;
  const span = trimLine(text, line);
  const last = previous?.kind === 'item' ? previous.lines.at(-1) : undefined;
  if (previous?.kind !== 'item' || !last || afterBlank || span.start - line.start < (state.contents.at(-1) ?? 0)) {
    return undefined;
  }
  const content = source.trim();
  if (text.slice(last.line.start, last.line.end).endsWith('  ') || RULE.test(content)) return undefined;
  if (MARKED.test(content) && !ASTERISKS.test(content)) return undefined;
  const runs = source.startsWith(' ') ? scanInline(text, span) : undefined;
  if (!runs) return undefined;
  previous.lines.push({ line, runs });
  return previous;
}

function scanItem(text: string, match: RegExpExecArray, state: LineState): Block | undefined {
  const { line, contents, previous } = state;
  const [, indent = '', marker = '', gap = ''] = match;
  const matched = contents.filter((column) => column <= indent.length).length;
  if (previous?.kind === 'paragraph' || indent.length - (contents[matched - 1] ?? 0) > 3) return undefined;
  const interrupts = matched === contents.length && matched > 0 && !state.afterBlank;
  if (interrupts && /^\d/.test(marker) && marker.slice(0, -1) !== '1') return undefined;
  const column = indent.length + marker.length + gap.length;
  const span = trimLine(text, { start: line.start + column, end: line.end });
  const content = text.slice(span.start, span.end);
  if (MARKED.test(content) && !ASTERISKS.test(content)) return undefined;
  const runs = scanInline(text, span);
  if (!runs) return undefined;
  contents.length = matched;
  contents.push(column);
  return { kind: 'item', depth: contents.length, lines: [{ line, runs }] };
}
