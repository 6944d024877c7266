import { parseDate } from './date.ts';
import type { StatementEntry } from './entry-schema.ts';
import type { LocalText, Qualifiers } from './model.ts';

const DATES: ReadonlySet<string> = new Set(['start', 'end', 'at', 'asOf']);
const IDS: ReadonlySet<string> = new Set(['role', 'degree', 'field', 'advisor', 'for', 'with', 'place', 'source']);
const TEXTS: ReadonlySet<string> = new Set(['score', 'price']);
const RANKS: ReadonlySet<unknown> = new Set(['preferred', 'normal', 'deprecated']);
const NO_QUALIFIERS: Qualifiers = Object.freeze({});

/**
 * A statement written out, read by hand where its form is the common one: with tens of thousands of facts the schema takes
 * most of the loading time. Undefined where anything is unusual: then the schema decides and says what is wrong.
 */
export function readCommonStatement(raw: object): StatementEntry | undefined {
  const entry: Record<string, unknown> = { value: undefined, rank: 'normal' };
  for (const [key, value] of Object.entries(raw)) {
    const read = readMember(key, value);
    if (read === undefined) return undefined;
    entry[key] = read;
  }
  return entry as StatementEntry;
}

function readMember(key: string, value: unknown): unknown {
  if (key === 'value') return value;
  if (DATES.has(key)) return parseDate(value);
  if (IDS.has(key)) return readIds(value);
  if (key === 'rank') return RANKS.has(value) ? value : undefined;
  if (key === 'note' || key === 'title' || key === 'mistaken') return readCommonText(value);
  if (TEXTS.has(key)) return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return key === 'relation' && typeof value === 'string' ? value : undefined;
}

function readIds(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((id) => typeof id === 'string') ? value : undefined;
}

/** A text for both languages, or per language; undefined where it is anything else. */
export function readCommonText(value: unknown): LocalText | undefined {
  if (typeof value === 'string') return { en: value, zh: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const common = Object.entries(value).every(
    ([key, text]) => (key === 'en' || key === 'zh') && typeof text === 'string',
  );
  return common ? (value as LocalText) : undefined;
}

/** What is said of the value besides its source, rank and the date at which it was read. */
export function qualifiersOf(entry: StatementEntry): Qualifiers {
  const { source: _source, rank: _rank, asOf: _asOf, value: _value, mistaken: _mistaken, ...qualifiers } = entry;
  for (const key in qualifiers) {
    if (qualifiers[key as keyof typeof qualifiers] !== undefined) return defined(qualifiers) as Qualifiers;
  }
  return NO_QUALIFIERS;
}

/** The object without the keys whose value is undefined. */
export function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) result[key] = value;
  return result as never;
}
