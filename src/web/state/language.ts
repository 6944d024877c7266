import type { Language } from '../../knowledge/model.ts';
import { keep, readKept } from './kept.ts';
import { createStore } from './store.ts';

export type { Language };

/** The language of the page: what the reader chose, else the browser's, else English. */
export const language = createStore<Language>(firstLanguage());

language.watch(() => keep('language', language.get(), 'local'));

function firstLanguage(): Language {
  const kept = readKept('language', 'local');
  if (kept === 'zh' || kept === 'en') return kept;
  const known = navigator.languages.find((tag) => /^(?:zh|en)\b/iu.test(tag));
  return known?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
