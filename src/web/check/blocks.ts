import type { Format } from './checked.ts';

/** How a line is set. */
export type BlockKind = 'heading' | 'item' | 'quote' | 'code' | 'row' | 'text' | 'blank';

/** A line of the text with its line end. UTF-16 offsets, end exclusive. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  /** Of a heading 1…6, of an item its depth from 0. */
  readonly level: number;
}

/** A stretch within a line that is set in its own way: markup signs, strong words, code. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly style: 'sign' | 'strong' | 'code';
}

/** The lines of a text with how they are set: enough to read it well, every character in its place. */
export function toBlocks(text: string, format: Format | undefined): Block[] {
  const blocks: Block[] = [];
  let fenced = false;
  for (const { index, 0: line } of text.matchAll(/[^\n]*\n|[^\n]+$/gu)) {
    const fence = format !== 'html' && /^\s*(?:```|~~~)/u.test(line);
    const place = { start: index, end: index + line.length };
    blocks.push(fenced || fence ? { ...place, kind: 'code', level: 0 } : { ...place, ...kindOf(line, format) });
    if (fence) fenced = !fenced;
  }
  return blocks;
}

function kindOf(line: string, format: Format | undefined): Pick<Block, 'kind' | 'level'> {
  if (/^\s*$/u.test(line)) return { kind: 'blank', level: 0 };
  if (format === 'html') return { kind: 'text', level: 0 };
  const heading = /^\s{0,3}(#{1,6})\s/u.exec(line)?.[1];
  if (heading) return { kind: 'heading', level: heading.length };
  const indent = /^(\s*)(?:[-*+•]|\d{1,3}[.)、])\s/u.exec(line)?.[1];
  if (indent !== undefined) return { kind: 'item', level: Math.min(4, Math.floor(indent.length / 2)) };
  if (/^\s*>/u.test(line)) return { kind: 'quote', level: 0 };
  return { kind: /^\s*\|.*\|\s*$/u.test(line) ? 'row' : 'text', level: 0 };
}

/** Markup signs, strong words and code of one line, in order. Offsets count in the line. */
export function toRuns(line: string, format: Format | undefined): Run[] {
  const pattern = format === 'html' ? /<[^<>]*>/gu : MARKDOWN;
  return [...line.matchAll(pattern)].flatMap(({ index, 0: found, groups }) => {
    const end = index + found.length;
    if (groups?.strong !== undefined) return around({ start: index, end }, { sign: 2, style: 'strong' });
    if (groups?.code !== undefined) return around({ start: index, end }, { sign: 1, style: 'code' });
    return [{ start: index, end, style: 'sign' } as const];
  });
}

/** Heading signs, quote signs, rules; **strong**; `code`. */
const MARKDOWN =
  /^\s{0,3}#{1,6}(?=\s)|^\s*>+|^\s*(?:-{3,}|\*{3,}|`{3,}.*|~{3,}.*)\s*$|\*\*(?<strong>[^*\n]+)\*\*|`(?<code>[^`\n]+)`/gu;

function around(
  { start, end }: { readonly start: number; readonly end: number },
  { sign, style }: { readonly sign: number; readonly style: 'strong' | 'code' },
): Run[] {
  return [
    { start, end: start + sign, style: 'sign' },
    { start: start + sign, end: end - sign, style },
    { start: end - sign, end, style: 'sign' },
  ];
}
