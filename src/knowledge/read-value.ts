import { parseDate } from './date.ts';
import { localTextSchema } from './entry-schema.ts';
import type { Value } from './model.ts';
import type { Predicate } from './ontology.ts';

/** Reads a YAML value as the predicate's range wants it; a string instead of a value says what is wrong and how to mend it. */
export function readValue(predicate: Predicate, raw: unknown): Value | string {
  const range = new Set(predicate.range);
  if (range.has('date')) {
    const date = parseDate(raw);
    return date ? { type: 'date', date } : `'${String(raw)}' is no date; write 2015, 2015-11 or 2015-11-09`;
  }
  if (range.has('number')) {
    const amount = typeof raw === 'number' ? raw : Number(raw);
    if (Number.isFinite(amount)) return { type: 'number', amount, unit: predicate.unit ?? '' };
    return `'${String(raw)}' is no number; write e.g. 175e9 (unit: ${predicate.unit ?? 'none'})`;
  }
  if (range.has('url')) {
    if (typeof raw === 'string' && URL.canParse(raw)) return { type: 'url', url: raw };
    return `'${String(raw)}' is no URL; write it in full (https://…)`;
  }
  const isId = typeof raw === 'string' && /^[a-z][a-z-]*\/[^\s/]+$/u.test(raw);
  if (range.has('text') && !(isId && range.size > 1)) {
    const text = localTextSchema.safeParse(typeof raw === 'number' ? String(raw) : raw);
    return text.success ? { type: 'text', text: text.data } : 'needs a text, or { en: …, zh: … }';
  }
  if (isId) return { type: 'entity', id: raw };
  return `'${String(raw)}' is no id; '${predicate.id}' takes ids such as person/andrej-karpathy (${predicate.range.join(', ')})`;
}

/** A short stable text of a value, for fact ids. */
export function valueKey(value: Value): string {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'date':
      return value.date;
    case 'number':
      return String(value.amount);
    case 'text':
      return (value.text.en ?? value.text.zh ?? '').replaceAll(/\s+/gu, '-').slice(0, 60);
    case 'url':
      return value.url;
  }
}
