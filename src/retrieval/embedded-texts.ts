import type { Language } from '../knowledge/model.ts';
import { type HitType, LANGUAGES, type Searchable } from './searchable.ts';
import type { VectorEntry } from './stored-vectors.ts';
import { textHash } from './vector-cache.ts';

/** A text that shall have a vector. */
export interface EmbeddedText extends VectorEntry {
  readonly type: HitType;
  readonly text: string;
}

/** The texts of documents, with their hashes, each worked out once. */
export class EmbeddedTexts {
  private readonly documents: ReadonlyMap<string, Searchable>;
  private readonly known = new WeakMap<Searchable, readonly EmbeddedText[]>();

  /** `documents`, by key, may change between calls. */
  constructor(documents: ReadonlyMap<string, Searchable>) {
    this.documents = documents;
  }

  all(): EmbeddedText[] {
    return [...this.documents.values()].flatMap((document) => this.of(document));
  }

  /** Whether a document still has exactly this text. */
  isCurrent({ key, language, hash }: VectorEntry): boolean {
    const document = this.documents.get(key);
    return document !== undefined && this.of(document).some((text) => text.language === language && text.hash === hash);
  }

  private of(document: Searchable): readonly EmbeddedText[] {
    const known = this.known.get(document);
    if (known) return known;
    const texts = document.embedded ? LANGUAGES.flatMap((language) => textIn(document, language)) : [];
    this.known.set(document, texts);
    return texts;
  }
}

function textIn({ key, type, text: texts }: Searchable, language: Language): EmbeddedText[] {
  const text = texts[language];
  return text === undefined ? [] : [{ key, type, language, text, hash: textHash(`passage ${text}`) }];
}
