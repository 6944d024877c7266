import type { Span } from './document.ts';
import { isLooseBold } from './loose-bold.ts';
import type { PassageBuilder } from './passage-builder.ts';

/** A stretch of plain, bold, linked or code text in original offsets, its markup left out. */
interface Run extends Span {
  readonly strong?: boolean;
  readonly target?: Span;
}

const SPECIAL = /[*_`[\]<&\\~@\0\t\r]|https?:|www\./gi;
const LINK = /\[([^[\]*_`<&\\~@\0\t\r\n!]+)\]\(([^\s()<>\\&\0*]+)\)/y;
const CODE = /`([^`\s\\][^`\n\r\0\t]*)`(?!`)/y;
const NEXT_SPECIAL_IN_LABEL = /https?:|www\./i;
const SPACE = /^\s?$/u;
const MARK = /^[\p{P}\p{S}]$/u;
const WORD = /^[A-Za-z0-9]$/;

/**
 * Reads the inline Markdown that most lines consist of: text, `**bold**`, `[text](url)` and code. Returns undefined
 * for anything else (escapes, entities, nesting, HTML …), which is then left to micromark; for what it does read it
 * agrees with CommonMark, bold next to Chinese writing apart (see `isLooseBold`). `span` is one line in original offsets, trimmed.
 */
export function scanInline(text: string, span: Span): Run[] | undefined {
  const runs: Run[] = [];
  let at = span.start;
  let plain = span.start;
  while (at < span.end) {
    SPECIAL.lastIndex = at;
    const special = SPECIAL.exec(text);
    if (!special || special.index >= span.end) break;
    const found = readSpecial(text, special.index, span);
    if (!found) return undefined;
    if (found.run) {
      if (special.index > plain) runs.push({ start: plain, end: special.index });
      runs.push(found.run);
      plain = found.next;
    }
    at = found.next;
  }
  if (span.end > plain) runs.push({ start: plain, end: span.end });
  return runs;
}

/** Adds scanned runs to a passage. */
export function addRuns(builder: PassageBuilder, text: string, runs: readonly Run[]): void {
  for (const run of runs) {
    const from = builder.length;
    builder.add(text.slice(run.start, run.end), run.start);
    if (run.strong) builder.strong(from);
    if (run.target) builder.link(from, text.slice(run.target.start, run.target.end), run.target);
  }
}

function readSpecial(text: string, at: number, span: Span): { run?: Run; next: number } | undefined {
  const character = text[at];
  if (character === '*') return readStrong(text, at, span);
  if (character === '[') return readLink(text, at, span);
  if (character === '`') return readCode(text, at, span);
  if (character === '_') return isWord(text, at - 1) && isWord(text, at + 1) ? { next: at + 1 } : undefined;
  if (character === '&') return /[#A-Za-z]/.test(text[at + 1] ?? '') ? undefined : { next: at + 1 };
  if (character === '<') return /[A-Za-z/!?]/.test(text[at + 1] ?? '') ? undefined : { next: at + 1 };
  return undefined;
}

function readStrong(text: string, at: number, span: Span): { run: Run; next: number } | undefined {
  if (text[at + 1] !== '*' || text[at + 2] === '*') return undefined;
  SPECIAL.lastIndex = at + 2;
  let close = SPECIAL.exec(text);
  while (close?.[0] === '_' && isWord(text, close.index - 1) && isWord(text, close.index + 1))
    close = SPECIAL.exec(text);
  if (!close || !text.startsWith('**', close.index) || close.index + 2 > span.end || close.index === at + 2)
    return undefined;
  const end = close.index;
  const next = end + 2;
  if (text[next] === '*') return undefined;
  const strict = opens(text, at, span) && closes(text, end, span);
  if (!strict && !isLooseBold(text, at, end)) return undefined;
  return { run: { start: at + 2, end, strong: true }, next };
}

function opens(text: string, at: number, span: Span): boolean {
  const inner = characterAt(text, at + 2);
  const outer = at === span.start ? '' : characterBefore(text, at);
  return !SPACE.test(inner) && (!MARK.test(inner) || SPACE.test(outer) || MARK.test(outer));
}

function closes(text: string, at: number, span: Span): boolean {
  const inner = characterBefore(text, at);
  const outer = at + 2 >= span.end ? '' : characterAt(text, at + 2);
  return !SPACE.test(inner) && (!MARK.test(inner) || SPACE.test(outer) || MARK.test(outer));
}

function readLink(text: string, at: number, span: Span): { run: Run; next: number } | undefined {
  LINK.lastIndex = at;
  const match = LINK.exec(text);
  const [whole, label, url] = match ?? [];
  if (!whole || !label || !url || at + whole.length > span.end) return undefined;
  if (text[at - 1] === '!' || /^[\s^]|\s$/.test(label) || NEXT_SPECIAL_IN_LABEL.test(label)) return undefined;
  const start = at + 1;
  const urlStart = start + label.length + 2;
  const target = { start: urlStart, end: urlStart + url.length };
  return { run: { start, end: start + label.length, target }, next: target.end + 1 };
}

function readCode(text: string, at: number, span: Span): { run: Run; next: number } | undefined {
  CODE.lastIndex = at;
  const [whole, code] = CODE.exec(text) ?? [];
  if (!whole || !code || at + whole.length > span.end || /\s$/.test(code)) return undefined;
  return { run: { start: at + 1, end: at + 1 + code.length }, next: at + whole.length };
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && at > 1 ? characterAt(text, at - 2) : (text[at - 1] ?? '');
}

function isWord(text: string, at: number): boolean {
  return WORD.test(text[at] ?? '');
}
