import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { verdictClass } from '../parts/verdict-badge.tsx';
import { type Block, type Run, toBlocks, toRuns } from './blocks.ts';
import type { Checked } from './checked.ts';
import { byWeight, type Flag } from './flags.ts';
import { type Piece, toPieces, within } from './pieces.ts';

interface AnnotatedTextProps {
  readonly checked: Checked;
  readonly flags: readonly Flag[];
  readonly shown: ReadonlySet<Flag>;
  /** The address of a flag. */
  readonly hrefOf: (flag: Flag) => string;
  readonly onSelect: (flag: Flag) => void;
}

/** Lines that are drawn together and, while far from the window, not laid out. */
const CHUNK = 40;
/** Chunks in the first picture. The others follow while the browser has nothing better to do. */
const FIRST = 4;

/** The text with its flags in place. Every character of the text is there, in order, as text and never as markup. */
export function AnnotatedText({ checked, flags, shown, hrefOf, onSelect }: AnnotatedTextProps) {
  const { text, format } = checked;
  const chunks = useMemo(() => chunksOf(toBlocks(text, format)), [text, format]);
  const pieces = useMemo(() => toPieces(text.length, flags), [text, flags]);
  const drawn = useDrawnChunks(chunks.length);
  const content = useMemo(() => {
    const line: LineContext = { text, format, pieces, shown, hrefOf };
    return chunks.map((blocks) => () => (
      <div class="chunk" key={blocks[0]?.start}>
        {blocks.map((block) => drawBlock(block, line))}
      </div>
    ));
  }, [chunks, pieces, shown, hrefOf]);
  const built = useMemo(() => new Map<number, ComponentChildren>(), [content]);
  const select = (event: MouseEvent) => {
    const flag = flagOf(event, flags);
    if (!flag || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onSelect(flag);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the flags within are links, which keys open as clicks
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for all its links
    <div class="annotated" lang={checked.result.language} onClick={select}>
      {content.slice(0, drawn).map((draw, index) => {
        if (!built.has(index)) built.set(index, draw());
        return built.get(index);
      })}
    </div>
  );
}

/** The elements of a flag in the text. */
export function elementsOf(flag: Flag): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.annotated [data-flags~="${flag.index}"]`)];
}

function flagOf(event: MouseEvent, flags: readonly Flag[]): Flag | undefined {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-flag]') : null;
  const index = Number(element?.dataset.flag);
  return element ? flags.find((flag) => flag.index === index) : undefined;
}

/** How many chunks to draw by now: the first ones at once, all soon after. */
function useDrawnChunks(total: number): number {
  const [drawn, setDrawn] = useState(FIRST);
  useEffect(() => {
    if (drawn >= total) return;
    const timer = setTimeout(() => setDrawn(Math.max(FIRST, drawn * 2)), 16);
    return () => clearTimeout(timer);
  }, [drawn, total]);
  return drawn;
}

function chunksOf(blocks: readonly Block[]): Block[][] {
  const chunks: Block[][] = [];
  for (let at = 0; at < blocks.length; at += CHUNK) chunks.push(blocks.slice(at, at + CHUNK));
  return chunks;
}

interface LineContext extends Pick<Checked, 'text' | 'format'> {
  readonly pieces: readonly Piece[];
  readonly shown: ReadonlySet<Flag>;
  readonly hrefOf: (flag: Flag) => string;
}

function drawBlock({ start, end, kind, level }: Block, line: LineContext) {
  const text = line.text.slice(start, end);
  const runs = kind === 'code' ? [] : toRuns(text, line.format);
  const shifted = runs.map((run) => ({ ...run, start: run.start + start, end: run.end + start }));
  const name = `line ${kind}${level > 0 ? ` level-${level}` : ''}`;
  return (
    <div class={name} key={start}>
      {within(line.pieces, start, end).map((piece) => drawPiece(piece, shifted, line))}
    </div>
  );
}

function drawPiece({ start, end, flags }: Piece, runs: readonly Run[], { text, shown, hrefOf }: LineContext) {
  const content = drawRuns({ start, end }, runs, text);
  const visible = byWeight(flags.filter((flag) => shown.has(flag)));
  const [first] = visible;
  if (!first) return content;
  const contradicting = visible.some(({ contradictions }) => contradictions.length > 0);
  return (
    <a
      key={start}
      class={`flag ${verdictClass(first.claim.verdict)}${contradicting ? ' contradicting' : ''}`}
      href={hrefOf(first)}
      data-flag={first.index}
      data-flags={visible.map(({ index }) => index).join(' ')}
    >
      {content}
    </a>
  );
}

function drawRuns(span: { start: number; end: number }, runs: readonly Run[], text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = span.start;
  for (const run of runs) {
    const [start, end] = [Math.max(run.start, at), Math.min(run.end, span.end)];
    if (start >= end) continue;
    parts.push(text.slice(at, start), <span class={run.style}>{text.slice(start, end)}</span>);
    at = end;
  }
  parts.push(text.slice(at, span.end));
  return parts;
}
