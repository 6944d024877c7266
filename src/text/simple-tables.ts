import { type Line, trimLine } from './lines.ts';
import type { Outline } from './outline.ts';
import { PassageBuilder } from './passage-builder.ts';
import { addRuns, type Run, scanInline } from './simple-inline.ts';

interface Cell {
  /** Original offset of the bar before the cell. */
  readonly bar: number;
  readonly runs: readonly Run[];
}

const DELIMITERS = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
const ROW = /^\|.*\|[ \t]*$/;

/**
 * Reads a block that is one table with bars around every row and simple text in the cells. Returns its rows, or
 * undefined for any other block.
 */
export function scanTable(text: string, lines: readonly Line[]): Cell[][] | undefined {
  const second = lines[1];
  if (!second || !DELIMITERS.test(text.slice(second.start, second.end))) return undefined;
  const rows: Cell[][] = [];
  for (const line of lines) {
    if (line === second) continue;
    const row = scanRow(text, line);
    if (!row || row.length !== (rows[0] ?? row).length) return undefined;
    rows.push(row);
  }
  const columns = text.slice(second.start, second.end).split('|').length - 2;
  return rows[0]?.length === columns ? rows : undefined;
}

/** Adds the rows of a table to the outline. */
export function addTable(text: string, rows: readonly Cell[][], outline: Outline): void {
  let header: readonly string[] | undefined;
  for (const row of rows) {
    const builder = new PassageBuilder();
    for (const [index, cell] of row.entries()) {
      if (index > 0) builder.add('\t', cell.bar);
      const from = builder.length;
      addRuns(builder, text, cell.runs);
      builder.cell(from);
    }
    const cells = outline.tableRow(builder, header);
    header ??= cells;
  }
}

function scanRow(text: string, line: Line): Cell[] | undefined {
  const source = text.slice(line.start, line.end);
  if (!ROW.test(source) || /[`\\]/.test(source)) return undefined;
  const cells: Cell[] = [];
  let bar = 0;
  for (let next = source.indexOf('|', 1); next > 0; next = source.indexOf('|', bar + 1)) {
    const span = trimLine(text, { start: line.start + bar + 1, end: line.start + next });
    const runs = scanInline(text, span);
    if (!runs) return undefined;
    cells.push({ bar: line.start + bar, runs });
    bar = next;
  }
  return cells;
}
