import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Embedder } from '../../src/retrieval/embedder.ts';
import { BUNDLED_MODEL } from '../../src/retrieval/vector-settings.ts';

/** A fresh folder, removed after the test. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'errata-retrieval-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const MODEL = { model: BUNDLED_MODEL, cacheFolder: join(tmpdir(), 'errata-no-models') };
export const bundledEmbedder = () => Embedder.shared(MODEL);

/** A copy of the bundled model to damage; the network is a link, so replace it rather than write to it. */
export function modelCopy(): string {
  const copy = join(temporaryFolder(), 'copy');
  mkdirSync(join(copy, 'onnx'), { recursive: true });
  for (const name of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'embedding.json'])
    cpSync(join(BUNDLED_MODEL, name), join(copy, name));
  symlinkSync(join(BUNDLED_MODEL, 'onnx', 'model_q4.onnx'), join(copy, 'onnx', 'model_q4.onnx'));
  return copy;
}
