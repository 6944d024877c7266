import { yearOf } from '../knowledge/date.ts';
import type { Qualifiers } from '../knowledge/model.ts';

/** The years a fact is said to hold in; an absent end is open. `at` is both ends. */
export interface Years {
  readonly from?: number;
  readonly to?: number;
}

export function yearsOf({ start, end, at }: Pick<Qualifiers, 'start' | 'end' | 'at'>): Years {
  const from = start ?? at;
  const to = end ?? at;
  return {
    ...(from === undefined ? {} : { from: yearOf(from) }),
    ...(to === undefined ? {} : { to: yearOf(to) }),
  };
}

/** Whether something said of these years can hold in a year; what has no dates can hold always. */
export function holdsIn({ from, to }: Years, year: number): boolean {
  return (from === undefined || from <= year) && (to === undefined || year <= to);
}
