import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadEngine } from './knowledge.ts';

const engine = loadEngine();
const text = readFileSync(new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url), 'utf8');
const corpus = engine.check({ name: 'corpus', text, format: 'markdown' });

describe('check', () => {
  it('quotes the document for every claim', () => {
    expect(corpus.claims.length).toBeGreaterThan(300);
    for (const claim of corpus.claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
  });

  it('gives every flag of the corpus a correction and a source', () => {
    for (const claim of corpus.claims.filter(({ verdict }) => verdict === 'REFUTED')) {
      expect(claim.correction).toBeTruthy();
      expect(claim.evidence[0]?.sources.length).toBeGreaterThan(0);
    }
  });

  it('inherits what a list is about from its parent', () => {
    const list = '1. **PyTorch**\n   - 由Google开发。\n   - 一个图像处理库。\n';
    const { claims } = engine.check({ name: 'list', text: list, format: 'markdown' });
    expect(claims.map(({ subject, verdict }) => [subject, verdict])).toContainEqual(['framework/pytorch', 'REFUTED']);
  });

  it('shows what the corpus says twice and differently', () => {
    const pairs = corpus.contradictions.map(({ a, b }) => [corpus.claims[a]?.subject, corpus.claims[b]?.subject]);
    expect(pairs).toContainEqual(['framework/pytorch', 'framework/pytorch']);
    expect(pairs).toContainEqual(['technique/transformer', 'technique/transformer']);
  });

  it('flags a wrong link and accepts the right one', () => {
    const links =
      '- **Keras**：[Keras GitHub](https://github.com/karpathy/keras)\n- **PyTorch**：[PyTorch GitHub](https://github.com/pytorch/pytorch)\n';
    const { claims } = engine.check({ name: 'links', text: links, format: 'markdown' });
    expect(claims.filter(({ layer }) => layer === 'link').map(({ verdict }) => verdict)).toEqual([
      'REFUTED',
      'SUPPORTED',
    ]);
  });

  it.each([
    ['a sentence of 200 KB', 'PyTorch was developed by Google and '.repeat(6_000)],
    ['10,000 nested list levels', '- '.repeat(10_000) + 'PyTorch'],
    ['brackets without end', '（('.repeat(20_000)],
    ['names without end', 'Karpathy、'.repeat(5_000)],
  ])(
    'comes to an end on %s',
    (_, hostile) => {
      expect(() => engine.check({ name: 'hostile', text: hostile, format: 'markdown' })).not.toThrow();
    },
    120_000,
  );
});
