import { readFileSync } from 'node:fs';
import { type CsvError, parse } from 'csv-parse/sync';
import { decodeBytes, UnreadableInputError } from '../../text/decode.ts';
import { ImportError } from '../import-error.ts';

export interface CsvRow {
  /** 1-based line on which the row begins in a text editor; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Rows that could not be read, with line and reason. */
  readonly broken: readonly { readonly line: number; readonly reason: string }[];
  /** Where the file ends inside a quoted cell. */
  readonly cut?: string;
}

export interface CsvOptions {
  /** Default: the most frequent of `,` `;` tab and `|` in the header. */
  readonly separator?: string | undefined;
  /** A name that TextDecoder knows; default: UTF-8, UTF-16 by its mark, else GB18030 where it looks Chinese. */
  readonly encoding?: string | undefined;
}

/** Reads a CSV file (RFC 4180; cells may hold line breaks). Broken rows are left out and named. @throws ImportError */
export function readCsvFile(path: string, options: CsvOptions = {}): CsvTable {
  return readCsv(decode(readFileSync(path), options.encoding), options);
}

export function readCsv(text: string, options: CsvOptions = {}): CsvTable {
  const separator = options.separator ?? guessSeparator(text);
  const broken: { line: number; reason: string }[] = [];
  let cut = false;
  const records = parse(text, {
    bom: true,
    delimiter: separator,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // Quotes inside unquoted cells and text after a closing quote are taken as they stand.
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error?.code === 'CSV_QUOTE_NOT_CLOSED') cut = true;
      else if (error) broken.push({ line: lineOf(error), reason: error.message });
      return undefined;
    },
  }) as unknown as { info: { lines: number }; record: string[] }[];
  const [header, ...rest] = records;
  if (!header) throw new ImportError('the file has no rows. Check that it is the right file.');
  const columns = header.record.map((name) => name.trim());
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new ImportError(`two columns are called '${twice}'. Rename one.`);
  const rows: CsvRow[] = [];
  let line = header.info.lines;
  for (const { record, info } of rest) {
    const begin = line + 1;
    line = info.lines;
    if (record.length === columns.length) {
      rows.push({ line: begin, cells: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])) });
    } else broken.push({ line: begin, reason: `${record.length} cells instead of ${columns.length}` });
  }
  if (!cut) return { columns, rows, broken };
  return {
    columns,
    rows,
    broken,
    cut: `a quotation mark that opens in or after line ${line + 1} is never closed: the file is cut off, or a quote is missing`,
  };
}

function decode(bytes: Uint8Array, encoding: string | undefined): string {
  if (encoding === undefined) {
    try {
      return decodeBytes(bytes).text;
    } catch (error) {
      if (!(error instanceof UnreadableInputError)) throw error;
      throw new ImportError(`${error.message} Or name it with --encoding (e.g. windows-1252).`, { cause: error });
    }
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ImportError(
      `the file is not ${encoding}, or there is no such encoding. Name another one with --encoding.`,
      { cause },
    );
  }
}

function guessSeparator(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text)?.[0] ?? '';
  const bare = header.replaceAll(/"(?:[^"]|"")*"/gu, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function lineOf(error: CsvError): number {
  const { lines } = error as unknown as { lines?: unknown };
  return typeof lines === 'number' ? lines : 0;
}
