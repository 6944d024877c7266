import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { DOCUMENT, FALSE_CLAIM } from '../support.ts';
import { startGraph } from './support.ts';

const TOKEN = 'a-token-for-the-tests';
const BEARER = { authorization: `Bearer ${TOKEN}` };
const ADD = `mutation ($name: String!, $text: String!) { addDocument(name: $name, text: $text) {
  __typename
  ... on AddedDocument { outcome document { id name counts { refuted } } }
  ... on Problem { code detail { en zh } }
} }`;
const names = '{ documents { nodes { name } } }';

describe('writing', () => {
  it('needs the token, and is off where none is configured', async () => {
    const off = await startGraph();
    const document = { name: 'new.md', text: FALSE_CLAIM };
    expect((await off.ask(ADD, document, BEARER)).data.addDocument).toMatchObject({
      __typename: 'Problem',
      code: 'WRITING_OFF',
    });
    const on = await startGraph({ token: TOKEN });
    const without = await on.ask(ADD, document);
    expect(without.data.addDocument).toMatchObject({
      code: 'UNAUTHORISED',
      detail: { zh: expect.stringMatching(/令牌/u) },
    });
    const wrong = await on.ask(ADD, document, { authorization: 'Bearer a-token-for-the-test' });
    expect(wrong.data.addDocument.code).toBe('UNAUTHORISED');
    expect((await on.ask(names)).data.documents.nodes).toEqual([{ name: DOCUMENT.name }]);
  });

  it('adds a document, leaves it when it comes again, replaces it when it changes, removes it', {
    timeout: 20_000,
  }, async () => {
    const { ask } = await startGraph({ token: TOKEN });
    const add = async (text: string) => (await ask(ADD, { name: 'new.md', text }, BEARER)).data.addDocument;
    const added = await add(FALSE_CLAIM);
    expect(added).toMatchObject({ outcome: 'added', document: { name: 'new.md', counts: { refuted: 1 } } });
    expect((await add(FALSE_CLAIM)).outcome).toBe('unchanged');
    expect(await add(`${FALSE_CLAIM} Ada Byte was born in 1985.`)).toMatchObject({
      outcome: 'replaced',
      document: { counts: { refuted: 2 } },
    });
    const remove = 'mutation ($id: ID!) { removeDocument(id: $id) { ... on RemovedDocument { removed } } }';
    expect((await ask(remove, { id: added.document.id }, BEARER)).data.removeDocument).toEqual({ removed: true });
    expect((await ask(remove, { id: added.document.id }, BEARER)).data.removeDocument).toEqual({ removed: false });
    expect((await ask(names)).data.documents.nodes).toEqual([{ name: DOCUMENT.name }]);
  });

  it('names what is wrong with a document', async () => {
    const { ask } = await startGraph({ token: TOKEN, maxDocument: 1000 });
    const unnamed = await ask(ADD, { name: ' ', text: 'x' }, BEARER);
    expect(unnamed.data.addDocument).toMatchObject({ code: 'REQUEST_INVALID' });
    const large = await ask(ADD, { name: 'x', text: 'x'.repeat(1001) }, BEARER);
    expect(large.data.addDocument).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('checks again what another program or knowledge has checked', async () => {
    const { ask, services } = await startGraph({ token: TOKEN });
    const reassess =
      'mutation { reassess { ... on Reassessment { documents { document { name } flips { before after } } } } }';
    expect((await ask(reassess, {}, BEARER)).data.reassess.documents).toEqual([]);
    const whole = await services.store?.document((await services.store.listDocuments()).items[0]?.id ?? '');
    if (!whole) throw new Error('the document is there');
    const { document } = whole;
    await services.store?.updateAssessments({
      documentId: document.id,
      contentHash: document.contentHash,
      knowledgeVersion: 'older',
      checkerVersion: '0',
      assessments: new Map(
        whole.claims.map(({ id, assessment }) => [id, { ...assessment, verdict: 'NOT_ENOUGH_INFO' as const }]),
      ),
      contradictions: [],
    });
    const { data } = await ask(reassess, {}, BEARER);
    expect(data.reassess.documents).toMatchObject([{ document: { name: DOCUMENT.name } }]);
    expect(data.reassess.documents[0].flips.map(({ after }: { after: string }) => after).sort()).toEqual([
      'REFUTED',
      'REFUTED',
      'SUPPORTED',
      'SUPPORTED',
    ]);
  });
});

describe('the subscription', () => {
  it('tells how a document comes in, over server-sent events, and ends when the service stops', {
    timeout: 20_000,
  }, async () => {
    const { app, ask, services } = await startGraph({ token: TOKEN });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query: 'subscription { ingestion { stage name done total document { name counts { refuted } } } }',
      }),
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const events: { stage: string; document: unknown }[] = [];
    const reading = (async () => {
      let text = '';
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        text += part.value;
        for (const match of text.matchAll(/^data: (\{.*\})\n\n/gmu))
          events.push(JSON.parse(match[1] ?? '').data.ingestion);
        text = text.slice(text.lastIndexOf('\n\n') + 2);
      }
    })();
    await ask(ADD, { name: 'watched.md', text: FALSE_CLAIM }, BEARER);
    while (events.at(-1)?.stage !== 'done') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events.map(({ stage }) => stage)).toEqual(['document', 'document', 'compare', 'done']);
    expect(events[1]).toMatchObject({
      name: 'watched.md',
      done: 1,
      total: 1,
      document: { name: 'watched.md', counts: { refuted: 1 } },
    });
    services.stop.abort();
    await reading;
  });

  it('leaves nothing behind of clients that have gone', { timeout: 20_000 }, async () => {
    const { app, services } = await startGraph({ token: TOKEN });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const waiting = () => getEventListeners(services.stop.signal, 'abort').length;
    const before = waiting();
    const leave = new AbortController();
    for (let client = 0; client < 5; client++)
      await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query: 'subscription { ingestion { stage } }' }),
        signal: leave.signal,
      });
    await vi.waitUntil(() => waiting() === before + 5, 10_000);
    leave.abort();
    await vi.waitUntil(() => waiting() === before, 10_000);
  });
});
