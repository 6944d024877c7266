import { expect, it } from 'vitest';
import type { SearchScope } from '../../src/store/graph-queries.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Stores } from './graph-store.ts';
import { rowsOf, worldRows } from './support.ts';

const TEXT =
  '# 深度学习简史\n\n艾达·拜特出生於比特城。火炬框架用派语言编写。\n\nＴｏｒｃｈｌｅｔ was developed by Acme Research, a naïve café of researchers.\n';

/** Full-text search over entities, passages and facts. */
export function searchSuite(stores: Stores): void {
  const filled = async (): Promise<GraphStore> => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    await store.writeDocument(rowsOf('history.md', TEXT));
    return store;
  };
  const found = async (store: GraphStore, scope: SearchScope, text: string): Promise<string[]> => {
    const { entities, passages, facts } = await store.search({ text, scopes: [scope] });
    if (scope === 'entity') return entities.map(({ entity }) => entity.id);
    return scope === 'fact' ? facts.map(({ fact }) => fact.id) : passages.map(({ passage }) => passage.text);
  };

  it('finds entities by names in both languages, in any case, width and script', async () => {
    const store = await filled();
    for (const text of ['Torchlet', 'TORCHLET', 'torch', 'ｔｏｒｃｈｌｅｔ', '火炬', '炬框', '火炬框架'])
      expect(await found(store, 'entity', text), text).toContain('framework/torchlet');
    for (const text of ['Ada Byte', 'byte ada', '艾达', '拜特', '艾達'])
      expect(await found(store, 'entity', text), text).toContain('person/ada-byte');
    expect(await found(store, 'entity', 'Torchlot')).toEqual([]);
  });

  it('names first what is called exactly so', async () => {
    const store = await filled();
    expect((await found(store, 'entity', 'Acme'))[0]).toBe('organisation/acme');
    expect((await found(store, 'entity', 'acme research'))[0]).toBe('organisation/acme-research');
  });

  it('finds passages by any two or more Chinese characters, by beginnings of words, and without accents', async () => {
    const store = await filled();
    for (const text of ['深度', '度学', '学习简史', '深度学习简史'])
      expect(await found(store, 'passage', text), text).toEqual(['深度学习简史']);
    for (const text of ['出生于', '比特城', '框架 编写'])
      expect((await found(store, 'passage', text))[0], text).toContain('艾达·拜特');
    for (const text of ['torchlet', 'naive', 'cafe', 'CAFÉ', 'develop acme'])
      expect((await found(store, 'passage', text))[0], text).toContain('café');
    expect(await found(store, 'passage', '深学')).toEqual([]);
    expect(await found(store, 'passage', 'developed 深度')).toEqual([]);
  });

  it('finds facts by their wording in either language', async () => {
    const store = await filled();
    expect(await found(store, 'fact', 'Torchlet developer')).toEqual([
      'framework/torchlet.developer.organisation/acme-research',
    ]);
    expect(await found(store, 'fact', '火炬框架 开发者')).toEqual([
      'framework/torchlet.developer.organisation/acme-research',
    ]);
  });

  it('searches everything by default, gives at most what was asked for, best first', async () => {
    const store = await filled();
    const hits = await store.search({ text: 'Torchlet', limit: 2 });
    for (const list of [hits.entities, hits.passages, hits.facts]) {
      expect(list.length).toBeGreaterThan(0);
      expect(list.length).toBeLessThanOrEqual(2);
      const scores = list.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0)).toBe(true);
    }
    await expect(store.search({ text: 'x', limit: 1000 })).rejects.toMatchObject({ code: 'STORE_BAD_QUERY' });
  });

  it('finds nothing for texts without letters and digits', async () => {
    const store = await filled();
    for (const text of ['', ' ', '*', '"', '…！？', '()', '🙂'])
      expect(await store.search({ text }), text).toEqual({ entities: [], passages: [], facts: [] });
  });
}
