import { expect, it, onTestFinished } from 'vitest';
import { Search } from '../../src/retrieval/search.ts';
import { openStore } from '../../src/store/open-store.ts';
import { rowsOf, worldRows } from '../contract/support.ts';
import { nameLinker, world } from '../fixtures/world.ts';
import { MODEL, temporaryFolder } from './model.ts';

const TEXT = `# Notes

The violinist was applauded for minutes after the concerto.

冰川正在融化，海平面逐年上升。

Ada Byte was born in 1985.
`;

async function graph() {
  const store = await openStore({ data: temporaryFolder() });
  onTestFinished(() => store.close());
  await store.writeKnowledge(worldRows);
  await store.writeDocument(rowsOf('notes.md', TEXT));
  return store;
}

it('finds passages of a graph by their words and by what they mention', async () => {
  const search = await Search.open({ knowledge: world, linker: nameLinker, graph: await graph() });
  const passages = async (text: string) =>
    (await search.search(text, { types: ['passage'] })).hits.map((hit) => ({ text: hit.text, ranks: hit.ranks }));
  expect(await passages('violinist concerto')).toMatchObject([{ text: { en: /violinist/u }, ranks: { lexical: 1 } }]);
  expect(await passages('Where does Ada Byte live?')).toEqual([
    { text: { en: 'Ada Byte was born in 1985.' }, ranks: { graph: 1 } },
  ]);
  expect(await passages('Byte 1985')).toMatchObject([{ ranks: { lexical: 1, graph: 1 } }]);
});

it('finds passages of a graph by meaning in both languages, with vectors that the graph keeps', {
  timeout: 240_000,
}, async () => {
  const store = await graph();
  const vectors = {
    dataFolder: temporaryFolder(),
    model: MODEL,
  };
  const open = () => Search.open({ knowledge: world, linker: nameLinker, graph: store, vectors });
  const first = await open();
  expect(await first.updatePassages()).toBe((await store.statistics()).passages);
  expect(await first.updatePassages()).toBe(0);
  // Another process finds them without making any
  const search = await open();
  const found = async (text: string) =>
    (await search.search(text, { types: ['passage'], channels: ['semantic'], limit: 2 })).hits.map((hit) => hit.text);
  expect(await found('a musician on stage')).toContainEqual({
    en: 'The violinist was applauded for minutes after the concerto.',
  });
  expect(await found('climate change and the oceans')).toContainEqual({ zh: '冰川正在融化，海平面逐年上升。' });
});
