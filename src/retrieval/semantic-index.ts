import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../knowledge/model.ts';
import { type EmbeddedText, EmbeddedTexts } from './embedded-texts.ts';
import type { Embedder, ModelIdentity } from './embedder.ts';
import { LanguageMeans, type MeansData } from './language-means.ts';
import { readMeans, writeMeans } from './means-file.ts';
import { HIT_TYPES, type HitType, type Searchable } from './searchable.ts';
import { StoredVectors, type VectorEntry } from './stored-vectors.ts';
import { VectorCache } from './vector-cache.ts';

/** Texts embedded between two writes. */
const CHUNK = 480;
/** How many questions' vectors are remembered. */
const QUERIES_KEPT = 1000;
/** How many neighbours are asked for per document wanted: each may stand there in two languages. */
const PER_DOCUMENT = 2;

export interface SemanticOptions {
  readonly embedder: Embedder;
  /** The folder for vectors of all models; made when needed. */
  readonly folder: string;
  /** What can be found, by key; the caller adds and removes. */
  readonly documents: ReadonlyMap<string, Searchable>;
  /** Typical questions per language, for the means. */
  readonly questions: { readonly [language in Language]: readonly string[] };
}

export interface UpdateOptions {
  /** Called with the number of texts embedded and to embed. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Where more texts than this would have to be embedded, none is; those known are indexed all the same (default no limit). */
  readonly atMost?: number;
  /**
   * Whether facts get vectors of their own (default: only if they have some already). There are many, and most are found by the things
   * they are about, so that entities and passages do for ordinary use.
   */
  readonly facts?: boolean | undefined;
}

/** How many texts there are, and how many of them have their vector in the index. */
export interface Coverage {
  readonly texts: number;
  readonly indexed: number;
}

/** What to look for, besides the text. */
export interface SoughtMeaning {
  readonly limit: number;
  readonly types: readonly HitType[];
  /** The text's own language. */
  readonly language: Language;
  /** The languages of the wordings to compare with. */
  readonly languages: readonly Language[];
}

interface Opened {
  readonly cache: VectorCache;
  readonly folder: string;
  readonly identity: ModelIdentity;
}

interface Ready {
  readonly means: LanguageMeans;
  readonly stored: { readonly [type in HitType]: StoredVectors };
}

/** Finds documents by what they mean: an index of vectors per type, kept on disk and brought up to date on request. */
export class SemanticIndex {
  private readonly options: SemanticOptions;
  private readonly texts: EmbeddedTexts;
  private opened: Promise<Opened> | undefined;
  private ready: Ready | undefined;
  private readonly queries = new Map<string, Float32Array>();

  constructor(options: SemanticOptions) {
    this.options = options;
    this.texts = new EmbeddedTexts(options.documents);
  }

  /**
   * Embeds what is missing (texts known to the cache are not embedded again), takes out what is gone and writes the indexes. What was
   * done before an abort is kept. @throws RetrievalError where the model or the folder cannot be used.
   */
  async update(options: UpdateOptions = {}): Promise<Coverage> {
    const opened = await this.open();
    this.prepare(opened);
    const facts = options.facts ?? (this.ready?.stored.fact.count ?? 0) > 0;
    const texts = this.texts.all().filter(({ type }) => facts || type !== 'fact');
    if (this.ready && texts.every((text) => this.holds(text))) return this.write(texts, opened, this.ready);
    await this.embedMissing(texts, opened.cache, options);
    const ready = this.ready ?? (await this.begin(texts, opened));
    return ready ? this.write(texts, opened, ready) : { texts: texts.length, indexed: 0 };
  }

  /** Keys of the documents nearest in meaning, best first; a document counts by its better language. */
  async search(text: string, { limit, types, language, languages }: SoughtMeaning): Promise<string[]> {
    const ready = this.prepare(await this.open());
    const [vector] = ready && (await this.options.embedder.canRead(text)) ? await this.embedQuery(text) : [];
    if (!ready || !vector) return [];
    const query = ready.means.centre(vector, 'query', language);
    const best = new Map<string, number>();
    for (const type of types) {
      for (const { entry, similarity } of ready.stored[type].search(query, limit * PER_DOCUMENT)) {
        if (languages.includes(entry.language) && this.texts.isCurrent(entry))
          best.set(entry.key, Math.max(similarity, best.get(entry.key) ?? -1));
      }
    }
    const ranked = [...best].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ranked.slice(0, limit).map(([key]) => key);
  }

  private async embedQuery(text: string): Promise<Float32Array[]> {
    const known = this.queries.get(text);
    if (known) return [known];
    const vectors = await this.options.embedder.embed([text], 'query');
    if (this.queries.size >= QUERIES_KEPT) this.queries.clear();
    if (vectors[0]) this.queries.set(text, vectors[0]);
    return vectors;
  }

  private holds(text: EmbeddedText): boolean {
    return this.ready?.stored[text.type].has(text) ?? false;
  }

  private async embedMissing(
    texts: readonly EmbeddedText[],
    cache: VectorCache,
    options: UpdateOptions,
  ): Promise<void> {
    const unknown = texts.filter((text) => !this.holds(text) && !cache.get(text.hash));
    const missing = [...new Map(unknown.map(({ hash, text }) => [hash, text]))];
    if (missing.length > (options.atMost ?? Number.POSITIVE_INFINITY)) return;
    options.onProgress?.(0, missing.length);
    for (let done = 0; done < missing.length; done += CHUNK) {
      const chunk = missing.slice(done, done + CHUNK);
      const vectors = await this.options.embedder.embed(
        chunk.map(([, text]) => text),
        'passage',
        { signal: options.signal, onProgress: (part) => options.onProgress?.(done + part, missing.length) },
      );
      cache.put(chunk.flatMap(([hash], index) => (vectors[index] ? [[hash, vectors[index]] as const] : [])));
    }
  }

  /** Brings the files up to date with everything whose vector is known. */
  private write(texts: readonly EmbeddedText[], { cache }: Opened, { means, stored }: Ready): Coverage {
    const wanted = new Set(texts.map(entryKey));
    for (const type of HIT_TYPES) {
      const gone = stored[type].keepOnly((entry) => wanted.has(entryKey(entry)));
      const missing = texts.filter((text) => text.type === type && !this.holds(text));
      const added = missing.flatMap((text): [VectorEntry, Float32Array][] => {
        const vector = cache.get(text.hash);
        return vector ? [[entryOf(text), means.centre(vector, 'passage', text.language)]] : [];
      });
      stored[type].put(added);
      if (gone || added.length > 0) stored[type].save();
    }
    return { texts: texts.length, indexed: texts.filter((text) => this.holds(text)).length };
  }

  private open(): Promise<Opened> {
    this.opened ??= this.openFolder().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  private async openFolder(): Promise<Opened> {
    const identity = await this.options.embedder.identity();
    const { model, dtype, digest, runtime } = identity;
    const name = `${model.replace(/[^\w.-]+/gu, '-')}-${shortDigest([dtype, digest, runtime])}`;
    const folder = join(this.options.folder, name);
    return { identity, folder, cache: new VectorCache(join(folder, 'vectors.cache'), identity.dimension) };
  }

  /** The indexes as they are on disk; undefined where none was ever begun. */
  private prepare({ folder, identity }: Opened): Ready | undefined {
    const means = this.ready ? undefined : readMeans(meansPath(folder));
    if (means) this.ready = readyWith(means, folder, identity);
    return this.ready;
  }

  /** Settles the means once and for all: later texts are centred by them too, so that all vectors stay comparable. */
  private async begin(texts: readonly EmbeddedText[], opened: Opened): Promise<Ready | undefined> {
    const vectors = { en: [] as Float32Array[], zh: [] as Float32Array[] };
    for (const { language, hash } of texts) {
      const vector = opened.cache.get(hash);
      if (!vector) return undefined;
      vectors[language].push(vector);
    }
    const { en, zh } = this.options.questions;
    const query = {
      en: await this.options.embedder.embed(en, 'query'),
      zh: await this.options.embedder.embed(zh, 'query'),
    };
    const means = LanguageMeans.of({ query, passage: vectors });
    writeMeans(meansPath(opened.folder), means);
    this.ready = readyWith(means, opened.folder, opened.identity);
    return this.ready;
  }
}

function readyWith(data: MeansData, folder: string, identity: ModelIdentity): Ready {
  const { model, dtype, dimension, digest, runtime } = identity;
  const header = { model, dtype, dimension, digest: shortDigest([digest, runtime, JSON.stringify(data)]) };
  const open = (type: HitType) => new StoredVectors(folder, type, header);
  return {
    means: new LanguageMeans(data),
    stored: { fact: open('fact'), entity: open('entity'), passage: open('passage') },
  };
}

function meansPath(folder: string): string {
  return join(folder, 'means.json');
}

function entryOf({ key, language, hash }: EmbeddedText): VectorEntry {
  return { key, language, hash };
}

function entryKey({ key, language, hash }: VectorEntry): string {
  return `${language} ${hash} ${key}`;
}

function shortDigest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}
