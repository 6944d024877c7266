import { expect, it } from 'vitest';
import type { Verdict } from '../../src/assessment/result.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { contradictionId, documentId } from '../../src/store/ids.ts';
import type { Stores } from './graph-store.ts';
import { all, ingestionInto, manyDocuments, rowsOf, snapshot, theClaim, worldRows } from './support.ts';

const TEXT = `# Ada Byte

Ada Byte was born in 1985. She joined Globex in 2020.

- **Torchlet** was developed by Globex in 2016.
- 火炬框架用派语言编写。

Ada Byte was born in 1986. Zorblax founded Quuxify.
`;

/** Documents, their claims and verdicts, contradictions. */
export function documentSuite(stores: Stores): void {
  const loaded = async (): Promise<GraphStore> => {
    const store = await stores.empty();
    await store.writeKnowledge(worldRows);
    return store;
  };

  it('gives a document back as it was written', async () => {
    const store = await loaded();
    const rows = rowsOf('notes/ada.md', TEXT);
    expect(rows.claims.length).toBeGreaterThan(3);
    expect(rows.contradictions.length).toBeGreaterThan(0);
    expect(await store.writeDocument(rows)).toBe('added');
    const whole = await store.document(rows.document.id);
    expect(whole?.document).toMatchObject(rows.document);
    expect(whole).toMatchObject({
      text: TEXT,
      segments: rows.segments,
      passages: rows.passages,
      mentions: rows.mentions,
      claims: rows.claims,
    });
    expect(whole?.contradictions.map(({ id, a, b }) => ({ id, a: a.id, b: b.id }))).toEqual(
      rows.contradictions.map(({ id, a, b }) => ({ id, a, b })).sort((x, y) => (x.id < y.id ? -1 : 1)),
    );
    for (const { start, end, quote } of whole?.claims ?? []) expect(TEXT.slice(start, end)).toBe(quote);
    expect(await store.document(documentId('no such'))).toBeUndefined();
    expect(await store.passages([rows.passages[1]?.id ?? '', 'no/such'])).toEqual(
      new Map([[rows.passages[1]?.id, rows.passages[1]]]),
    );
    expect(await store.claims([rows.claims[0]?.id ?? '', 'no/such'])).toEqual(
      new Map([[rows.claims[0]?.id, rows.claims[0]]]),
    );
  });

  it('counts claims by verdict and contradictions in lists of documents', async () => {
    const store = await loaded();
    for (const { name, text } of manyDocuments(5)) await store.writeDocument(rowsOf(name, text));
    const listed = await all((after) => store.listDocuments({ after, limit: 2 }));
    expect(listed.map(({ name }) => name)).toEqual(manyDocuments(5).map(({ name }) => name));
    for (const { name, claims, contradictions } of listed) {
      const rows = rowsOf(name, manyDocuments(5).find((given) => given.name === name)?.text ?? '');
      const count = (verdict: Verdict) => rows.claims.filter(({ assessment }) => assessment.verdict === verdict).length;
      expect(claims).toEqual({
        SUPPORTED: count('SUPPORTED'),
        REFUTED: count('REFUTED'),
        CONFLICTING: count('CONFLICTING'),
        NOT_ENOUGH_INFO: count('NOT_ENOUGH_INFO'),
      });
      expect(contradictions).toBe(rows.contradictions.length);
    }
    const [first] = listed;
    expect(await store.documents([first?.id ?? '', 'no/such'])).toEqual(new Map([[first?.id, first]]));
  });

  it('counts claims by document, predicate and verdict', async () => {
    const store = await loaded();
    expect(await store.countClaims()).toEqual([]);
    for (const { name, text } of manyDocuments(4)) await store.writeDocument(rowsOf(name, text));
    const expected = new Map<string, number>();
    for (const { documentId, predicate, assessment } of await all((after) => store.listClaims({ after }))) {
      const key = JSON.stringify([documentId, predicate, assessment.verdict]);
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expect(expected.size).toBeGreaterThan(8);
    const rows = [...expected].map(([key, count]) => [...(JSON.parse(key) as string[]), count] as const);
    rows.sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1));
    const counted = await store.countClaims();
    expect(counted.map(({ document, predicate, verdict, count }) => [document, predicate, verdict, count])).toEqual(
      rows,
    );
  });

  it('leaves a document alone that is written again, though at another time', async () => {
    const store = await loaded();
    await store.writeDocument(rowsOf('ada.md', TEXT));
    const before = await snapshot(store);
    const { revision } = await store.version();
    const later = new Date('2027-01-01T00:00:00Z');
    expect(await store.writeDocument(rowsOf('ada.md', TEXT, { at: later }))).toBe('unchanged');
    expect(await snapshot(store)).toEqual(before);
    expect((await store.version()).revision).toBe(revision);
  });

  it('replaces a changed document and keeps the history of its verdicts', async () => {
    const store = await loaded();
    const first = rowsOf('ada.md', 'Ada Byte was born in 1985.');
    const later = new Date('2026-12-01T00:00:00Z');
    const second = rowsOf('ada.md', 'Some words first.\n\nAda Byte was born in 1986.', { at: later });
    await store.writeDocument(first);
    expect(await store.writeDocument(second)).toBe('replaced');
    expect((await store.document(second.document.id))?.claims).toEqual(second.claims);
    expect((await store.listClaims({ verdicts: ['REFUTED'] })).items).toEqual([]);
    expect((await store.search({ text: '1985', scopes: ['passage'] })).passages).toEqual([]);
    const history = await store.history(second.document.id);
    expect(history.map(({ quote, verdict, assessedAt }) => [quote, verdict, assessedAt])).toEqual([
      ['Ada Byte was born in 1986', 'SUPPORTED', later.toISOString()],
      ['Ada Byte was born in 1985', 'REFUTED', first.document.ingestedAt],
    ]);
    const [latest] = history;
    expect(await store.history(second.document.id, latest?.claimId)).toEqual([latest]);
  });

  it('keeps the id of a claim that moves, and the time of a text that stays', async () => {
    const store = await loaded();
    const first = rowsOf('ada.md', 'Ada Byte was born in 1985.');
    const moved = rowsOf('ada.md', 'Some words first.\n\nAda Byte was born in 1985.');
    expect(moved.claims[0]?.id).toBe(first.claims[0]?.id);
    await store.writeDocument(first);
    const checked = rowsOf('ada.md', 'Ada Byte was born in 1985.', {
      checkerVersion: '2.0.0',
      at: new Date('2027-01-01T00:00:00Z'),
    });
    expect(await store.writeDocument(checked)).toBe('replaced');
    expect((await store.document(first.document.id))?.document.ingestedAt).toBe(first.document.ingestedAt);
  });

  it('forgets a document with everything that only it supports', async () => {
    const store = await loaded();
    const ingestion = ingestionInto(store);
    await ingestion.ingest({ name: 'stays.md', text: 'Ada Byte was born in 1986.', format: 'markdown' });
    await ingestion.compareDocuments();
    const before = await snapshot(store);
    await ingestion.ingest({ name: 'goes.md', text: TEXT, format: 'markdown' });
    await ingestion.compareDocuments();
    expect((await store.listContradictions({ document: documentId('stays.md') })).items.length).toBeGreaterThan(0);
    expect(await store.forgetDocument(documentId('goes.md'))).toBe(true);
    expect(await snapshot(store)).toEqual(before);
    expect(await store.history(documentId('goes.md'))).toEqual([]);
    expect((await store.search({ text: 'Zorblax', scopes: ['passage'] })).passages).toEqual([]);
    expect(await store.forgetDocument(documentId('goes.md'))).toBe(false);
  });

  it('lists claims by verdict, entity, document, predicate and period, in pages', async () => {
    const store = await loaded();
    for (const { name, text } of manyDocuments(6)) await store.writeDocument(rowsOf(name, text));
    const everything = await all((after) => store.listClaims({ after, limit: 4 }));
    expect(everything.length).toBe((await store.statistics()).claims);
    const check = async (
      query: Parameters<GraphStore['listClaims']>[0],
      condition: (claim: (typeof everything)[number]) => boolean,
    ) => {
      const expected = everything.filter(condition);
      expect(expected.length, JSON.stringify(query)).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(everything.length);
      expect(await all((after) => store.listClaims({ ...query, after, limit: 2 })), JSON.stringify(query)).toEqual(
        expected,
      );
    };
    await check({ verdicts: ['REFUTED'] }, ({ assessment }) => assessment.verdict === 'REFUTED');
    await check({ verdicts: ['SUPPORTED', 'CONFLICTING'] }, ({ assessment }) =>
      ['SUPPORTED', 'CONFLICTING'].includes(assessment.verdict),
    );
    await check({ entity: 'organisation/acme' }, ({ subject, object }) =>
      [subject.entity, object.entity].includes('organisation/acme'),
    );
    await check({ document: documentId('docs/002.md') }, ({ documentId: id }) => id === documentId('docs/002.md'));
    await check({ predicates: ['birthDate', 'releaseDate'] }, ({ predicate }) =>
      ['birthDate', 'releaseDate'].includes(predicate),
    );
    await check({ period: { from: 1986, to: 1990 } }, ({ period }) => period?.from === '1986');
    await check({ period: { to: 1985 } }, ({ period }) => period?.from !== undefined && period.from <= '1985');
    await check({ period: {} }, ({ period }) => period !== undefined);
    await check(
      { verdicts: ['REFUTED'], entity: 'person/ada-byte', predicates: ['birthDate'] },
      ({ assessment, subject, predicate }) =>
        assessment.verdict === 'REFUTED' && subject.entity === 'person/ada-byte' && predicate === 'birthDate',
    );
    expect(await store.claimsOn([{ subject: 'person/ada-byte', predicate: 'birthDate' }])).toEqual(
      everything.filter(({ subject, predicate }) => subject.entity === 'person/ada-byte' && predicate === 'birthDate'),
    );
    expect(await store.claimsOn([])).toEqual([]);
  });

  it('lists passages, and those that mention an entity', async () => {
    const store = await loaded();
    const [a, b] = [rowsOf('a.md', TEXT), rowsOf('b.md', 'Nothing but Torchlet.')];
    await store.writeDocument(a);
    await store.writeDocument(b);
    const ordered = [a, b].sort((x, y) => (x.document.id < y.document.id ? -1 : 1)).flatMap(({ passages }) => passages);
    expect(await all((after) => store.listPassages({ after, limit: 2 }))).toEqual(ordered);
    expect(await all((after) => store.listPassages({ document: b.document.id, after }))).toEqual(b.passages);
    const mentioning = await all((after) => store.passagesMentioning('framework/torchlet', { after, limit: 1 }));
    expect(mentioning).toEqual(ordered.filter(({ text }) => /Torchlet|火炬框架/u.test(text)));
  });

  it('notes contradictions between documents, and drops them with either document', async () => {
    const store = await loaded();
    const [a, b] = [rowsOf('a.md', 'Ada Byte was born in 1985.'), rowsOf('b.md', 'Ada Byte was born in 1986.')];
    await store.writeDocument(a);
    await store.writeDocument(b);
    expect(await store.uncompared()).toEqual([a.document.id, b.document.id].sort());
    const [first = '', second = ''] = [a.claims[0]?.id ?? '', b.claims[0]?.id ?? ''].sort();
    const row = {
      id: contradictionId(first, second),
      a: first,
      b: second,
      explanation: { en: 'One says this.', zh: '不一致。' },
    };
    const gone = { ...row, id: 'contradiction/gone', b: 'claim/gone' };
    await store.writeContradictions(a.document.id, [row, gone]);
    expect(await store.uncompared()).toEqual([b.document.id]);
    const { items } = await store.listContradictions({ entity: 'person/ada-byte' });
    expect(items).toEqual([
      {
        ...row,
        a: [...a.claims, ...b.claims].find(({ id }) => id === first),
        b: [...a.claims, ...b.claims].find(({ id }) => id === second),
      },
    ]);
    expect((await store.listContradictions({ document: b.document.id })).items).toEqual(items);
    expect((await store.listContradictions({ entity: 'organisation/acme' })).items).toEqual([]);
    await store.writeContradictions(b.document.id, [row]);
    expect((await store.statistics()).contradictions).toBe(1);
    await store.forgetDocument(b.document.id);
    expect((await store.listContradictions()).items).toEqual([]);
  });

  it('updates verdicts in place and adds them to the history', async () => {
    const store = await loaded();
    const rows = rowsOf('ada.md', TEXT);
    await store.writeDocument(rows);
    await store.writeContradictions(rows.document.id, []);
    const assessments = new Map(
      rows.claims.map(({ id, assessment }) => [
        id,
        {
          ...assessment,
          verdict: 'CONFLICTING' as const,
          knowledgeVersion: 'later',
          assessedAt: '2027-01-01T00:00:00.000Z',
        },
      ]),
    );
    const update = {
      documentId: rows.document.id,
      contentHash: rows.document.contentHash,
      knowledgeVersion: 'later',
      checkerVersion: '2',
      assessments,
      contradictions: [],
    };
    await store.updateAssessments(update);
    const whole = await store.document(rows.document.id);
    expect(whole?.document).toMatchObject({ knowledgeVersion: 'later', checkerVersion: '2' });
    expect(whole?.claims).toEqual(rows.claims.map((claim) => ({ ...claim, assessment: assessments.get(claim.id) })));
    expect(whole?.contradictions).toEqual([]);
    expect((await store.listClaims({ verdicts: ['CONFLICTING'] })).items.length).toBe(rows.claims.length);
    const claim = theClaim(rows.claims, ({ quote }) => quote.includes('1985'));
    expect((await store.history(rows.document.id, claim.id)).map(({ verdict }) => verdict)).toEqual([
      'CONFLICTING',
      'REFUTED',
    ]);
    expect(await store.uncompared()).toEqual([rows.document.id]);
    const before = await snapshot(store);
    const refused = [
      { ...update, contentHash: 'another' },
      { ...update, assessments: new Map([...assessments].slice(1)) },
      { ...update, documentId: documentId('no such') },
    ];
    for (const stale of refused)
      await expect(store.updateAssessments(stale)).rejects.toMatchObject({ code: 'STORE_STALE' });
    expect(await snapshot(store)).toEqual(before);
  });

  it('refuses rows that do not fit together, and then changes nothing', async () => {
    const store = await loaded();
    const rows = rowsOf('ada.md', TEXT);
    const before = await snapshot(store);
    const claims = rows.claims.map((claim) => ({ ...claim, passageId: 'no/such' }));
    const broken = [
      { ...rows, claims },
      { ...rows, segments: [] },
      { ...rows, text: 'another text' },
      { ...rows, claims: [...rows.claims, ...rows.claims] },
    ];
    for (const wrong of broken)
      await expect(store.writeDocument(wrong)).rejects.toMatchObject({ code: 'STORE_BAD_ROWS' });
    expect(await snapshot(store)).toEqual(before);
  });
}
