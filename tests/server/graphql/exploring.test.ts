import { describe, expect, it } from 'vitest';
import { startGraph } from './support.ts';

describe('suggestions', () => {
  const suggested = async (text: string, first?: number) => {
    const { ask } = await startGraph();
    const query =
      'query ($text: String!, $first: Int) { suggest(text: $text, first: $first) { name entity { slug } } }';
    const { data, errors } = await ask(query, { text, first });
    expect(errors).toBeUndefined();
    return data.suggest.map((each: { name: string; entity: { slug: string } }) => [each.entity.slug, each.name]);
  };

  it('come from the first character on, in both languages, whatever its case, width and script', async () => {
    for (const text of ['a', 'A', 'ａ', 'ada', 'Ada B', 'byte', 'byte a', '艾', '艾达', '达', '拜特', '艾達'])
      expect(await suggested(text), text).toContainEqual(['person/ada-byte', expect.any(String)]);
    for (const text of ['', ' ', '*', '"', '?', 'zzz', 'tomorrow']) expect(await suggested(text), text).toEqual([]);
  });

  it('name what is called so before what begins so, and that before what has the word', async () => {
    const slugs = (await suggested('acme')).map(([slug]: string[]) => slug);
    expect(slugs.slice(0, 2)).toEqual(['organisation/acme', 'organisation/acme-research']);
    const universities = (await suggested('university')).map(([slug]: string[]) => slug);
    expect(universities).toEqual(expect.arrayContaining(['organisation/northern-university']));
  });

  it('give the name that fits, and as many as asked for', async () => {
    expect(await suggested('火炬')).toEqual([['framework/torchlet', '火炬框架']]);
    expect(await suggested('cyclic gate')).toEqual([['technique/cgn', expect.stringMatching(/^cyclic gate network/u)]]);
    expect(await suggested('a', 1)).toHaveLength(1);
  });

  it('leave out kinds and terms, and what only its description names', async () => {
    for (const text of ['framework', 'engineer', 'kind'])
      for (const [slug] of await suggested(text)) expect(slug).not.toMatch(/^(?:kind|role|degree)\//u);
  });

  it('treat every character as text', async () => {
    for (const text of ['"', "'", 'a" OR "b', 'a*', '(a', '<script>', 'x'.repeat(5000), '\u0000', '👩‍🚀'])
      expect(Array.isArray(await suggested(text)), text).toBe(true);
  });
});

describe('claims by predicate', () => {
  it('are counted by verdict, for all documents and for each, most refuted first', async () => {
    const { ask } = await startGraph();
    const counts =
      'claimsByPredicate { predicate label zh: label(language: zh) counts { refuted supported conflicting notEnoughInfo } }';
    const { data, errors } = await ask(
      `{ statistics { ${counts} } documents { nodes { ${counts} } } claims { nodes { predicate verdict } } }`,
    );
    expect(errors).toBeUndefined();
    const { claimsByPredicate } = data.statistics;
    expect(data.documents.nodes[0].claimsByPredicate).toEqual(claimsByPredicate);
    const refuted = (predicate: string) =>
      data.claims.nodes.filter(
        (claim: { predicate: string; verdict: string }) => claim.predicate === predicate && claim.verdict === 'REFUTED',
      ).length;
    for (const { predicate, counts } of claimsByPredicate) expect(counts.refuted).toBe(refuted(predicate));
    const numbers = claimsByPredicate.map(({ counts }: { counts: { refuted: number } }) => counts.refuted);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(numbers[0]).toBeGreaterThan(0);
    expect(claimsByPredicate).toContainEqual(
      expect.objectContaining({ predicate: 'birthDate', zh: expect.stringMatching(/\p{Script=Han}/u) }),
    );
  });
});

describe('counts of kinds and predicates', () => {
  it('have labels in both languages', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(
      '{ statistics { entitiesByKind { name label zh: label(language: zh) } factsByPredicate { name zh: label(language: zh) } } }',
    );
    expect(data.statistics.entitiesByKind).toContainEqual({ name: 'person', label: 'person', zh: '人物' });
    for (const { zh } of data.statistics.factsByPredicate) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});

describe('an entity', () => {
  it('says how many facts there are of and about it, and what people call its kind', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{ entity(id: "organisation/acme") {
      factCount facts { factId } factsAbout { factId } kindLabel zh: kindLabel(language: zh) neo4jBrowser
    } }`);
    const { factCount, facts, factsAbout } = data.entity;
    expect(factCount).toBe(facts.length + factsAbout.length);
    expect(factCount).toBeGreaterThan(6);
    expect(data.entity).toMatchObject({ kindLabel: 'company', zh: '公司', neo4jBrowser: null });
  });

  it('lists what documents get wrong about it', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{ entity(id: "person/ada-byte") {
      wrong: claims(verdict: [REFUTED]) { nodes { quote verdict } } all: claims { nodes { verdict } }
    } }`);
    expect(data.entity.wrong.nodes).toEqual([{ quote: expect.stringContaining('1985'), verdict: 'REFUTED' }]);
    expect(data.entity.all.nodes.length).toBeGreaterThan(1);
  });
});

describe('a fact', () => {
  it('has a label for its relation and words for its value, with what is said of it', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{ entity(id: "person/ada-byte") { facts {
      predicate label: predicateLabel zh: predicateLabel(language: zh) valueText { en zh } statement { en zh }
    } } }`);
    for (const { label, zh, valueText, statement } of data.entity.facts) {
      expect(statement.en).toBe(`Ada Byte – ${label}: ${valueText.en}`);
      expect(statement.zh).toBe(`艾达·拜特——${zh}：${valueText.zh}`);
    }
    const values = data.entity.facts.map(({ valueText }: { valueText: object }) => valueText);
    expect(values).toContainEqual({ en: '23 October 1986', zh: '1986年10月23日' });
  });
});

describe('examples', () => {
  it('are what the installation offers, without entities that the graph does not hold', async () => {
    const { ask } = await startGraph();
    const { data } = await ask(`{ examples {
      statements(language: en) questions(language: zh) entities { slug } paths { from { slug } to { slug } }
    } }`);
    expect(data.examples).toEqual({
      statements: ['Torchlet was developed by Acme Labs.'],
      questions: ['火炬框架是谁开发的？'],
      entities: [{ slug: 'framework/torchlet' }],
      paths: [{ from: { slug: 'person/ada-byte' }, to: { slug: 'framework/torchlet' } }],
    });
  });
});
