import { toYears } from '../data/dates.ts';
import type { GraphFact } from '../data/schemas.ts';

/** A fact on a timeline: where its bar begins and how long it is, in parts of the whole. */
export interface TimelineEntry {
  readonly fact: GraphFact;
  /** 0…1 */
  readonly begin: number;
  /** 0…1; 0 for a moment. */
  readonly length: number;
  /** It has not ended, as far as is known. */
  readonly open: boolean;
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** Years to write below, each with its place (0…1). */
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
}

/** How many years there are between two that are written. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200];
const MOST_TICKS = 9;

interface Dated {
  readonly fact: GraphFact;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

/**
 * The facts that say when, earliest first. What has no end reaches to `now` (a year with a fraction), or is a moment where it
 * began. Undefined where fewer than two say when.
 */
export function toTimeline(facts: readonly GraphFact[], now: number): Timeline | undefined {
  const dated = facts.flatMap((fact) => toDated(fact, now)).sort((a, b) => a.from - b.from || a.to - b.to);
  if (dated.length < 2) return undefined;
  const first = Math.floor(Math.min(...dated.map(({ from }) => from)));
  const last = Math.max(...dated.map(({ to }) => Math.ceil(to)), first + 1);
  const place = (year: number) => (year - first) / (last - first);
  const entries = dated.map(({ fact, from, to, open }) => ({
    fact,
    open,
    begin: place(from),
    length: place(to) - place(from),
  }));
  const step = STEPS.find((each) => (last - first) / each <= MOST_TICKS) ?? 500;
  const begin = Math.ceil(first / step) * step;
  const count = Math.floor((last - begin) / step) + 1;
  const ticks = Array.from({ length: count }, (_, index) => begin + index * step).map((year) => ({
    year,
    at: place(year),
  }));
  return { entries, ticks };
}

function toDated(fact: GraphFact, now: number): Dated[] {
  const { value, period } = fact;
  const at = period.at ?? value.date;
  if (at) return [{ fact, from: toYears(at), to: toYears(at), open: false }];
  const { start, end } = period;
  if (start && end)
    return [{ fact, from: toYears(start), to: Math.max(toYears(end, 'end'), toYears(start)), open: false }];
  if (start) return [{ fact, from: toYears(start), to: Math.max(now, toYears(start)), open: true }];
  if (end) return [{ fact, from: toYears(end), to: toYears(end, 'end'), open: false }];
  return [];
}
