import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { all, snapshot } from '../../contract/support.ts';
import { loadEngine } from '../../engine/knowledge.ts';
import { corpusGraph, ingestCorpus } from '../../neo4j/corpus-graph.ts';
import { describeWithNeo4j } from '../../neo4j/server.ts';

describeWithNeo4j('Neo4j and SQLite, with the whole knowledge and the corpus', (address) => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-same-'));
  const engine = loadEngine();
  let neo4j: GraphStore;
  let sqlite: GraphStore;
  /** What both say. */
  const both = <T>(ask: (store: GraphStore) => Promise<T>) => Promise.all([ask(neo4j), ask(sqlite)]);
  const things = [...engine.knowledge.entities.keys()].filter((id) => !engine.knowledge.isVocabulary(id)).sort();
  const some = (step: number) => things.filter((_id, index) => index % step === 0);

  beforeAll(async () => {
    sqlite = await openSqliteStore(join(folder, 'graph.sqlite'));
    await ingestCorpus(engine, sqlite);
    neo4j = await corpusGraph(engine, address);
  }, 900_000);

  afterAll(async () => {
    await neo4j?.close();
    await sqlite?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hold the same graph', async () => {
    const [a, b] = await both(snapshot);
    expect(a.statistics).toEqual(b.statistics);
    expect(a.statistics.claims).toBeGreaterThan(50);
    expect(a).toEqual(b);
  });

  it('give the same facts of and about many things', async () => {
    const ids = some(23);
    for (const deprecated of [false, true]) {
      const [a, b] = await both(async (store) => [
        await store.factsOf(ids, { deprecated }),
        await store.factsAbout(ids, { deprecated }),
      ]);
      expect(a).toEqual(b);
    }
  });

  it('find the same surroundings and ways', async () => {
    for (const id of some(400)) {
      const [a, b] = await both((store) => store.neighbourhood(id, { depth: 2, limit: 300 }));
      expect(a, id).toEqual(b);
    }
    const ends = some(700);
    for (const from of ends.slice(0, 4))
      for (const to of ends) {
        const [a, b] = await both((store) => store.shortestPath(from, to));
        expect(a, `${from} → ${to}`).toEqual(b);
      }
  });

  it.each([
    ['Andrej Karpathy'],
    ['深度学习'],
    ['卷积神经网络'],
    ['the Transformer'],
    ['PyTorch Facebook'],
    ['学'],
    ['GPT-4 OpenAI'],
    ['stanford univ'],
    ['李飞飞'],
    ['李飛飛'],
    ['ＰｙＴｏｒｃｈ'],
    ['of'],
    ['2015 research'],
    ['Yoshua Bengio 图灵奖'],
  ])('find the same by «%s»', async (text) => {
    const found = (store: GraphStore) => store.search({ text, limit: 200 });
    const [a, b] = await both(found);
    const ids = (hits: Awaited<ReturnType<typeof found>>) => ({
      entities: hits.entities.map(({ entity }) => entity.id).sort(),
      passages: hits.passages.map(({ passage }) => passage.id).sort(),
      facts: hits.facts.map(({ fact }) => fact.id).sort(),
    });
    const [ours, theirs] = [ids(a), ids(b)];
    // Where there are more than the limit, each engine may prefer others
    for (const scope of ['entities', 'passages', 'facts'] as const) {
      expect(ours[scope].length).toBe(theirs[scope].length);
      if (ours[scope].length < 200) expect(ours[scope]).toEqual(theirs[scope]);
    }
  });

  it('list the same claims and entities by every condition', async () => {
    const [claims] = await both((store) => all((after) => store.listClaims({ after, limit: 1000 })));
    const subjects = [...new Set(claims.flatMap(({ subject }) => subject.entity ?? []))];
    for (const entity of subjects.slice(0, 20)) {
      const [a, b] = await both((store) => all((after) => store.listClaims({ entity, after, limit: 7 })));
      expect(a).toEqual(b);
      const [p, q] = await both((store) => all((after) => store.passagesMentioning(entity, { after, limit: 5 })));
      expect(p).toEqual(q);
    }
    for (const query of [
      { verdicts: ['REFUTED'] },
      { period: { from: 2012, to: 2016 } },
      { predicates: ['employer', 'isA'] },
    ] as const) {
      const [a, b] = await both((store) => all((after) => store.listClaims({ ...query, after })));
      expect(a.length).toBeGreaterThan(0);
      expect(a).toEqual(b);
    }
    const topics = claims.flatMap(({ subject, predicate }) =>
      subject.entity ? [{ subject: subject.entity, predicate }] : [],
    );
    const [a, b] = await both((store) => store.claimsOn(topics));
    expect(a).toEqual(b);
    for (const query of [
      { kind: 'person', text: 'yoshua' },
      { kind: 'framework' },
      { text: '大学', vocabulary: true },
    ]) {
      const [x, y] = await both((store) => all((after) => store.listEntities({ ...query, after, limit: 40 })));
      expect(x.length).toBeGreaterThan(0);
      expect(x).toEqual(y);
    }
  });
});
