import { expect, it } from 'vitest';
import { Search } from '../../src/retrieval/search.ts';
import { nameLinker, world } from '../fixtures/world.ts';

const PASSAGES = [
  { id: 'a#1', text: 'The lighthouse keeper fed seven seagulls every morning.', language: 'en' as const },
  { id: 'b#1', text: '灯塔看守人每天早晨喂七只海鸥。', language: 'zh' as const },
];
const open = () => Search.open({ knowledge: world, linker: nameLinker, passages: PASSAGES });

async function idsOf(text: string, options = {}): Promise<string[]> {
  return (await (await open()).search(text, options)).hits.map(({ id }) => id);
}

it.each([
  ['Who developed Torchlet?', 'framework/torchlet.developer.organisation/acme-research'],
  ['火炬框架是谁开发的？', 'framework/torchlet.developer.organisation/acme-research'],
  ['When was Ada Byte born?', 'person/ada-byte.birthDate.1986-10-23'],
  ['艾达·拜特的出生日期', 'person/ada-byte.birthDate.1986-10-23'],
])('finds the fact that answers «%s» among the first three', async (text, id) => {
  expect(await idsOf(text, { types: ['fact'], limit: 3 })).toContain(id);
});

it('finds passages of both languages by their words, and says which channel found them', async () => {
  const { hits } = await (await open()).search('seagulls', { limit: 1 });
  expect(hits[0]).toMatchObject({ type: 'passage', id: 'a#1', text: { en: PASSAGES[0]?.text }, ranks: { lexical: 1 } });
  expect(hits[0]?.ranks.graph).toBeUndefined();
  expect((await idsOf('海鸥'))[0]).toBe('b#1');
});

it('forgets passages that are removed and finds the new text of those replaced', async () => {
  const search = await open();
  search.removePassages(['a#1']);
  search.putPassages([{ id: 'b#1', text: '山上的小屋', language: 'zh' }]);
  expect((await search.search('seagulls 海鸥', { types: ['passage'] })).hits).toEqual([]);
  expect((await search.search('小屋')).hits[0]?.id).toBe('b#1');
});

it('gives only the types that are wanted, as many as wanted', async () => {
  const { hits } = await (await open()).search('Acme', { types: ['fact'], limit: 3 });
  expect(hits.map(({ type }) => type)).toEqual(['fact', 'fact', 'fact']);
});

it('finds a misspelt name', async () => {
  expect(await idsOf('Torchlte', { types: ['entity'] })).toContain('framework/torchlet');
});

it.each(['', '   ', '？！……', '🙂'])('finds nothing for «%s» and says why', async (text) => {
  const { hits, notes } = await (await open()).search(text);
  expect(hits).toEqual([]);
  expect(notes[0]).toMatchObject({ en: expect.stringContaining('word'), zh: expect.stringContaining('词') });
});

it('takes a text of 100 kB by its beginning', async () => {
  const ids = await idsOf(`Torchlet developer ${'x y '.repeat(25_000)}`, { types: ['entity'] });
  expect(ids).toContain('framework/torchlet');
});
