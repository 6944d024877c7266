import { readBareUrl } from './bare-urls.ts';
import type { Span } from './document.ts';
import { readEntity } from './html-entities.ts';
import { isLooseBold } from './loose-bold.ts';
import type { PassageBuilder } from './passage-builder.ts';

/** A stretch of plain, bold, linked or code text in original offsets, its markup left out. */
export interface Run extends Span {
  readonly strong?: boolean;
  readonly target?: Span;
  /** What the stretch stands for, if it is a character reference. */
  readonly value?: string;
  /** What a bold stretch consists of, if it is more than text. */
  readonly inner?: readonly Run[];
}

/** What a special character turned out to be, in offsets of the line; `next` is where to go on. */
interface Found {
  readonly run?: Run;
  readonly next: number;
}

const SPECIAL = /[*_`[\]<&\\~@\0\t\r\n]|https?:|www\./gi;
const LINK = /\[([^[\]*_`<&\\~@\0\t!]+)\]\(([^\s()<>\\&\0*]+)(?: "[^"\\&\0]*")?\)/y;
const CODE = /`([^`\s\\][^`\0\t]*)`(?!`)/y;
const BARE_URL = /https?:|www\./i;
const REFERENCE = /^&[A-Za-z][A-Za-z0-9]{1,30};/;
const ESCAPABLE = /^[!-/:-@[-`{-~]$/;
const SPACE = /^\s?$/u;
const MARK = /^[\p{P}\p{S}]$/u;
const WORD = /^[A-Za-z0-9]$/;

/**
 * Reads the inline Markdown that most lines consist of: text, `**bold**`, `*emphasis*`, `[text](url)`, bare addresses,
 * code, escapes and entities. Returns undefined for anything else (nesting, HTML, titles …), which is then left to micromark.
 * For what it does read it agrees with CommonMark, except next to Chinese writing (`isLooseBold`, `readBareUrl`).
 * `span` is one line in original offsets, trimmed. Linear in the line.
 */
export function scanInline(text: string, span: Span): Run[] | undefined {
  const line = text.slice(span.start, span.end);
  const runs: Run[] = [];
  let plain = 0;
  SPECIAL.lastIndex = 0;
  for (let special = SPECIAL.exec(line); special; special = SPECIAL.exec(line)) {
    const found = readSpecial(line, special.index);
    if (!found) return undefined;
    if (found.run) {
      if (special.index > plain) runs.push({ start: plain, end: special.index });
      runs.push(found.run);
      plain = found.next;
    }
    SPECIAL.lastIndex = found.next;
  }
  if (line.length > plain) runs.push({ start: plain, end: line.length });
  return runs.map((run) => shift(run, span.start));
}

/** Adds scanned runs to a passage. */
export function addRuns(builder: PassageBuilder, text: string, runs: readonly Run[]): void {
  for (const run of runs) {
    const from = builder.length;
    if (run.inner) addRuns(builder, text, run.inner);
    else builder.addSpelt(run.value ?? text.slice(run.start, run.end), run.start, run.end);
    if (run.strong) builder.strong(from);
    if (run.target) builder.link(from, text.slice(run.target.start, run.target.end), run.target);
  }
}

function shift(run: Run, by: number): Run {
  const moved = { ...run, start: run.start + by, end: run.end + by };
  if (run.inner) return { ...moved, inner: run.inner.map((inner) => shift(inner, by)) };
  return run.target ? { ...moved, target: { start: run.target.start + by, end: run.target.end + by } } : moved;
}

function readSpecial(line: string, at: number): Found | undefined {
  switch (line[at]) {
    case '*':
      return readStars(line, at);
    case '[':
      return readLink(line, at);
    case '`':
      return readCode(line, at);
    case '_':
      return isWord(line, at - 1) && isWord(line, at + 1) ? { next: at + 1 } : undefined;
    case '&':
      return readReference(line, at);
    case '\\':
      return ESCAPABLE.test(line[at + 1] ?? '') ? { run: { start: at + 1, end: at + 2 }, next: at + 2 } : undefined;
    case '<':
      return /[A-Za-z/!?]/.test(line[at + 1] ?? '') ? undefined : { next: at + 1 };
    case 'h':
      return readAddress(line, at);
    default:
      return undefined;
  }
}

function readReference(line: string, at: number): Found | undefined {
  if (!/[#A-Za-z]/.test(line[at + 1] ?? '')) return { next: at + 1 };
  const [spelling] = REFERENCE.exec(line.slice(at, at + 40)) ?? [];
  const entity = spelling && readEntity(spelling, 0);
  if (!entity || entity.length !== spelling.length || entity.value.length > spelling.length) return undefined;
  return { run: { start: at, end: at + spelling.length, value: entity.value }, next: at + spelling.length };
}

function readStars(line: string, at: number): Found | undefined {
  const width = line[at + 1] === '*' ? 2 : 1;
  const start = at + width;
  if (line[start] === '*') return undefined;
  const plainEnd = closingStars(line, start);
  const end = plainEnd < 0 && width === 2 ? line.indexOf('**', start) : plainEnd;
  const next = end + width;
  if (end <= start || (width === 2 && line[end + 1] !== '*') || line[next] === '*') return undefined;
  const strict = opens(line, at, width) && closes(line, end, width);
  if (!strict && !(width === 2 && isLooseBold(line, at, end))) return undefined;
  if (plainEnd >= 0) return { run: { start, end, strong: width === 2 }, next };
  const inner = line.slice(start, end).includes('*') ? undefined : scanInline(line, { start, end });
  return inner && { run: { start, end, strong: true, inner }, next };
}

/** Where the next star stands, if nothing but plain text lies between; -1 otherwise. */
function closingStars(line: string, start: number): number {
  SPECIAL.lastIndex = start;
  let special = SPECIAL.exec(line);
  while (special?.[0] === '_' && isWord(line, special.index - 1) && isWord(line, special.index + 1)) {
    special = SPECIAL.exec(line);
  }
  return special?.[0] === '*' ? special.index : -1;
}

function opens(line: string, at: number, width: number): boolean {
  const inner = characterAt(line, at + width);
  const outer = characterBefore(line, at);
  return !SPACE.test(inner) && (!MARK.test(inner) || SPACE.test(outer) || MARK.test(outer));
}

function closes(line: string, at: number, width: number): boolean {
  const inner = characterBefore(line, at);
  const outer = characterAt(line, at + width);
  return !SPACE.test(inner) && (!MARK.test(inner) || SPACE.test(outer) || MARK.test(outer));
}

function readLink(line: string, at: number): Found | undefined {
  LINK.lastIndex = at;
  const [whole, label, url] = LINK.exec(line) ?? [];
  if (!whole || !label || !url) return undefined;
  if (line[at - 1] === '!' || /^[\s^]|\s$/.test(label) || BARE_URL.test(label)) return undefined;
  const start = at + 1;
  const end = start + label.length;
  const target = { start: end + 2, end: end + 2 + url.length };
  return { run: { start, end, target }, next: at + whole.length };
}

function readCode(line: string, at: number): Found | undefined {
  CODE.lastIndex = at;
  const [whole, code] = CODE.exec(line) ?? [];
  if (!whole || !code || /\s$/.test(code)) return undefined;
  return { run: { start: at + 1, end: at + 1 + code.length }, next: at + whole.length };
}

function readAddress(line: string, at: number): Found | undefined {
  const length = readBareUrl(line, at);
  if (length === undefined) return undefined;
  const span = { start: at, end: at + length };
  return { run: { ...span, target: span }, next: span.end };
}

function characterAt(line: string, at: number): string {
  const code = line.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(line: string, at: number): string {
  const low = line.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && at > 1 ? characterAt(line, at - 2) : (line[at - 1] ?? '');
}

function isWord(line: string, at: number): boolean {
  return WORD.test(line[at] ?? '');
}
