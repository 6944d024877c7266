import type { Language } from '../../state/language.ts';

/** When something was: dates as precise as they are known (2015, 2015-11, 2015-11-09). */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
  readonly at: string | null;
}

/** «November 2015», «2015年11月». */
export function sayDate(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  if (!month) return year;
  const when = new Date(Date.UTC(2000, Number(month) - 1, 1));
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(when);
  return `${day ? `${Number(day)} ` : ''}${name} ${year}`;
}

/** «2015 – Jun 2017», «since 2024», «2018年»; empty where nothing is known. */
export function sayPeriod({ start, end, at }: Period, language: Language): string {
  if (at) return sayDate(at, language);
  if (start && start === end) return sayDate(start, language);
  if (start && end) return `${sayDate(start, language)} – ${sayDate(end, language)}`;
  if (start) return language === 'zh' ? `${sayDate(start, language)}起` : `since ${sayDate(start, language)}`;
  if (end) return language === 'zh' ? `至${sayDate(end, language)}` : `until ${sayDate(end, language)}`;
  return '';
}

/** A date as a year with a fraction: 2015-07 is 2015.5. The end of a coarse date is the end of its year or month. */
export function toYears(date: string, side: 'begin' | 'end' = 'begin'): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return side === 'begin' ? year : year + 1;
  if (day === undefined) return year + (side === 'begin' ? month - 1 : month) / 12;
  return year + (month - 1) / 12 + (day - 1) / 372;
}
