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
const INDENTED = /^[ \t]/;
const FRONT_MATTER = /^---[ \t]*$/;
const FRONT_MATTER_FIELD = /^[\w-]+[ \t]*:/;

/**
 * Cuts Markdown where a cut changes nothing: before an unindented line that follows a blank one, and around unindented
 * code fences, HTML comments and scripts. Linear; keeps the parser's input small, because micromark is not linear.
 */
export function splitBlocks(text: string, span: Span): MarkdownBlock[] {
  const lines = linesOf(text, span);
  const blocks: MarkdownBlock[] = [];
  let current: Line[] = [];
  const flush = () => {
    if (current.some((line) => line.end > line.start)) blocks.push(blockOf('text', current, current));
    current = [];
  };
  let blank = true;
  let at = frontMatterLength(text, lines);
  if (at > 0) blocks.push(blockOf('code', lines.slice(0, at), lines.slice(1, at - 1)));
  while (at < lines.length) {
    const line = lines[at] as Line;
    const special = specialAt(text, lines, at);
    if (special) {
      flush();
      blocks.push(special.block);
      at = special.next;
      blank = true;
      continue;
    }
    const empty = isEmpty(text, line);
    if (blank && !empty && !INDENTED.test(text[line.start] ?? '')) flush();
    current.push(line);
    blank = empty;
    at += 1;
  }
  flush();
  return blocks;
}

function specialAt(
  text: string,
  lines: readonly Line[],
  at: number,
): { block: MarkdownBlock; next: number } | undefined {
  const line = lines[at];
  const first = line && text[line.start];
  if (!line || (first !== '`' && first !== '~' && first !== '<')) return undefined;
  const source = text.slice(line.start, Math.min(line.end, line.start + 10_000));
  const fence = FENCE.exec(source)?.[1];
  if (fence) return fenced(text, lines, { at, fence });
  const html = HTML_STARTS.find(({ open }) => open.test(source));
  if (!html) return undefined;
  let last = at;
  while (last < lines.length && !html.close.test(sourceOf(text, lines[last]))) last += 1;
  const inside = lines.slice(at, last + 1);
  return { block: blockOf('html', inside, inside), next: last + 1 };
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
