import { parseDate } from '../../knowledge/date.ts';

const JULIAN = /Q1985786$/u;

/**
 * A Wikibase time (`+1986-10-23T00:00:00Z`, precision 11 day, 10 month, 9 year) as a date of that precision; a string
 * that begins with `!` says why not. Julian days are given as years: they are other days in today's calendar.
 */
export function readTime({ time, precision, calendar }: { time: string; precision: number; calendar: string }): string {
  const match = /^\+?0*(\d{4})-(\d{2})-(\d{2})T/u.exec(time);
  if (!match) return '!date before our era or beyond year 9999';
  if (precision < 9) return '!date less precise than a year';
  const [, year = '', month = '00', day = '00'] = match;
  const parts =
    precision === 9 || month === '00' || JULIAN.test(calendar)
      ? [year]
      : precision === 10 || day === '00'
        ? [year, month]
        : [year, month, day];
  return parseDate(parts.join('-')) ?? '!no such day';
}
