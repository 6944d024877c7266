import type { Span } from './document.ts';
import { type Line, linesOf } from './lines.ts';

/** A stretch of Markdown that can be read on its own, in original offsets. */
export interface MarkdownBlock extends Span {
  readonly kind: 'text' | 'code' | 'html';
  /** Its lines; for code, those between the fences. */
  readonly lines: readonly Line[];
}

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const HTML_STARTS = [
  { open: /^<!--/, close: /-->/ },
  { open: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, close: /<\/(?:script|pre|style|textarea)>/i },
];
const ITEM = /(?:[-*+]|\d{1,9}[.)])[ \t]+\S/y;
const INDENTED = /^[ \t]/;
/** «**Founded:** 2019», «**总部**：纽约» */
const LABEL = /\*\*[^*\n]{1,40}(?:[:：]\*\*|\*\*[ \t]*[:：])/y;
const FRONT_MATTER = /^---[ \t]*$/;
const FRONT_MATTER_FIELD = /^[\w-]+[ \t]*:/;

/**
 * Cuts Markdown where a cut changes nothing: before an unindented line that follows a blank one, between
 * unindented list items, between lines that begin with a bold label, and around unindented code fences, HTML comments and scripts. Linear; keeps the parser's input small, because micromark is not linear.
 */
export function splitBlocks(text: string, span: Span): MarkdownBlock[] {
  const lines = linesOf(text, span);
  const blocks: MarkdownBlock[] = [];
  let current: Line[] = [];
  const flush = () => {
    if (current.some((line) => line.end > line.start)) blocks.push(blockOf('text', current, current));
    current = [];
    lazy = false;
  };
  let blank = true;
  let lazy = false;
  let at = frontMatterLength(text, lines);
  if (at > 0) blocks.push(blockOf('code', lines.slice(0, at), lines.slice(1, at - 1)));
  while (at < lines.length) {
    const line = lines[at] as Line;
    const inList = current[0] !== undefined && isItem(text, current[0]);
    const special = specialAt(text, lines, { at, inList });
    if (special) {
      flush();
      blocks.push(special.block);
      at = special.next;
      blank = true;
      continue;
    }
    const empty = isEmpty(text, line);
    const indented = INDENTED.test(text[line.start] ?? '');
    const item = !indented && isItem(text, line);
    const last = current.at(-1);
    const labels = last !== undefined && isLabel(text, last) && isLabel(text, line);
    if ((blank && !empty && !indented) || (inList && item && !lazy) || labels) flush();
    lazy ||= !empty && !indented && !item;
    current.push(line);
    blank = empty;
    at += 1;
  }
  flush();
  return blocks;
}

function isItem(text: string, line: Line): boolean {
  ITEM.lastIndex = line.start;
  return ITEM.test(text);
}

/** Whether a line begins with a bold label: lines of such labels are a list, whatever they are written as. */
function isLabel(text: string, line: Line): boolean {
  LABEL.lastIndex = line.start;
  return LABEL.test(text);
}

function specialAt(
  text: string,
  lines: readonly Line[],
  { at, inList }: { readonly at: number; readonly inList: boolean },
): { block: MarkdownBlock; next: number } | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const indent = inList ? 0 : indentOf(text, line.start);
  const first = text[line.start + indent];
  if (first !== '`' && first !== '~' && first !== '<') return undefined;
  const source = text.slice(line.start + indent, Math.min(line.end, line.start + 10_000));
  const fence = FENCE.exec(source)?.[1];
  if (fence) return fenced(text, lines, { at, fence });
  const html = HTML_STARTS.find(({ open }) => open.test(source));
  if (!html) return undefined;
  let last = at;
  while (last < lines.length && !html.close.test(sourceOf(text, lines[last]))) last += 1;
  const inside = lines.slice(at, last + 1);
  return { block: blockOf('html', inside, inside), next: last + 1 };
}

/** The number of spaces, at most three, that a line may begin with without being indented code. */
function indentOf(text: string, start: number): number {
  let indent = 0;
  while (indent < 3 && text[start + indent] === ' ') indent += 1;
  return indent;
}

function fenced(text: string, lines: readonly Line[], open: { at: number; fence: string }) {
  const close = new RegExp(`^ {0,3}\\${open.fence[0]}{${open.fence.length},}[ \\t]*$`);
  let last = open.at + 1;
  while (last < lines.length && !close.test(sourceOf(text, lines[last]))) last += 1;
  const block = blockOf('code', lines.slice(open.at, last + 1), lines.slice(open.at + 1, last));
  return { block, next: last + 1 };
}

function frontMatterLength(text: string, lines: readonly Line[]): number {
  if (!FRONT_MATTER.test(sourceOf(text, lines[0])) || !FRONT_MATTER_FIELD.test(sourceOf(text, lines[1]))) return 0;
  for (let at = 2; at < Math.min(lines.length, 200); at += 1) {
    if (FRONT_MATTER.test(sourceOf(text, lines[at]))) return at + 1;
  }
  return 0;
}

function blockOf(kind: MarkdownBlock['kind'], range: readonly Line[], lines: readonly Line[]): MarkdownBlock {
  return { kind, start: range[0]?.start ?? 0, end: range.at(-1)?.next ?? 0, lines };
}

function sourceOf(text: string, line: Line | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

function isEmpty(text: string, line: Line): boolean {
  for (let i = line.start; i < line.end; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x09) return false;
  }
  return true;
}
