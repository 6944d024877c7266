import MiniSearch from 'minisearch';
import type { Language } from '../knowledge/model.ts';
import { tokensOf } from '../text/tokens.ts';
import { LANGUAGES, type Searchable } from './searchable.ts';

/** How much a hit in a field counts. */
const NAMES_BOOST = 2;
/** From this length on a Latin word is also found with a slip of the pen: one edit in five letters. */
const FUZZY_LENGTH = 5;
const FUZZY_SHARE = 0.2;

/** What to look for, besides the text. */
export interface Sought {
  readonly limit: number;
  readonly accepts: (key: string) => boolean;
  /** The languages of the wordings to look in. */
  readonly languages: readonly Language[];
}

/** Finds by words: BM25+ (minisearch) over names and both languages' texts. */
export class LexicalIndex {
  private readonly index = new MiniSearch<Searchable>({
    idField: 'key',
    fields: fieldsOf(LANGUAGES),
    extractField: (document, field) => fieldOf(document, field),
    tokenize: tokensOf,
    processTerm: (term) => term,
  });

  /** Adds what is new and replaces what is there under the same key. */
  put(documents: readonly Searchable[]): void {
    for (const document of documents) if (this.index.has(document.key)) this.index.discard(document.key);
    this.index.addAll(documents);
  }

  remove(keys: readonly string[]): void {
    for (const key of keys) if (this.index.has(key)) this.index.discard(key);
  }

  /** Keys of what shares words with a text, best first. */
  search(text: string, { limit, accepts, languages }: Sought): string[] {
    const found = this.index.search(text, {
      fields: fieldsOf(languages),
      boost: Object.fromEntries(languages.map((language) => [`names-${language}`, NAMES_BOOST])),
      fuzzy: (term) => term.length >= FUZZY_LENGTH && /^[a-z]+$/u.test(term) && FUZZY_SHARE,
      weights: { fuzzy: 0.3, prefix: 0.3 },
      filter: ({ id }) => accepts(id),
    });
    return found.slice(0, limit).map(({ id }) => String(id));
  }
}

function fieldsOf(languages: readonly Language[]): string[] {
  return languages.flatMap((language) => [`names-${language}`, language]);
}

function fieldOf({ key, names, text }: Searchable, field: string): string {
  if (field === 'key') return key;
  const language = field.endsWith('zh') ? 'zh' : 'en';
  return (field.startsWith('names') ? names : text)[language] ?? '';
}
