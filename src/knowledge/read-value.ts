import { parseDate } from './date.ts';
import type { LocalText, Value } from './model.ts';
import type { Predicate } from './ontology.ts';
import { readCommonText } from './read-statement.ts';
import { withoutMarks } from './without-marks.ts';

/** Pairs of braces, none within another. */
const BRACES = /^[^{}]*(?:\{[^{}]+\}[^{}]*)*$/u;
const ID = /^[a-z][a-z-]*\/[^\s/]+$/u;

/** Reads a YAML value as the predicate's range wants it; a string instead of a value says what is wrong and how to mend it. */
export function readValue(predicate: Predicate, raw: unknown, mistaken?: LocalText): Value | string {
  const { range } = predicate;
  if (mistaken && !predicate.free)
    return '`mistaken` goes with statements in free words only; write the right value alone';
  if (range.includes('date')) {
    const date = parseDate(raw);
    return date ? { type: 'date', date } : `'${String(raw)}' is no date; write 2015, 2015-11 or 2015-11-09`;
  }
  if (range.includes('number')) {
    const amount = typeof raw === 'number' ? raw : Number(raw);
    if (Number.isFinite(amount)) return { type: 'number', amount, unit: predicate.unit ?? '' };
    return `'${String(raw)}' is no number; write e.g. 175e9 (unit: ${predicate.unit ?? 'none'})`;
  }
  if (range.includes('url')) {
    if (typeof raw === 'string' && URL.canParse(raw)) return { type: 'url', url: raw };
    return `'${String(raw)}' is no URL; write it in full (https://…)`;
  }
  const isId = typeof raw === 'string' && ID.test(raw);
  if (range.includes('text') && !(isId && range.length > 1)) {
    const text = readCommonText(typeof raw === 'number' ? String(raw) : raw);
    if (text && predicate.free) return readFreeWords(text, mistaken);
    return text ? { type: 'text', text } : 'needs a text, or { en: …, zh: … }';
  }
  if (isId) return { type: 'entity', id: raw };
  return `'${String(raw)}' is no id; '${predicate.id}' takes ids such as person/andrej-karpathy (${predicate.range.join(', ')})`;
}

/** A statement in free words: what is shown of it is its first wording, without the braces. */
function readFreeWords({ en = '', zh = '' }: LocalText, wrong: LocalText | undefined): Value | string {
  const wordings = { en: wordingsOf(en), zh: wordingsOf(zh) };
  const odd = [...wordings.en, ...wordings.zh].find((text) => !BRACES.test(text));
  if (odd !== undefined)
    return `'${odd}' has an open, an empty or a nested pair of braces; mark each value with its own`;
  const mistaken = wrong && { en: wordingsOf(wrong.en ?? ''), zh: wordingsOf(wrong.zh ?? '') };
  const marked = [...(mistaken?.en ?? []), ...(mistaken?.zh ?? [])].find((text) => /[{}]/u.test(text));
  if (marked !== undefined) return `'${marked}' under \`mistaken\` has braces; only true wordings have marks`;
  const shown = {
    en: withoutMarks(wordings.en[0] ?? wordings.zh[0] ?? ''),
    zh: withoutMarks(wordings.zh[0] ?? wordings.en[0] ?? ''),
  };
  if (shown.en === '') return 'needs words';
  return { type: 'text', text: shown, wordings, ...(mistaken && { mistaken }) };
}

function wordingsOf(text: string): string[] {
  return text
    .split(' | ')
    .map((part) => part.trim())
    .filter(Boolean);
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
