import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../knowledge/model.ts';
import { ExactIndex } from './exact-index.ts';
import { HnswIndex } from './hnsw-index.ts';
import { storageError } from './retrieval-error.ts';
import { EXACT_LIMIT, type VectorIndex } from './vector-index.ts';

/** Whose vector it is: a document's text in a language, by its hash. */
export interface VectorEntry {
  readonly key: string;
  readonly language: Language;
  readonly hash: string;
}

/** What the vectors of a file are made with; a file with another header is not used. */
export interface VectorsHeader {
  readonly model: string;
  readonly dtype: string;
  readonly dimension: number;
  /** Of model files, runtime and language means. */
  readonly digest: string;
}

const sidecarSchema = z.strictObject({
  format: z.literal(1),
  header: z.strictObject({ model: z.string(), dtype: z.string(), dimension: z.number(), digest: z.string() }),
  kind: z.enum(['exact', 'hnsw']),
  count: z.number(),
  /** The first number that no vector has or had. */
  next: z.number().int(),
  /** The file with the vectors, and its SHA-256. */
  file: z.string().regex(/^[\w-]+\.bin$/u),
  checksum: z.string(),
  entries: z.array(z.tuple([z.number().int(), z.string(), z.enum(['en', 'zh']), z.string()])),
});

/** Above this share of deleted vectors a graph is built anew. */
const WASTE = 0.3;

/**
 * Vectors of one type of documents, in a file with a sidecar that says what they are (model, number type, dimension, count,
 * checksum, entries). A file that is missing, damaged or made with something else counts as empty: what is missing is then added
 * again. Few vectors are scanned, many form a graph.
 */
export class StoredVectors {
  private readonly folder: string;
  private readonly name: string;
  private readonly header: VectorsHeader;
  private index: VectorIndex;
  private readonly entries = new Map<number, VectorEntry>();
  private readonly labels = new Map<string, number>();
  private next = 0;

  /** @throws RetrievalError where the folder cannot be read. */
  constructor(folder: string, name: string, header: VectorsHeader) {
    this.folder = folder;
    this.name = name;
    this.header = header;
    this.index = this.load() ?? new ExactIndex();
  }

  get count(): number {
    return this.index.count;
  }

  get kind(): 'exact' | 'hnsw' {
    return this.index.kind;
  }

  /** Whether exactly this text of a document has its vector here. */
  has({ key, language, hash }: VectorEntry): boolean {
    return this.entries.get(this.labels.get(labelKey(key, language)) ?? -1)?.hash === hash;
  }

  /** Adds vectors, replacing those of the same document and language. */
  put(added: readonly (readonly [VectorEntry, Float32Array])[]): void {
    if (this.index.kind === 'exact' && this.count + added.length >= EXACT_LIMIT)
      this.rebuild(this.count + added.length);
    for (const [entry, vector] of added) {
      this.drop(entry.key, entry.language);
      this.insert(this.next, entry);
      this.index.add(this.next, vector);
      this.next++;
    }
    if (this.index instanceof HnswIndex && this.index.waste > WASTE) this.rebuild(this.count);
  }

  /** Takes out everything that is not wanted any more; says whether there was something. */
  keepOnly(wanted: (entry: VectorEntry) => boolean): boolean {
    const unwanted = [...this.entries.values()].filter((entry) => !wanted(entry));
    for (const { key, language } of unwanted) this.drop(key, language);
    return unwanted.length > 0;
  }

  /** The nearest entries with their cosines, best first. */
  search(vector: Float32Array, limit: number): { entry: VectorEntry; similarity: number }[] {
    return this.index.search(vector, limit).flatMap(({ label, similarity }) => {
      const entry = this.entries.get(label);
      return entry ? [{ entry, similarity }] : [];
    });
  }

  /** Writes vectors, then sidecar; a reader sees the old state or the new one. @throws RetrievalError */
  save(): void {
    const file = `${this.name}-${randomUUID()}.bin`;
    const draft = join(this.folder, `${this.name}-${randomUUID()}.tmp`);
    try {
      mkdirSync(this.folder, { recursive: true });
      this.index.save(join(this.folder, file));
      writeFileSync(draft, JSON.stringify(this.sidecar(file)));
      renameSync(draft, this.path());
      this.removeOthers(file);
    } catch (cause) {
      rmSync(draft, { force: true });
      rmSync(join(this.folder, file), { force: true });
      throw storageError(this.path(), cause);
    }
  }

  private sidecar(file: string): z.input<typeof sidecarSchema> {
    const entries = [...this.entries].map(([label, { key, language, hash }]) => [label, key, language, hash] as const);
    const { header, count, kind, next } = this;
    return {
      format: 1,
      header,
      kind,
      count,
      next,
      file,
      checksum: checksumOf(join(this.folder, file)),
      entries: entries.map((row) => [...row]),
    };
  }

  /** Undefined, with no entries, where there is no usable file. */
  private load(): VectorIndex | undefined {
    if (!existsSync(this.path())) return undefined;
    try {
      const { header, kind, count, next, file, checksum, entries } = sidecarSchema.parse(
        JSON.parse(readFileSync(this.path(), 'utf8')),
      );
      const path = join(this.folder, file);
      if (JSON.stringify(header) !== JSON.stringify(this.header)) return undefined;
      if (count !== entries.length || checksum !== checksumOf(path)) return undefined;
      const options = { labels: entries.map(([label]) => label), dimension: header.dimension };
      const index = kind === 'exact' ? ExactIndex.load(path, options) : HnswIndex.load(path, options);
      for (const [label, key, language, hash] of entries) this.insert(label, { key, language, hash });
      this.next = next;
      return index;
    } catch {
      return undefined;
    }
  }

  /** Moves everything into a new graph (or scan, where it is few), under new numbers. */
  private rebuild(expected: number): void {
    const { dimension } = this.header;
    const index = expected < EXACT_LIMIT ? new ExactIndex() : HnswIndex.create({ dimension, capacity: expected });
    const old = [...this.entries];
    this.entries.clear();
    this.labels.clear();
    this.next = 0;
    for (const [label, entry] of old) {
      const vector = this.index.get(label);
      if (!vector) continue;
      this.insert(this.next, entry);
      index.add(this.next, vector);
      this.next++;
    }
    this.index = index;
  }

  private insert(label: number, entry: VectorEntry): void {
    this.entries.set(label, entry);
    this.labels.set(labelKey(entry.key, entry.language), label);
  }

  private drop(key: string, language: Language): void {
    const label = this.labels.get(labelKey(key, language));
    if (label === undefined) return;
    this.index.remove(label);
    this.entries.delete(label);
    this.labels.delete(labelKey(key, language));
  }

  private path(): string {
    return join(this.folder, `${this.name}.json`);
  }

  private removeOthers(file: string): void {
    for (const name of readdirSync(this.folder))
      if (name.startsWith(`${this.name}-`) && name.endsWith('.bin') && name !== file)
        rmSync(join(this.folder, name), { force: true });
  }
}

function labelKey(key: string, language: Language): string {
  return `${language} ${key}`;
}

function checksumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
