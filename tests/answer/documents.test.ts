import { beforeAll, expect, it } from 'vitest';
import { Answerer } from '../../src/answer/answerer.ts';
import { checkedDocuments } from '../../src/answer/checked-documents.ts';
import { loadEngine } from '../engine/knowledge.ts';

const TEXT =
  'Andrej Karpathy出生于1985年。他开发了PyTorch。PyTorch的官网是https://pytorch.example/。Keras由弗朗索瓦·肖莱开发。';
let answerer: Answerer;

beforeAll(() => {
  const engine = loadEngine();
  const documents = checkedDocuments(async () => [
    engine.check({ name: 'article.md', text: TEXT, format: 'markdown' }),
  ]);
  answerer = new Answerer({ engine, documents });
}, 120_000);

it('warns where a document contradicts the answer, with its exact place', async () => {
  const { warnings } = await answerer.ask('When was Karpathy born?');
  expect(warnings).toHaveLength(1);
  const [warning] = warnings;
  expect(warning).toMatchObject({ document: 'article.md', correct: '23 October 1986' });
  expect(TEXT.slice(warning?.start, warning?.end)).toBe(warning?.quote);
});

it('warns where a document says the same relation of what is asked about', async () => {
  const { warnings } = await answerer.ask('卡帕西开发了什么？');
  expect(warnings.map(({ quote }) => quote)).toEqual([expect.stringContaining('PyTorch')]);
});

it('does not warn of errors about something else', async () => {
  expect((await answerer.ask('谁开发了Keras？')).warnings).toEqual([]);
  expect((await answerer.ask('Where was Karpathy born?')).warnings).toEqual([]);
});

it('lists what the documents get wrong about something', async () => {
  const { warnings, answers } = await answerer.ask('What does the article get wrong about Karpathy?');
  expect(warnings.length).toBe(2);
  expect(answers.map(({ text }) => text)).toContain('Andrej Karpathy出生于1985年');
});

it('says that nothing has been read where there is no document', async () => {
  const answer = await new Answerer({ engine: loadEngine() }).ask('What does the article get wrong?');
  expect(answer).toMatchObject({ abstained: true, missing: { reason: 'no-documents' } });
});
