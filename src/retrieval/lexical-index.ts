import MiniSearch from 'minisearch';
import { LANGUAGES, type Searchable } from './searchable.ts';
import { tokensOf } from './tokens.ts';

/** How much a hit in a field counts. */
const BOOST = { names: 2, en: 1, zh: 1 };
/** From this length on a Latin word is also found with a slip of the pen: one edit in five letters. */
const FUZZY_LENGTH = 5;
const FUZZY_SHARE = 0.2;

/** Finds by words: BM25+ (minisearch) over names and both languages' texts. */
export class LexicalIndex {
  private readonly index = new MiniSearch<Searchable>({
    idField: 'key',
    fields: ['names', ...LANGUAGES],
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
  search(text: string, limit: number, accepts: (key: string) => boolean): string[] {
    const found = this.index.search(text, {
      boost: BOOST,
      fuzzy: (term) => term.length >= FUZZY_LENGTH && /^[a-z]+$/u.test(term) && FUZZY_SHARE,
      weights: { fuzzy: 0.3, prefix: 0.3 },
      filter: ({ id }) => accepts(id),
    });
    return found.slice(0, limit).map(({ id }) => String(id));
  }
}

function fieldOf(document: Searchable, field: string): string {
  if (field === 'key') return document.key;
  if (field === 'names') return document.names.join(' \n ');
  return document.text[field === 'zh' ? 'zh' : 'en'] ?? '';
}
