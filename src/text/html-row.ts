import { PassageBuilder } from './passage-builder.ts';

/** A table row being read. Its cells are separated by tabs in the passage's text. */
export class HtmlRow {
  readonly builder = new PassageBuilder();
  #cellFrom: number | undefined;
  #hasData = false;
  #hasHeader = false;

  /** Whether all cells so far are header cells. */
  get isHeader(): boolean {
    return this.#hasHeader && !this.#hasData;
  }

  /** Begins a cell at the original offset of its tag, ending the one before. */
  openCell(name: 'td' | 'th', source: number): void {
    if (this.closeCell()) this.builder.add('\t', source);
    if (name === 'td') this.#hasData = true;
    else this.#hasHeader = true;
    this.#cellFrom = this.builder.length;
  }

  /** Ends the open cell. Returns whether there was one. */
  closeCell(): boolean {
    if (this.#cellFrom === undefined) return false;
    this.builder.cell(this.#cellFrom);
    this.#cellFrom = undefined;
    return true;
  }
}
