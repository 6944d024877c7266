import type { PartialDate } from './model.ts';

const PATTERN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** Reads `2015`, `2015-11` or `2015-11-09` (numbers too); undefined where it is none or no such day exists. */
export function parseDate(value: unknown): PartialDate | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  if (match[2] === undefined) return text;
  const month = Number(match[2]);
  const day = Number(match[3] ?? 1);
  const date = new Date(Date.UTC(Number(match[1]), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? text : undefined;
}

/** Same day, month or year, compared at the coarser precision of the two. */
export function sameDate(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Negative where `a` ended before `b` began, positive for the reverse, 0 where they overlap or one lies in the other. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  if (sameDate(a, b)) return 0;
  return a < b ? -1 : 1;
}

/** The year of a date. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

export interface Period {
  readonly start?: PartialDate | undefined;
  readonly end?: PartialDate | undefined;
}

/** Whether a date (of any precision) can lie in a period; open ends are unbounded. */
export function within(date: PartialDate, period: Period): boolean {
  if (period.start !== undefined && compareDates(date, period.start) < 0) return false;
  return period.end === undefined || compareDates(date, period.end) <= 0;
}

/** Whether two periods share a day as far as their precision tells. */
export function overlap(a: Period, b: Period): boolean {
  if (a.start !== undefined && b.end !== undefined && compareDates(b.end, a.start) < 0) return false;
  return !(b.start !== undefined && a.end !== undefined && compareDates(a.end, b.start) < 0);
}
