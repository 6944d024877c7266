import { parseDate } from '../../knowledge/date.ts';
import type { SkipLog } from '../report.ts';
import type { Condition, CsvColumn } from './map-schema.ts';
import type { CsvRow } from './read-csv.ts';

/** The values of a cell: split, cleaned, mapped; what the map leaves out is noted. */
export function cellValues(row: CsvRow, name: string, column: CsvColumn, skips: SkipLog): string[] {
  const cell = row.cells[name] ?? '';
  if (clean(cell) === '' || column.empty.includes(clean(cell))) return [];
  if (column.when && !holds(column.when, row)) {
    const { column: other } = column.when;
    skips.add(`${name}: left out where ${other} is '${clean(row.cells[other] ?? '')}'`, `row ${row.line}`);
    return [];
  }
  const parts = column.list === undefined ? [cell] : cell.split(separatorOf(column.list));
  const values = parts.map((part) => tidy(part, column)).filter((part) => part !== '' && !column.empty.includes(part));
  if (column.most !== undefined && values.length > column.most) {
    skips.add(`${name}: more than ${column.most} values`, `row ${row.line}`);
    return [];
  }
  const fitting = values.filter(
    (value) => column.pattern === undefined || column.pattern.test(value) || Object.hasOwn(column.values, value),
  );
  for (const value of values)
    if (!fitting.includes(value))
      skips.add(`${name}: does not look like a value of this column`, `row ${row.line}: ${value.slice(0, 60)}`);
  return [...new Set(fitting.map((value) => String(column.values[value] ?? value)))];
}

export function holds({ column, is, isNot }: Condition, row: CsvRow): boolean {
  const value = clean(row.cells[column] ?? '');
  return (is === undefined || is.includes(value)) && (isNot === undefined || !isNot.includes(value));
}

/** White space of any kind and length becomes one space. */
export function clean(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function tidy(part: string, { strip }: CsvColumn): string {
  return clean(strip === undefined ? part : part.replaceAll(new RegExp(strip.source, 'gu'), ''));
}

function separatorOf(list: string): string | RegExp {
  const match = /^\/(.+)\/$/su.exec(list);
  return match ? new RegExp(match[1] ?? '', 'u') : list;
}

/** Reads a date: year first, or by a format of `YYYY`, `MM`, `DD` and separators. */
export function readDateCell(text: string, format: string | undefined): string | undefined {
  if (format === undefined) return parseDate(text.replaceAll(/[/.]/gu, '-').replace(/[T ].*$/u, ''));
  const part = (name: string) => {
    const at = format.indexOf(name);
    return at < 0 ? undefined : text.slice(at, at + name.length);
  };
  const parts = [part('YYYY'), part('MM'), part('DD')].filter((value) => value !== undefined);
  return text.length === format.length ? parseDate(parts.join('-')) : undefined;
}

/** Reads a number: thousands separators and a closing k, M, B or T (10³ … 10¹²) may stand. */
export function readNumberCell(text: string): number | undefined {
  const match = /^([+-]?[\d,\s_]*\d(?:\.\d+)?(?:e[+-]?\d+)?)\s*([kmbt]?)$/iu.exec(text);
  if (!match) return undefined;
  const factor = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const amount = Number((match[1] ?? '').replaceAll(/[,\s_]/gu, '')) * factor;
  return Number.isFinite(amount) ? amount : undefined;
}
