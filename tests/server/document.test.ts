import { expect, it } from 'vitest';
import { engine } from '../fixtures/world.ts';
import { DOCUMENT, json, startService, TRUE_CLAIM } from './support.ts';

it('gives a document of the graph with what a check finds in it, and ids that the graph knows', async () => {
  const { app } = await startService({ graph: true });
  const answer = await app.inject(`/document?name=${DOCUMENT.name}`);
  const { text, format, ids, ingestedAt, ...result } = answer.json();
  expect(result).toEqual(JSON.parse(JSON.stringify(engine.check(DOCUMENT))));
  expect({ text, format }).toEqual({ text: DOCUMENT.text, format: DOCUMENT.format });
  expect(ids).toHaveLength(result.claims.length);
  expect(ingestedAt).toMatch(/^2026-01-01T/u);
  const query = '{ claims(first: 10) { nodes { claimId quote } } }';
  const { data } = (await app.inject({ url: '/graphql', ...json({ query }) })).json();
  const known = new Map(
    data.claims.nodes.map((node: { claimId: string; quote: string }) => [node.claimId, node.quote]),
  );
  expect(ids.map((id: string) => known.get(id))).toEqual(result.claims.map(({ quote }: { quote: string }) => quote));
});

it('says which document there is not', async () => {
  const { app } = await startService({ graph: true });
  const answer = await app.inject({ url: '/document?name=none.md', headers: { 'accept-language': 'zh' } });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'DOCUMENT_UNKNOWN', detail: expect.stringContaining('“none.md”') });
});

it('says what ids are called in both languages, leaving out those it does not know', async () => {
  const { app } = await startService({ graph: true });
  const [claim] = engine.check(DOCUMENT).claims;
  const variables = { ids: [claim?.subject, claim?.predicate, claim?.subject, 'nothing/at-all', ''] };
  const query = 'query($ids: [String!]!) { names(ids: $ids) { id label { en zh } } }';
  const { data } = (await app.inject({ url: '/graphql', ...json({ query, variables }) })).json();
  expect(data.names.map(({ id }: { id: string }) => id)).toEqual([claim?.subject, claim?.predicate]);
  expect(data.names[0].label).toEqual({ en: 'Torchlet', zh: expect.any(String) });
});

it('tells the names and values in a statement with their places', async () => {
  const { app } = await startService({ graph: true });
  const text = `${TRUE_CLAIM} 艾达·拜特出生于1986年。`;
  const query = 'query($text: String!) { mentions(text: $text) { text start end type value entities { slug } } }';
  const { data } = (await app.inject({ url: '/graphql', ...json({ query, variables: { text } }) })).json();
  for (const mention of data.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  expect(data.mentions.map(({ type }: { type: string }) => type)).toEqual(['entity', 'entity', 'entity', 'date']);
  expect(data.mentions[3]).toMatchObject({ value: '1986', entities: [] });
});
