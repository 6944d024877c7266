import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoTokenizer } from '@xenova/transformers';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Embedder } from '../../src/retrieval/embedder.ts';
import { BUNDLED_MODEL } from '../../src/retrieval/vector-settings.ts';
import { dot } from '../../src/retrieval/vectors.ts';
import { bundledEmbedder, MODEL, modelCopy, temporaryFolder } from './model.ts';

/** Loading the model takes a moment on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const golden = z
  .object({
    tolerance: z.number(),
    items: z.array(z.object({ text: z.string(), ids: z.array(z.number()), vector: z.array(z.number()) })),
  })
  .parse(JSON.parse(readFileSync(join(BUNDLED_MODEL, 'golden.json'), 'utf8')));

const open = (model: string, options = {}) => Embedder.shared({ ...MODEL, model, ...options });

it('splits texts into the recorded tokens', async () => {
  await bundledEmbedder().identity();
  const tokenizer = await AutoTokenizer.from_pretrained('multilingual-e5-small-zh-en');
  for (const { text, ids } of golden.items) expect(tokenizer.encode(text).slice(0, 512)).toEqual(ids.slice(0, 512));
});

it('gives the recorded vectors', async () => {
  for (const { text, vector } of golden.items) {
    const [, role, rest] = /^(query|passage): (.*)$/su.exec(text) ?? [];
    if (role === undefined || rest === undefined) throw new Error(`a golden text without prefix: ${text}`);
    const [embedded] = await bundledEmbedder().embed([rest], role === 'query' ? 'query' : 'passage');
    // Processors round 4-bit products differently: single numbers by a few thousandths, the direction hardly at all.
    expect(cosine(vector, [...(embedded ?? [])])).toBeGreaterThanOrEqual(0.9995);
  }
});

it('gives a text the same vector in any batch, in the order of the texts', async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `${'word '.repeat((index * 7) % 11)}number ${index}`);
  const together = await bundledEmbedder().embed(texts, 'passage');
  for (const index of [0, 13, 29]) {
    const [alone] = await bundledEmbedder().embed([texts[index] ?? ''], 'passage');
    expect(dot(alone ?? new Float32Array(), together[index] ?? new Float32Array())).toBeGreaterThan(0.9999);
  }
});

it('cuts off what exceeds the length of the model', async () => {
  const [vector] = await bundledEmbedder().embed(['long '.repeat(2_000)], 'passage');
  expect(vector?.every(Number.isFinite)).toBe(true);
});

it('knows which languages it cannot read', async () => {
  expect(await bundledEmbedder().canRead('Who made PyTorch? 谁开发了它？')).toBe(true);
  expect(await bundledEmbedder().canRead('이 프레임워크는 누가 만들었습니까')).toBe(false);
});

it('stops at a signal', async () => {
  const embedding = bundledEmbedder().embed(['a'], 'query', { signal: AbortSignal.abort(new Error('enough')) });
  await expect(embedding).rejects.toThrow('enough');
});

it('loads a model once a process', () => {
  expect(bundledEmbedder()).toBe(Embedder.shared({ ...MODEL }));
});

it.each([
  ['./no/such/folder', 'there is no such folder'],
  ['/no-such-folder', 'there is no such folder'],
  ['someone/some-model', 'ERRATA_MODEL_REMOTE=1'],
])('says what is wrong with the model %s', async (model, message) => {
  await expect(open(model).identity()).rejects.toMatchObject({
    code: 'MODEL_UNUSABLE',
    message: expect.stringContaining(message),
  });
});

it('names a missing file', async () => {
  const model = modelCopy();
  rmSync(join(model, 'tokenizer.json'));
  await expect(open(model).identity()).rejects.toThrow(/tokenizer\.json is missing.*Restore/u);
});

it('refuses a model file that differs from its checksum', async () => {
  const model = modelCopy();
  rmSync(join(model, 'onnx/model_q4.onnx'));
  writeFileSync(
    join(model, 'onnx/model_q4.onnx'),
    readFileSync(join(BUNDLED_MODEL, 'onnx/model_q4.onnx')).subarray(0, 9999),
  );
  await expect(open(model).identity()).rejects.toThrow(/model_q4\.onnx is damaged/u);
});

it('names a damaged model without checksums, keeping the cause', async () => {
  const model = modelCopy();
  rmSync(join(model, 'embedding.json'));
  rmSync(join(model, 'onnx/model_q4.onnx'));
  writeFileSync(join(model, 'onnx/model_q4.onnx'), 'no network');
  const failure = await open(model)
    .identity()
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'MODEL_UNUSABLE',
    message: expect.stringContaining(model),
    cause: expect.anything(),
  });
});

it('loads another folder without a manifest, without prefixes', async () => {
  const model = modelCopy();
  rmSync(join(model, 'embedding.json'));
  const [bare] = await open(model).embed(['query: a'], 'passage');
  const [bundled] = await bundledEmbedder().embed(['a'], 'query');
  expect(dot(bare ?? new Float32Array(), bundled ?? new Float32Array())).toBeGreaterThan(0.9999);
});

it('does not load anything before it is needed', () => {
  expect(() => open(join(temporaryFolder(), 'nothing'))).not.toThrow();
});

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
