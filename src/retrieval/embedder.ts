import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { findModel, type ModelFiles, type ModelSettings, unusable } from './model-files.ts';
import { RetrievalError } from './retrieval-error.ts';

export type Role = 'query' | 'passage';

/** What vectors depend on: those of different identities must never be compared. */
export interface ModelIdentity {
  readonly model: string;
  readonly dtype: string;
  readonly dimension: number;
  /** Of the model's files. */
  readonly digest: string;
  /** Library and version that ran it. */
  readonly runtime: string;
}

export interface EmbedOptions {
  /** Called after each batch with the number of texts done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

interface Loaded {
  readonly files: ModelFiles;
  readonly extract: FeatureExtractionPipeline;
  readonly identity: ModelIdentity;
}

const BATCH = 24;
/** Longer texts are cut off before they are split into tokens, which takes long: no model reads as many UTF-16 code units. */
const LONGEST = 16_000;
/** Above this share of unknown tokens a text is in a language that the model cannot read. */
const READABLE = 0.3;
const embedders = new Map<string, Embedder>();

/** Turns texts into vectors with a local model. The model is loaded when first needed. */
export class Embedder {
  private readonly settings: ModelSettings;
  private loaded: Promise<Loaded> | undefined;
  /** Told of the seconds that each batch took. */
  onBatch: ((seconds: number) => void) | undefined;

  private constructor(settings: ModelSettings) {
    this.settings = settings;
  }

  /** The process's embedder for these settings: a model is loaded once. */
  static shared(settings: ModelSettings): Embedder {
    const key = JSON.stringify([settings.model, settings.dtype, settings.remote === true, settings.cacheFolder]);
    const embedder = embedders.get(key) ?? new Embedder(settings);
    embedders.set(key, embedder);
    return embedder;
  }

  /** @throws RetrievalError where the model is missing, damaged or no embedding model. */
  async identity(): Promise<ModelIdentity> {
    return (await this.load()).identity;
  }

  /**
   * Vectors of length 1, in the order of the texts. What exceeds the model's length (512 tokens for the bundled one) is cut off.
   * @throws RetrievalError where the model cannot be loaded, the signal's reason where it aborts.
   */
  async embed(texts: readonly string[], role: Role, options: EmbedOptions = {}): Promise<Float32Array[]> {
    const { files, extract } = await this.load();
    const prefix = files.prefixes[role];
    const vectors: Float32Array[] = new Array(texts.length);
    const byLength = texts.map((_, index) => index).sort((a, b) => lengthAt(texts, a) - lengthAt(texts, b));
    for (let done = 0; done < byLength.length; done += BATCH) {
      options.signal?.throwIfAborted();
      const batch = byLength.slice(done, done + BATCH);
      const start = performance.now();
      const rows = await run(
        extract,
        files,
        batch.map((index) => prefix + (texts[index] ?? '').slice(0, LONGEST)),
      );
      this.onBatch?.((performance.now() - start) / 1000);
      batch.forEach((index, row) => {
        vectors[index] = rows[row] ?? fail(files.name);
      });
      options.onProgress?.(done + batch.length);
    }
    return vectors;
  }

  /** Whether the model knows enough of a text's signs for its vector to mean something. */
  async canRead(text: string): Promise<boolean> {
    const { tokenizer } = (await this.load()).extract;
    const ids = tokenizer.encode(text, { add_special_tokens: false });
    const unknown = tokenizer.unk_token_id;
    return ids.filter((id) => id === unknown).length <= ids.length * READABLE;
  }

  private load(): Promise<Loaded> {
    this.loaded ??= load(this.settings).catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }
}

async function load(settings: ModelSettings): Promise<Loaded> {
  const files = findModel(settings);
  const { env, pipeline } = await importLibrary();
  env.cacheDir = settings.cacheFolder;
  env.allowRemoteModels = files.folder === undefined && settings.remote === true;
  env.allowLocalModels = files.folder !== undefined;
  if (files.folder !== undefined) env.localModelPath = files.folder;
  try {
    const dtype = files.dtype as 'fp32';
    const extract = await pipeline('feature-extraction', files.name, {
      dtype,
      local_files_only: !env.allowRemoteModels,
      session_options: { logSeverityLevel: 3 },
    });
    const [sample] = await run(extract, files, [files.prefixes.query]);
    const { name: model, digest } = files;
    const runtime = `transformers.js ${env.version}`;
    return { files, extract, identity: { model, dtype, digest, runtime, dimension: sample?.length ?? 0 } };
  } catch (cause) {
    throw cause instanceof RetrievalError ? cause : unusable(settings.model, reasonOf(cause), cause);
  }
}

async function importLibrary(): Promise<typeof import('@xenova/transformers')> {
  try {
    return await import('@xenova/transformers');
  } catch (cause) {
    throw new RetrievalError(
      'MODEL_UNUSABLE',
      'the package @xenova/transformers cannot be loaded, which runs the embedding model. Install the dependencies with npm ci.',
      { cause },
    );
  }
}

/** One batch; checks that every vector is one. */
async function run(extract: FeatureExtractionPipeline, files: ModelFiles, texts: string[]): Promise<Float32Array[]> {
  const output = await extract(texts, { pooling: files.pooling, normalize: true });
  const [count = 0, dimension = 0] = output.dims;
  const data = Float32Array.from(output.data as Float32Array);
  if (output.dims.length !== 2 || count !== texts.length || data.some((value) => !Number.isFinite(value)))
    throw fail(files.name);
  return texts.map((_, row) => data.slice(row * dimension, (row + 1) * dimension));
}

function fail(model: string): never {
  throw unusable(model, 'it gives no vectors, so it is damaged or no feature-extraction model');
}

function lengthAt(texts: readonly string[], index: number): number {
  return texts[index]?.length ?? 0;
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/gu, ' ').replace(/\.$/u, '');
}
