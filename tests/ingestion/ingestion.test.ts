import { expect, it, onTestFinished } from 'vitest';
import { Engine } from '../../src/engine.ts';
import { Ingestion, type Reassessed } from '../../src/ingestion/ingestion.ts';
import { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { documentId } from '../../src/store/ids.ts';
import { openStore } from '../../src/store/open-store.ts';
import { CHECKER, ingestionInto, NOON, snapshot } from '../contract/support.ts';
import { world } from '../fixtures/world.ts';
import { makePlace } from '../store/sqlite/place.ts';

async function emptyStore() {
  const place = await makePlace();
  const store = await openStore(place.settings);
  onTestFinished(async () => {
    await store.close();
    await place.dispose();
  });
  return store;
}

/** The world with other birth dates of Ada Byte and without Torchlet's developer; Zorblax is known. */
function otherWorld(): KnowledgeBase {
  const { ontology, entities, facts, sources, completeness } = world;
  const zorblax = {
    id: 'person/zorblax',
    kind: 'person',
    label: { en: 'Zorblax Quux' },
    aliases: [{ text: 'Zorblax Quux', language: 'en', cased: false }],
    description: {},
    sameAs: [],
  } as const;
  const changed = facts.flatMap((fact) => {
    if (fact.id.startsWith('framework/torchlet.developer')) return [];
    const date = { type: 'date', date: '1985-01-02' } as const;
    return fact.id.startsWith('person/ada-byte.birthDate')
      ? [{ ...fact, id: 'person/ada-byte.birthDate.1985-01-02', value: date }]
      : [fact];
  });
  const known = new Set(ontology.entities.map(({ id }) => id));
  const things = [...entities.values()].filter(({ id }) => !known.has(id));
  const open = completeness.filter(({ subject }) => subject !== 'framework/torchlet');
  return new KnowledgeBase(ontology, { entities: [...things, zorblax], facts: changed, sources, completeness: open });
}

const TEXT =
  'Ada Byte was born in 1985.\n\nTorchlet was developed by Acme Research.\n\nZorblax Quux founded Acme Labs.\n';

async function reassessAll(ingestion: Ingestion): Promise<Reassessed[]> {
  await ingestion.loadKnowledge();
  const result: Reassessed[] = [];
  for await (const change of ingestion.reassess()) result.push(change);
  return result;
}

it('changes nothing when the same is ingested again', async () => {
  const store = await emptyStore();
  const first = ingestionInto(store);
  await first.loadKnowledge();
  expect((await first.ingest({ name: 'a.md', text: TEXT, format: 'markdown' })).outcome).toBe('added');
  await first.compareDocuments();
  const before = await snapshot(store);
  const later = new Ingestion(new Engine(world), store, { checkerVersion: CHECKER, now: () => new Date('2030-01-01') });
  expect(await later.loadKnowledge()).toBe(false);
  expect((await later.ingest({ name: 'a.md', text: TEXT, format: 'markdown' })).outcome).toBe('unchanged');
  expect(await later.compareDocuments()).toBe(0);
  expect(await snapshot(store)).toEqual(before);
});

it('finds contradictions between documents in whichever order they come', async () => {
  const given = [
    { name: 'one.md', text: 'Ada Byte was born in 1985.', format: 'markdown' },
    { name: 'two.md', text: 'Ada Byte was born in 1986.', format: 'markdown' },
    { name: 'three.md', text: 'Zeta-3 was developed by Globex. Ada Byte was born in 1985.', format: 'markdown' },
  ] as const;
  const graphs = await Promise.all(
    [given, [...given].reverse()].map(async (order) => {
      const store = await emptyStore();
      const ingestion = ingestionInto(store);
      await ingestion.loadKnowledge();
      for (const document of order) {
        await ingestion.ingest(document);
        await ingestion.compareDocuments();
      }
      return snapshot(store);
    }),
  );
  expect(graphs[0]).toEqual(graphs[1]);
  const found = graphs[0]?.contradictions.map(({ a, b }) => [a.documentId, b.documentId].sort()) ?? [];
  const pair = (a: string, b: string) => [documentId(a), documentId(b)].sort();
  expect(found.sort()).toEqual([pair('one.md', 'two.md'), pair('three.md', 'two.md')].sort());
  expect(graphs[0]?.contradictions[0]?.explanation.en).toContain('one document says');
});

it('compares documents that an interrupted ingestion left uncompared', async () => {
  const store = await emptyStore();
  const ingestion = ingestionInto(store);
  await ingestion.loadKnowledge();
  await ingestion.ingest({ name: 'one.md', text: 'Ada Byte was born in 1985.', format: 'markdown' });
  await ingestion.ingest({ name: 'two.md', text: 'Ada Byte was born in 1986.', format: 'markdown' });
  // Killed here; later the same is ingested again
  const again = ingestionInto(store);
  expect((await again.ingest({ name: 'two.md', text: 'Ada Byte was born in 1986.', format: 'markdown' })).outcome).toBe(
    'unchanged',
  );
  expect(await again.compareDocuments()).toBe(2);
  expect((await store.listContradictions()).items.length).toBe(1);
});

it('says which verdicts a changed knowledge turns, and which facts turn them', async () => {
  const store = await emptyStore();
  const before = ingestionInto(store);
  await before.loadKnowledge();
  await before.ingest({ name: 'a.md', text: TEXT, format: 'markdown' });
  await before.compareDocuments();
  expect(await reassessAll(before)).toEqual([]);
  const later = new Date('2027-01-01T00:00:00Z');
  const after = new Ingestion(new Engine(otherWorld()), store, { checkerVersion: CHECKER, now: () => later });
  const [change, ...others] = await reassessAll(after);
  expect(others).toEqual([]);
  const turned = Object.fromEntries((change?.flips ?? []).map((flip) => [flip.quote, flip]));
  expect(turned['Ada Byte was born in 1985']).toMatchObject({
    before: 'REFUTED',
    after: 'SUPPORTED',
    gained: ['person/ada-byte.birthDate.1985-01-02'],
    lost: ['person/ada-byte.birthDate.1986-10-23'],
  });
  expect(turned['Torchlet was developed by Acme Research']).toMatchObject({
    before: 'SUPPORTED',
    after: 'NOT_ENOUGH_INFO',
  });
  expect(change?.appeared.map(({ subject, object }) => [subject.entity, object.entity])).toEqual([
    ['organisation/acme', 'person/zorblax'],
  ]);
  const id = documentId('a.md');
  const { claims, document } = (await store.document(id)) ?? { claims: [], document: undefined };
  expect(document?.knowledgeVersion).toBe((await store.version()).knowledge);
  expect(new Set(claims.map(({ assessment }) => assessment.assessedAt))).toEqual(new Set([later.toISOString()]));
  const past = await store.history(id, turned['Ada Byte was born in 1985']?.claimId);
  expect(past.map(({ verdict, assessedAt }) => [verdict, assessedAt])).toEqual([
    ['SUPPORTED', later.toISOString()],
    ['REFUTED', NOON.toISOString()],
  ]);
  expect((await store.status()).outdated).toBe(0);
  expect(await reassessAll(after)).toEqual([]);
});
