/** Converts UTF-16 offsets to code points. */
export class CodePoints {
  /** The offsets at which astral characters end, ascending. */
  private readonly astral: number[] = [];

  constructor(text: string) {
    for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.astral.push(match.index + 2);
  }

  at(offset: number): number {
    let low = 0;
    let high = this.astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.astral[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
