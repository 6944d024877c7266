import { isCjk } from './characters.ts';
import type { Span } from './document.ts';
import type { InlineSource } from './markdown-inline.ts';

/**
 * Finds `**…**` that CommonMark leaves as asterisks because Chinese has no spaces around it, as in `**“深度”**是` (a known
 * gap of the flanking rules, https://github.com/commonmark/commonmark-spec/issues/650). Returns the original offsets of
 * the marks. `spans` are the text nodes of one block; marks pair up in order, each pair next to Chinese writing.
 */
export function findLooseBold(source: InlineSource, spans: readonly Span[]): Map<number, 'open' | 'close'> {
  const found = spans.flatMap((span) => marksIn(source, span));
  const marks = new Map<number, 'open' | 'close'>();
  for (let i = 0; i + 1 < found.length; i += 1) {
    const open = found[i] as number;
    const close = found[i + 1] as number;
    if (!isLooseBold(source.text, open, close)) continue;
    marks.set(open, 'open').set(close, 'close');
    i += 1;
  }
  return marks;
}

function marksIn({ text, base }: InlineSource, span: Span): number[] {
  const marks: number[] = [];
  const end = base + span.end;
  let at = text.slice(base + span.start, end).indexOf('**');
  at = at < 0 ? -1 : at + base + span.start;
  while (at >= 0 && at + 2 <= end) {
    const alone = text[at - 1] !== '*' && text[at - 1] !== '\\' && text[at + 2] !== '*';
    if (alone) marks.push(at);
    const next = text.slice(at + 2, end).indexOf('**');
    at = next < 0 ? -1 : at + 2 + next;
  }
  return marks;
}

/** Whether two `**` at these original offsets enclose a bold run next to Chinese writing, spaces or none around it. */
export function isLooseBold(text: string, open: number, close: number): boolean {
  if (close - open < 3 || /\s/.test(text[open + 2] ?? ' ') || /\s/.test(text[close - 1] ?? ' ')) return false;
  const around = [open - 1, open + 2, close - 1, close + 2];
  return around.some((at) => isCjk(text.charCodeAt(at)));
}
