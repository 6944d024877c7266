import { expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { world } from '../fixtures/world.ts';
import type { Stores } from './graph-store.ts';
import { all, rowsOf, worldRows } from './support.ts';

const ids = <T extends { readonly id: string }>(items: Iterable<T>) => [...items].map(({ id }) => id);

/** Reading and replacing the knowledge, walking through it. */
export function knowledgeSuite(stores: Stores): void {
  const loaded = async (): Promise<GraphStore> => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    return store;
  };

  it('is empty at first', async () => {
    const store = await stores.empty();
    expect(await store.version()).toMatchObject({ revision: 0 });
    expect((await store.version()).knowledge).toBeUndefined();
    expect((await store.statistics()).entities).toBe(0);
    expect(await store.listDocuments()).toEqual({ items: [] });
  });

  it('gives back every entity, fact, predicate and source as written', async () => {
    const store = await loaded();
    const entities = [...worldRows.entities];
    const facts = [...worldRows.facts];
    expect(await store.entities(ids(entities))).toEqual(new Map(entities.map((entity) => [entity.id, entity])));
    expect(await store.facts(ids(facts))).toEqual(new Map(facts.map((fact) => [fact.id, fact])));
    expect(await all((after) => store.listFacts({ after, limit: 7, deprecated: true }))).toEqual(facts);
    expect(await store.predicates()).toEqual([...worldRows.predicates]);
    const sources = await all((after) => store.listSources({ after, limit: 1 }));
    expect(sources).toEqual([...worldRows.sources].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('knows the version of its knowledge, and a second writing of the same changes nothing', async () => {
    const store = await stores.empty();
    expect(await store.writeKnowledge(worldRows)).toBe(true);
    const version = await store.version();
    expect(version.knowledge).toBe(worldRows.version);
    expect(version.revision).toBeGreaterThan(0);
    expect(await store.writeKnowledge(worldRows)).toBe(false);
    expect(await store.version()).toEqual(version);
  });

  it('gives the facts of many subjects in the order written, and leaves out unknown ones', async () => {
    const store = await loaded();
    const found = await store.factsOf(['person/ada-byte', 'no/such', 'organisation/acme']);
    expect([...found.keys()].sort()).toEqual(['organisation/acme', 'person/ada-byte']);
    for (const [subject, facts] of found)
      expect(facts).toEqual([...worldRows.facts].filter((fact) => fact.subject === subject));
    expect((await store.factsOf([])).size).toBe(0);
  });

  it('counts the facts of and about entities, deprecated ones aside', async () => {
    const store = await loaded();
    const ids = ['person/finn-phi', 'organisation/acme', 'no/such', 'organisation/acme'];
    const held = [...worldRows.facts].filter(({ rank }) => rank !== 'deprecated');
    const about = (id: string) =>
      held.filter(({ subject }) => subject === id).length +
      held.filter(({ value }) => value.type === 'entity' && value.id === id).length;
    expect(about('organisation/acme')).toBeGreaterThan(6);
    expect(await store.factCounts(ids)).toEqual(new Map(ids.map((id) => [id, about(id)])));
    expect((await store.factCounts([])).size).toBe(0);
  });

  it('leaves out deprecated facts unless they are asked for', async () => {
    const store = await loaded();
    const births = async (deprecated?: boolean) =>
      (await store.factsOf(['person/finn-phi'], { deprecated })).get('person/finn-phi')?.map(({ rank }) => rank);
    expect(await births()).toEqual(['preferred', 'normal']);
    expect(await births(true)).toEqual(['preferred', 'normal', 'deprecated']);
  });

  it('gives the facts about an object, of the predicates asked for', async () => {
    const store = await loaded();
    const about = async (predicates?: string[]) =>
      (await store.factsAbout(['organisation/acme'], { predicates })).get('organisation/acme') ?? [];
    expect(ids(await about())).toEqual(
      ids([...worldRows.facts].filter(({ value }) => value.type === 'entity' && value.id === 'organisation/acme')),
    );
    expect((await about(['parentOrganisation'])).map(({ subject }) => subject)).toEqual(['organisation/acme-research']);
  });

  it('lists entities of a kind with those of the kinds below it, and facts of a source', async () => {
    const store = await loaded();
    const list = (kind: string) => all((after) => store.listEntities({ kind, after, limit: 2 }));
    expect(ids(await list('software'))).toEqual([
      'framework/flowkit',
      'framework/torchlet',
      'programming-language/cobra',
      'programming-language/pylang',
    ]);
    expect(ids(await list('deep-learning-framework'))).toEqual(['framework/torchlet']);
    const everything = ids(await all((after) => store.listEntities({ after, limit: 5 })));
    expect(everything).toEqual([...everything].sort());
    expect(everything).not.toContain('kind/framework');
    expect(ids(await all((after) => store.listEntities({ after, vocabulary: true })))).toContain('kind/framework');
    const gazette = await all((after) => store.listFacts({ source: 'gazette', after, limit: 1 }));
    expect(gazette.every(({ sources }) => sources.some(({ id }) => id === 'gazette'))).toBe(true);
    expect(gazette.length).toBe(
      [...worldRows.facts].filter(
        ({ sources, rank }) => rank !== 'deprecated' && sources.some(({ id }) => id === 'gazette'),
      ).length,
    );
  });

  it('refuses cursors that are none of the list and limits out of range', async () => {
    const store = await loaded();
    const { next } = await store.listSources({ limit: 1 });
    await expect(store.listEntities({ after: 'nonsense' })).rejects.toMatchObject({ code: 'STORE_BAD_CURSOR' });
    await expect(store.listEntities({ after: next })).rejects.toMatchObject({ code: 'STORE_BAD_CURSOR' });
    await expect(store.listFacts({ limit: 0 })).rejects.toMatchObject({ code: 'STORE_BAD_QUERY' });
    await expect(store.neighbourhood('person/ada-byte', { depth: 9 })).rejects.toMatchObject({
      code: 'STORE_BAD_QUERY',
    });
    await expect(store.shortestPath('person/ada-byte', 'place/bitville', 99)).rejects.toMatchObject({
      code: 'STORE_BAD_QUERY',
    });
  });

  it('replaces the knowledge as a whole, keeping documents', async () => {
    const store = await loaded();
    await store.writeDocument(rowsOf('a.md', 'Ada Byte was born in 1985.'));
    const facts = [...worldRows.facts].filter(({ subject }) => subject !== 'person/ada-byte');
    const sources = [...worldRows.sources].map((source) => ({ ...source, title: `${source.title}, second edition` }));
    const edited = facts.map((fact) => ({
      ...fact,
      sources: sources.filter(({ id }) => fact.sources.some((old) => old.id === id)),
    }));
    expect(await store.writeKnowledge({ ...worldRows, facts: edited, sources, version: 'second' })).toBe(true);
    expect((await store.factsOf(['person/ada-byte'])).size).toBe(0);
    expect(await all((after) => store.listFacts({ after, deprecated: true }))).toEqual(edited);
    expect(
      (await store.search({ text: 'Ada Byte', scopes: ['fact'] })).facts.every(
        ({ fact }) => fact.subject !== 'person/ada-byte',
      ),
    ).toBe(true);
    expect((await store.statistics()).documents).toBe(1);
    expect((await store.status()).outdated).toBe(1);
  });

  it('shows what lies around an entity, as far as asked, without walking through kinds', async () => {
    const store = await loaded();
    const near = await store.neighbourhood('framework/torchlet');
    expect(near?.entities[0]?.id).toBe('framework/torchlet');
    expect(ids(near?.entities ?? [])).toEqual([
      'framework/torchlet',
      'kind/deep-learning-framework',
      'licence-model/open-source',
      'organisation/acme-research',
      'programming-language/pylang',
    ]);
    const far = await store.neighbourhood('framework/torchlet', { depth: 2 });
    expect(ids(far?.entities ?? [])).toContain('organisation/acme');
    // FlowKit shares the licence model only
    expect(ids(far?.entities ?? [])).not.toContain('framework/flowkit');
    expect(await store.neighbourhood('no/such')).toBeUndefined();
    const cut = await store.neighbourhood('framework/torchlet', { depth: 2, limit: 2 });
    expect(cut).toMatchObject({ truncated: true });
    expect(cut?.facts.length).toBe(2);
    expect(far?.truncated).toBe(false);
  });

  it('shows only facts of a year and of predicates', async () => {
    const store = await loaded();
    const employers = async (year?: number) =>
      (await store.neighbourhood('person/ada-byte', { predicates: ['employer'], year }))?.facts.map(
        ({ value }) => value.type === 'entity' && value.id,
      );
    expect(await employers()).toEqual(['organisation/acme', 'organisation/globex']);
    expect(await employers(2017)).toEqual(['organisation/acme']);
    expect(await employers(2019)).toEqual(['organisation/acme']);
    expect(await employers(2024)).toEqual(['organisation/globex']);
    expect(await employers(2000)).toEqual([]);
  });

  it('finds for every pair of things the first of the shortest ways, or none', async () => {
    const store = await loaded();
    const things = [...world.entities.keys()].filter((id) => !world.isVocabulary(id)).sort();
    for (const from of things) {
      for (const to of things) {
        const path = await store.shortestPath(from, to, 4);
        expect(
          path?.entities.map(({ id }) => id),
          `${from} → ${to}`,
        ).toEqual(firstShortest(from, to, 4));
        path?.facts.forEach((fact, index) => {
          const ends = [fact.subject, fact.value.type === 'entity' ? fact.value.id : ''].sort();
          expect(ends).toEqual([path.entities[index]?.id, path.entities[index + 1]?.id].sort());
        });
      }
    }
    expect(await store.shortestPath('person/ada-byte', 'no/such')).toBeUndefined();
    expect(await store.shortestPath('kind/engineer', 'person/ada-byte')).toMatchObject({
      facts: [{ predicate: 'isA' }],
    });
  });
}

/** By trying every way, shortest first, in the order of ids. */
function firstShortest(from: string, to: string, most: number): string[] | undefined {
  const passes = (id: string) => id === from || id === to || !world.isVocabulary(id);
  const neighbours = new Map<string, Set<string>>();
  for (const { subject, value, rank } of world.facts) {
    if (value.type !== 'entity' || rank === 'deprecated' || !passes(subject) || !passes(value.id)) continue;
    for (const [a, b] of [
      [subject, value.id],
      [value.id, subject],
    ] as const)
      neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  }
  let ways = [[from]];
  for (let length = 0; length <= most; length++) {
    const arrived = ways.find((way) => way.at(-1) === to);
    if (arrived) return arrived;
    ways = ways.flatMap((way) =>
      [...(neighbours.get(way.at(-1) ?? '') ?? [])]
        .sort()
        .flatMap((next) => (way.includes(next) ? [] : [[...way, next]])),
    );
  }
  return undefined;
}
