import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { RetrievalError } from './retrieval-error.ts';

/** Which model, and where it may come from. */
export interface ModelSettings {
  /** A folder with a model for transformers.js, or a hub id such as `organisation/name`. */
  readonly model: string;
  /** How numbers are kept in the model file, as transformers.js calls it (`q4`, `q8`, `fp32`); default: what the model says, else `fp32`. */
  readonly dtype?: string | undefined;
  /** Whether a hub id may be fetched over the network (default no). */
  readonly remote?: boolean | undefined;
  /** Where fetched models are kept. */
  readonly cacheFolder: string;
}

const manifestSchema = z.strictObject({
  /** What goes before a question and before a text that is searched. */
  prefixes: z.strictObject({ query: z.string(), passage: z.string() }).default({ query: '', passage: '' }),
  pooling: z.enum(['mean', 'cls']).default('mean'),
  dtype: z.string().optional(),
  /** SHA-256 of the files, in hexadecimal, by their place in the folder. */
  files: z.record(z.string(), z.string()).default({}),
});

/** A model that is ready to be loaded. */
export interface ModelFiles {
  readonly name: string;
  /** The folder above the model's; undefined: it comes from the hub. */
  readonly folder: string | undefined;
  readonly dtype: string;
  readonly prefixes: { readonly query: string; readonly passage: string };
  readonly pooling: 'mean' | 'cls';
  /** Changes whenever the files do; the hub id where they come from there. */
  readonly digest: string;
}

const configSchema = z.looseObject({
  'transformers.js_config': z.looseObject({ dtype: z.string().optional() }).optional(),
});
const MANIFEST = 'embedding.json';
const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** Finds a model and checks its files. @throws RetrievalError naming what is missing or damaged, and the fix. */
export function findModel(settings: ModelSettings): ModelFiles {
  const folder = resolve(settings.model);
  if (existsSync(folder) && statSync(folder).isDirectory()) return fromFolder(folder, settings);
  if (isAbsolute(settings.model) || /^\.|\\|^[^/]*$|\/.*\//u.test(settings.model))
    throw unusable(settings.model, 'there is no such folder');
  return fromHub(settings);
}

function fromFolder(folder: string, settings: ModelSettings): ModelFiles {
  for (const name of NEEDED) if (!existsSync(join(folder, name))) throw unusable(folder, `${name} is missing`);
  const manifest = readJson(folder, MANIFEST, manifestSchema) ?? manifestSchema.parse({});
  const config = readJson(folder, 'config.json', configSchema);
  const dtype = settings.dtype ?? manifest.dtype ?? config?.['transformers.js_config']?.dtype ?? 'fp32';
  const digest = checkFiles(folder, manifest.files);
  const { prefixes, pooling } = manifest;
  return { name: basename(folder), folder: dirname(folder), dtype, prefixes, pooling, digest };
}

function fromHub({ model, dtype, remote, cacheFolder }: ModelSettings): ModelFiles {
  if (!remote && !existsSync(join(cacheFolder, model))) {
    throw new RetrievalError(
      'MODEL_UNUSABLE',
      `the model ${model} is no folder, and fetching models is off. Give a folder with ERRATA_MODEL, or allow fetching with ERRATA_MODEL_REMOTE=1.`,
    );
  }
  const { prefixes, pooling } = manifestSchema.parse({});
  return { name: model, folder: undefined, dtype: dtype ?? 'fp32', prefixes, pooling, digest: model };
}

/** Checks every file and returns a digest of them all, file names included. @throws RetrievalError where a checksum differs. */
function checkFiles(folder: string, expected: Readonly<Record<string, string>>): string {
  const all = createHash('sha256');
  for (const name of Object.keys(expected))
    if (!existsSync(join(folder, name))) throw unusable(folder, `${name} is missing`);
  for (const name of modelFiles(folder)) {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    if (expected[name] !== undefined && expected[name] !== digest) throw unusable(folder, `${name} is damaged`);
    all.update(`${name} ${digest}\n`);
  }
  return all.digest('hex');
}

/** What vectors depend on: the network and the tokenizer. */
function modelFiles(folder: string): string[] {
  const networks = existsSync(join(folder, 'onnx')) ? readdirSync(join(folder, 'onnx')).sort() : [];
  const here = readdirSync(folder).filter((name) => name.endsWith('.onnx') || NEEDED.includes(name));
  return [...here.sort(), ...networks.map((name) => `onnx/${name}`)];
}

function readJson<T>(folder: string, name: string, schema: z.ZodType<T>): T | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw unusable(folder, `${name} cannot be read`, cause);
  }
}

/** The error for a model folder; `reason` is a clause. */
export function unusable(model: string, reason: string, cause?: unknown): RetrievalError {
  const fix = 'Restore the folder (npm ci, or a fresh checkout), or give another model with ERRATA_MODEL.';
  return new RetrievalError('MODEL_UNUSABLE', `the embedding model ${model} cannot be used: ${reason}. ${fix}`, {
    cause,
  });
}
