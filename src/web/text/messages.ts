import type { Bilingual } from '../../assessment/result.ts';
import { language } from '../state/language.ts';
import { useStore } from '../state/store.ts';

/** The words of a part of the page. A missing language does not compile. */
export type Messages = Readonly<Record<string, Bilingual>>;

/** What `{name}` in a message stands for. */
export type Values = Readonly<Record<string, string | number>>;

/** Says the message of this key. An unknown key does not compile. */
export type Say<Words extends Messages> = (key: keyof Words & string, values?: Values) => string;

/** The words in the language of the page: `const say = useWords({ title: { en: 'Ask', zh: '提问' } })`, `say('title')`. */
export function useWords<const Words extends Messages>(words: Words): Say<Words> {
  const current = useStore(language);
  return (key, values) => fill(words[key]?.[current] ?? key, values);
}

/** Puts values into `{name}`. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => written(values[name]) ?? whole);
}

/** Numbers with their thousands apart. */
function written(value: string | number | undefined): string | undefined {
  return typeof value === 'number' ? value.toLocaleString('en') : value;
}
