import { describe, expect, it } from 'vitest';
import { engine } from '../../fixtures/world.ts';
import { DOCUMENT, FALSE_CLAIM } from '../support.ts';
import { startGraph } from './support.ts';

describe('verify', () => {
  it('answers as the engine does, with facts and sources', async () => {
    const { ask } = await startGraph();
    const { data, errors } = await ask(
      `query ($claim: String!) {
        verify(claim: $claim) {
          verdict confidence correction explanation { en zh }
          claims { quote start end subject { text entity { slug } } verdict evidence { statement sources { url title } fact { factId } } }
        }
      }`,
      { claim: FALSE_CLAIM },
    );
    expect(errors).toBeUndefined();
    const own = engine.verify(FALSE_CLAIM);
    expect(data.verify).toMatchObject({ verdict: 'REFUTED', correction: own.correction, explanation: own.explanation });
    expect(data.verify.claims[0].subject).toEqual({ text: 'Torchlet', entity: { slug: 'framework/torchlet' } });
    expect(data.verify.claims[0].evidence[0]).toMatchObject({
      sources: own.claims[0]?.evidence[0]?.sources,
      fact: { factId: own.claims[0]?.evidence[0]?.factId },
    });
  });

  it('names what is wrong with a claim', async () => {
    const { ask } = await startGraph();
    const { errors } = await ask('{ verify(claim: " ") { verdict } }', {}, { 'accept-language': 'zh' });
    expect(errors?.[0]?.extensions?.code).toBe('REQUEST_INVALID');
    expect(errors?.[0]?.message).toMatch(/内容为空/u);
  });
});

describe('entities', () => {
  it('are found by id, slug and name, in both languages', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{
      slug: entity(id: "person/ada-byte") { id label zh: label(language: zh) }
      english: entity(name: "ada byte") { slug }
      chinese: entity(name: "艾达·拜特") { slug }
      nothing: entity(name: "Nobody Special") { slug }
      unknown: entity(id: "person/nobody") { slug }
    }`);
    expect(data).toMatchObject({
      slug: { label: 'Ada Byte', zh: '艾达·拜特' },
      english: { slug: 'person/ada-byte' },
      chinese: { slug: 'person/ada-byte' },
      nothing: null,
      unknown: null,
    });
    const { data: again } = await ask(
      'query ($id: ID!) { node(id: $id) { id ... on Entity { slug } } entity(id: $id) { slug } }',
      {
        id: data.slug.id,
      },
    );
    expect(again).toEqual({ node: { id: data.slug.id, slug: 'person/ada-byte' }, entity: { slug: 'person/ada-byte' } });
  });

  it('hold the facts of a time', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{ entity(id: "person/ada-byte") {
      then: facts(predicate: ["employer"], asOf: "2017") { value { entity { slug } } qualifiers { start end role { label } } }
      now: facts(predicate: ["employer"], asOf: "2021-05-01") { value { entity { slug } } }
      wrong: factsAbout { factId }
    } }`);
    expect(data.entity.then).toEqual([
      {
        value: { entity: { slug: 'organisation/acme' } },
        qualifiers: { start: '2016-06', end: '2019-03', role: [{ label: 'software engineer' }] },
      },
    ]);
    expect(data.entity.now).toEqual([{ value: { entity: { slug: 'organisation/globex' } } }]);
    const { errors } = await ask('{ entity(id: "person/ada-byte") { facts(asOf: "soon") { factId } } }');
    expect(errors?.[0]?.message).toContain('“soon” is no date');
  });

  it('are listed by kind and by text', async () => {
    const { ask } = await startGraph();
    const { data } = await ask('{ entities(kind: "person", text: "byte") { nodes { slug } } }');
    expect(data.entities.nodes).toEqual([{ slug: 'person/ada-byte' }]);
  });
});

describe('documents and claims', () => {
  it('give the whole text in pieces, with the claims that cover them', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(
      '{ document(name: "notes.md") { text annotatedText { text start claims { quote verdict } } } }',
    );
    const { text, annotatedText } = data.document;
    expect(text).toBe(DOCUMENT.text);
    expect(annotatedText.map((piece: { text: string }) => piece.text).join('')).toBe(text);
    const refuted = annotatedText.filter((piece: { claims: { verdict: string }[] }) =>
      piece.claims.some(({ verdict }) => verdict === 'REFUTED'),
    );
    expect(refuted.map((piece: { text: string }) => piece.text).join(' ')).toContain(
      'Torchlet was developed by Globex',
    );
  });

  it('are chosen by verdict, entity, document and predicate', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{
      refuted: claims(verdict: [REFUTED]) { nodes { quote correction document { name } passage { text } evidence { factId } } }
      ada: claims(entity: "person/ada-byte", predicate: ["birthDate"]) { nodes { verdict language } }
      none: claims(document: "document/0000000000000000") { nodes { quote } }
    }`);
    expect(data.refuted.nodes).toHaveLength(2);
    expect(data.refuted.nodes[0]).toMatchObject({ correction: 'Acme Research', document: { name: 'notes.md' } });
    expect(data.refuted.nodes[0].evidence.length).toBeGreaterThan(0);
    expect(data.ada.nodes).toEqual([
      { verdict: 'REFUTED', language: 'en' },
      { verdict: 'SUPPORTED', language: 'zh' },
    ]);
    expect(data.none.nodes).toEqual([]);
  });

  it('list contradictions with both claims', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(
      '{ contradictions(entity: "person/ada-byte") { nodes { a { quote } b { quote } explanation { zh } } } }',
    );
    expect(data.contradictions.nodes.length).toBeGreaterThan(0);
  });
});

describe('the rest', () => {
  it('finds ways through the graph, searches, counts and lists sources', async () => {
    const { ask } = await startGraph();
    const { data, errors } = await ask(`{
      path(from: "person/ada-byte", to: "person/carl-codd") { length entities { slug } facts { statement { zh } } }
      search(text: "Torchlet", first: 5) { type score entity { slug } fact { factId } passage { document { name } } }
      statistics { entities documents claims verdicts { refuted } entitiesByKind { name count } }
      sources { nodes { id url title kind } }
      predicates { id label(language: zh) }
      entity(id: "person/ada-byte") { neighbourhood(depth: 1) { entities { slug } truncated } }
      facts(predicate: ["birthDate"], first: 2) { nodes { value { date } sources { title } } pageInfo { hasNextPage } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.path).toMatchObject({
      length: 2,
      entities: [{ slug: 'person/ada-byte' }, { slug: 'organisation/acme' }, { slug: 'person/carl-codd' }],
    });
    expect(data.search).toContainEqual(
      expect.objectContaining({ type: 'entity', entity: { slug: 'framework/torchlet' } }),
    );
    expect(data.search).toContainEqual(
      expect.objectContaining({ type: 'passage', passage: { document: { name: 'notes.md' } } }),
    );
    expect(data.statistics).toMatchObject({ documents: 1, claims: 4, verdicts: { refuted: 2 } });
    expect(data.sources.nodes.map(({ id }: { id: string }) => id)).toEqual(['almanac', 'gazette']);
    expect(data.entity.neighbourhood.entities[0]).toEqual({ slug: 'person/ada-byte' });
    expect(data.facts.nodes[0].sources.length).toBeGreaterThan(0);
  });
});
