import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Search } from '../../src/retrieval/search.ts';
import { nameLinker, world } from '../fixtures/world.ts';
import { bundledEmbedder, MODEL, temporaryFolder } from './model.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PASSAGES = [
  { id: 'doc#1', text: 'The lighthouse keeper fed the seagulls every morning.', language: 'en' as const },
  { id: 'doc#2', text: '股票市场昨天大幅下跌。', language: 'zh' as const },
  { id: 'doc#3', text: 'Bread dough needs an hour of rest before baking.', language: 'en' as const },
];
/** More than are embedded on the way. */
const MANY = Array.from({ length: 101 }, (_, index) => ({
  id: `p${index}`,
  text: `Passage ${index} of a saga`,
  language: 'en' as const,
}));
const MEANING = { channels: ['semantic'], types: ['passage'], limit: 1 } as const;

let made = '';

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'errata-retrieval-'));
  await (await open(made)).update();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

async function open(dataFolder: string, passages = PASSAGES) {
  return await Search.open({ knowledge: world, linker: nameLinker, passages, vectors: { dataFolder, model: MODEL } });
}

/** A fresh data folder with the vectors of the world and the passages. */
function indexed(): string {
  const data = temporaryFolder();
  cpSync(made, data, { recursive: true });
  return data;
}

/** The only folder below `retrieval`: that of the model. */
function modelFolder(data: string): string {
  const [name] = readdirSync(join(data, 'retrieval'));
  return join(data, 'retrieval', name ?? '');
}

function damage(data: string, ending: string, change: (bytes: Buffer) => Buffer): void {
  const folder = modelFolder(data);
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
}

it.each([
  ['Who takes care of birds at the coast?', 'doc#1'],
  ['海边喂鸟的人', 'doc#1'],
  ['share prices crashed', 'doc#2'],
  ['怎样做面包', 'doc#3'],
])('finds what means the same in other words and the other language: %s', async (text, id) => {
  const search = await open(indexed());
  const { hits, notes } = await search.search(text, MEANING);
  expect(hits[0]).toMatchObject({ id, ranks: { semantic: 1 } });
  expect(notes).toEqual([]);
});

it('embeds each text once', async () => {
  const data = indexed();
  const totals: number[] = [];
  await (await open(data)).update({ onProgress: (_, total) => totals.push(total) });
  expect(totals.at(-1) ?? 0).toBe(0);
});

it('takes up new passages by itself and forgets removed and replaced ones', async () => {
  const data = indexed();
  const search = await open(data);
  search.putPassages([{ id: 'doc#4', text: 'A violin concerto was played in the old theatre.', language: 'en' }]);
  expect((await search.search('classical music', MEANING)).hits[0]?.id).toBe('doc#4');
  search.removePassages(['doc#4']);
  search.putPassages([{ id: 'doc#1', text: 'Glaciers melt.', language: 'en' }]);
  const ids = (await search.search('classical music birds', { ...MEANING, limit: 9 })).hits.map(({ id }) => id);
  expect(ids).not.toContain('doc#4');
  expect((await search.search('ice disappears', MEANING)).hits[0]).toMatchObject({
    id: 'doc#1',
    text: { en: 'Glaciers melt.' },
  });
});

it('never shows a text that has changed under its old vector', async () => {
  const changed = PASSAGES.map((passage) =>
    passage.id === 'doc#1' ? { ...passage, text: 'Glaciers melt.' } : passage,
  );
  const search = await open(indexed(), [...changed, ...MANY]);
  const { hits, notes } = await search.search('birds at the coast', { ...MEANING, limit: 200 });
  expect(hits.map(({ id }) => id).sort()).toEqual(['doc#2', 'doc#3']);
  expect(notes[0]?.en).toContain('102 of');
});

it.each([
  ['damaged vectors', '.bin', (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 255))],
  ['truncated vectors', '.bin', (bytes: Buffer) => bytes.subarray(0, 100)],
  ['a damaged sidecar', 'passage.json', () => Buffer.from('{"format":')],
  [
    'a sidecar of another model',
    'passage.json',
    (bytes: Buffer) => Buffer.from(bytes.toString().replace('zh-en', 'fr-de')),
  ],
  [
    'a sidecar of another dimension',
    'passage.json',
    (bytes: Buffer) => Buffer.from(bytes.toString().replace(':384', ':256')),
  ],
  ['a wrong count', 'passage.json', (bytes: Buffer) => Buffer.from(bytes.toString().replace('"count":3', '"count":2'))],
])('mends %s from the vectors it knows', async (_, ending, change) => {
  const data = indexed();
  damage(data, ending, change);
  const search = await open(data);
  const embed = vi.spyOn(bundledEmbedder(), 'embed');
  expect((await search.search('share prices crashed', MEANING)).hits[0]?.id).toBe('doc#2');
  expect(embed.mock.calls.filter(([, role]) => role === 'passage')).toEqual([]);
  embed.mockRestore();
});

it('says what to do where there are no vectors yet, and finds by words meanwhile', async () => {
  const { hits, notes } = await (await open(temporaryFolder(), MANY)).search('saga', { limit: 1 });
  expect(hits).toHaveLength(1);
  expect(notes[0]).toEqual({
    en: expect.stringContaining('errata index'),
    zh: expect.stringContaining('errata index'),
  });
});

it('goes by words and graph, and says why, where the model is missing', async () => {
  const vectors = { dataFolder: temporaryFolder(), model: { ...MODEL, model: '/no-such-model' } };
  const search = await Search.open({ knowledge: world, linker: nameLinker, vectors });
  const { hits, notes } = await search.search('Torchlet');
  expect(hits[0]).toMatchObject({ id: expect.stringContaining('torchlet') });
  expect(notes[0]?.en).toContain('no such folder');
  await expect(search.update()).rejects.toMatchObject({ code: 'MODEL_UNUSABLE' });
});

it('names the data folder that cannot be written', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect((await open(file)).update()).rejects.toMatchObject({
    code: 'VECTORS_UNUSABLE',
    message: expect.stringContaining('--data'),
  });
});

it('goes on after an interruption with what was done', async () => {
  const data = temporaryFolder();
  const stopped = (await open(data)).update({ signal: AbortSignal.abort(new Error('stopped')) });
  await expect(stopped).rejects.toThrow('stopped');
  expect((await (await open(data)).update()).indexed).toBeGreaterThan(20);
});

it('leaves no drafts and no old files behind', async () => {
  const data = indexed();
  rmSync(join(modelFolder(data), 'entity.json'));
  await (await open(data)).update();
  const names = readdirSync(modelFolder(data));
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(names.filter((name) => name.startsWith('entity-'))).toHaveLength(1);
});
