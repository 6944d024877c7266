import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentRows, KnowledgeRows, StoredEntity, StoredFact } from '../../src/store/graph-model.ts';
import { documentId } from '../../src/store/ids.ts';
import type { Stores } from './graph-store.ts';
import { rowsOf, snapshot, worldRows } from './support.ts';

const HOSTILE = [
  `Robert'); DROP TABLE entities;--`,
  `" OR 1=1 --`,
  '`) MATCH (n) DETACH DELETE n //',
  `'}) DETACH DELETE n //`,
  '\\u0027}) RETURN 1 //',
  '$name {x: 1} `a`:`b`',
  'a"b\'c`d\\e',
  '"*:*" AND NOT (x~2 OR y^3) [a TO z] {b TO c} /re.x/',
  'names : "x" NEAR(a b, 2) ^a* -b +c',
  '日本語「引用」《书名》\u202eegnahc',
  'tab\there\nline\r\nend',
  'NUL\u0000inside',
  'emoji 👩‍🔬🧪 and 𠮷野家',
  '__proto__',
  'constructor',
  '%s %d {{x}} {y}',
  'x'.repeat(3000),
] as const;

/** An entity and a fact with a hostile name everywhere a name can stand. */
function hostileKnowledge(name: string): KnowledgeRows {
  const [source] = worldRows.sources;
  if (!source) throw new Error('the world has sources');
  const id = `thing/${name}`;
  const given = {
    ...source,
    id: `source/${name}`,
    url: `https://example.org/${encodeURIComponent(name)}`,
    title: name,
  };
  const entity: StoredEntity = {
    id,
    kind: name,
    label: { en: name, zh: name },
    aliases: [{ text: name, language: 'any', cased: true }],
    description: { en: name },
    sameAs: [name],
    kinds: [name],
    vocabulary: false,
    complete: [{ subject: id, predicate: name }],
  };
  const fact: StoredFact = {
    id: `fact/${name}`,
    subject: id,
    predicate: name,
    value: { type: 'entity', id },
    qualifiers: { note: { en: name }, role: [name] },
    rank: 'normal',
    sources: [given],
    statement: { en: name, zh: name },
  };
  const predicate = { id: name, label: { en: name, zh: name }, many: true };
  return { version: `hostile ${name}`, predicates: [predicate], entities: [entity], sources: [given], facts: [fact] };
}

/** A document with a hostile name and text, and a claim about hostile things. */
function hostileDocument(name: string): DocumentRows {
  const rows = rowsOf(name, `Ada Byte was born in 1985.\n\n${name}`);
  const [first, ...others] = rows.claims;
  if (!first) throw new Error('the document makes a claim');
  const said = {
    subject: { entity: `thing/${name}`, text: name },
    object: { text: name },
    predicate: name,
    section: [name],
  };
  const qualifiers = { role: [name] };
  const assessment = {
    ...first.assessment,
    correction: name,
    explanation: { en: name, zh: name },
    evidence: [`fact/${name}`],
  };
  return { ...rows, claims: [{ ...first, ...said, qualifiers, assessment }, ...others] };
}

/** Names that try to break out of queries, in every place where a name can stand. */
export function hostileSuite(stores: Stores): void {
  it('keeps knowledge whose every name is hostile as it is', { timeout: 60_000 }, async () => {
    const store = await stores.empty();
    for (const name of HOSTILE) {
      const rows = hostileKnowledge(name);
      await store.writeKnowledge(rows);
      const [entity] = [...rows.entities];
      const [fact] = [...rows.facts];
      const id = `thing/${name}`;
      expect((await store.entities([id])).get(id), name).toEqual(entity);
      expect((await store.factsOf([id], { predicates: [name] })).get(id), name).toEqual([fact]);
      expect((await store.factsAbout([id])).get(id), name).toEqual([fact]);
      expect((await store.listEntities({ kind: name })).items, name).toEqual([entity]);
      expect((await store.listFacts({ source: `source/${name}` })).items, name).toEqual([fact]);
      expect((await store.neighbourhood(id, { predicates: [name] }))?.facts, name).toEqual([fact]);
      expect((await store.shortestPath(id, id))?.entities, name).toEqual([entity]);
      expect(await store.predicates(), name).toEqual(rows.predicates);
      expect((await store.statistics()).entitiesByKind, name).toEqual(Object.fromEntries([[name, 1]]));
    }
  });

  it('keeps documents whose every name is hostile as they are', { timeout: 60_000 }, async () => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    for (const name of HOSTILE) {
      const rows = hostileDocument(name);
      await store.writeDocument(rows);
      const whole = await store.document(documentId(name));
      expect(whole?.document.name, name).toBe(name.normalize('NFC'));
      expect(whole?.text, name).toBe(rows.text);
      expect(whole?.claims, name).toEqual(rows.claims);
      expect(whole?.passages, name).toEqual(rows.passages);
      expect((await store.listClaims({ entity: `thing/${name}`, predicates: [name] })).items, name).toEqual(
        rows.claims.slice(0, 1),
      );
      expect((await store.claimsOn([{ subject: `thing/${name}`, predicate: name }])).length, name).toBe(1);
    }
    const listed = (await store.listDocuments({ limit: 100 })).items.map(({ name }) => name);
    expect(new Set(listed)).toEqual(new Set(HOSTILE.map((name) => name.normalize('NFC'))));
    for (const name of HOSTILE) expect(await store.forgetDocument(documentId(name)), name).toBe(true);
    expect((await store.statistics()).documents).toBe(0);
    expect((await store.statistics()).entities).toBe(
      [...worldRows.entities].filter(({ vocabulary }) => !vocabulary).length,
    );
  });

  it('treats every search as words', { timeout: 60_000 }, async () => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    const before = await snapshot(store);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: fc.constantFrom(...'"*()^:-+~ AND OR NOT NEAR 深学\\/'.split('')) }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const { entities } = await store.search({ text: given, limit: 3 });
        await store.listEntities({ text: given, limit: 3 });
        expect(entities.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 150 },
    );
    expect(await snapshot(store)).toEqual(before);
  });

  it('looks up any id without harm', { timeout: 60_000 }, async () => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    const before = await snapshot(store);
    const id = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE));
    await fc.assert(
      fc.asyncProperty(id, async (given) => {
        expect((await store.entities([given, 'person/ada-byte'])).size).toBe(1);
        expect((await store.factsOf([given])).size).toBe(0);
        expect(await store.document(given)).toBeUndefined();
        expect(await store.forgetDocument(given)).toBe(false);
        expect((await store.listClaims({ entity: given, document: given, predicates: [given] })).items).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(await snapshot(store)).toEqual(before);
  });
}
