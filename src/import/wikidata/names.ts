import type { LocalText } from '../../knowledge/model.ts';
import { nameKey } from '../names.ts';
import type { Item } from './item.ts';

/** Wikidata's language codes, best first. Traditional and Simplified count as one when compared. */
export const LANGUAGES = {
  en: ['en', 'mul', 'en-us', 'en-gb', 'en-ca'],
  zh: ['zh-hans', 'zh-cn', 'zh', 'zh-sg', 'zh-my', 'zh-hant', 'zh-tw', 'zh-hk', 'zh-mo'],
} as const;

export interface ItemNames {
  readonly label: LocalText;
  readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly description: LocalText;
}

/** Labels, aliases and descriptions in Chinese and English; the other labels of a language become aliases. */
export function namesOf(item: Item): ItemNames {
  const label: { en?: string; zh?: string } = {};
  const description: { en?: string; zh?: string } = {};
  const aliases: { en: string[]; zh: string[] } = { en: [], zh: [] };
  const seen = new Set<string>();
  for (const language of ['en', 'zh'] as const) {
    const codes = LANGUAGES[language];
    const labels = codes.flatMap((code) => item.labels[code]?.value.trim() || []);
    const others = codes.flatMap((code) => (item.aliases[code] ?? []).map(({ value }) => value.trim()));
    const [first] = labels;
    if (first !== undefined) {
      label[language] = first;
      seen.add(nameKey(first));
    }
    for (const name of [...labels, ...others]) {
      if (name === '' || seen.has(nameKey(name))) continue;
      seen.add(nameKey(name));
      aliases[language].push(name);
    }
    const [text] = codes.flatMap((code) => item.descriptions[code]?.value.trim() || []);
    if (text !== undefined) description[language] = text;
  }
  return { label, aliases, description };
}
