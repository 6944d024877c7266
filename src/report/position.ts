/** Where an offset stands in a text, as editors and SARIF count: both from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns. Lines end at `\n` or `\r\n`, as SARIF and editors agree; a lone `\r` ends none. */
export class LineIndex {
  private readonly starts: readonly number[];
  private readonly length: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
    this.length = text.length;
  }

  /** The position of a UTF-16 offset; offsets outside the text count as its nearest end. */
  position(offset: number): Position {
    const clamped = Math.min(Math.max(offset, 0), this.length);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (this.starts[low] ?? 0) + 1 };
  }
}

/** `line:column`, the way compilers write it. */
export function formatPosition({ line, column }: Position): string {
  return `${line}:${column}`;
}
