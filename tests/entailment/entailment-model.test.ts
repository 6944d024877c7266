import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EntailmentError, EntailmentModel } from '../../src/entailment/entailment-model.ts';
import { Forest } from '../../src/entailment/forest.ts';
import { engineInDepth } from '../engine/knowledge.ts';

const folder = new URL('../../seed/models/entailment-zh-en', import.meta.url).pathname;
const model = new EntailmentModel(folder);

describe('the bundled classifier', () => {
  it('answers in order, whatever the lengths, with likelihoods', async () => {
    const pairs = [
      { premise: 'random forest: grows its trees independently of each other', sentence: 'Short.' },
      { premise: 'DBSCAN：无需预先指定簇的数量', sentence: 'DBSCAN不要求用户事先给出簇数。' },
      {
        premise: 'DBSCAN：无需预先指定簇的数量',
        sentence: '使用DBSCAN之前，必须像k-means那样先给定簇的数量，否则算法无法运行。',
      },
    ];
    const together = await model.read(pairs);
    const alone = await Promise.all(pairs.map(async (pair) => (await model.read([pair]))[0]));
    expect(together).toHaveLength(3);
    together.forEach((answer, index) => {
      expect(answer.entailed).toBeCloseTo(alone[index]?.entailed ?? -1, 4);
      expect(answer.contradicted).toBeCloseTo(alone[index]?.contradicted ?? -1, 4);
      expect(answer.entailed + answer.contradicted).toBeLessThanOrEqual(1.000001);
    });
    expect(together[1]?.entailed).toBeGreaterThan(together[2]?.entailed ?? 1);
    expect(together[2]?.contradicted).toBeGreaterThan(together[1]?.contradicted ?? 1);
  });

  it('reads nothing, hostile text and the longest text', async () => {
    expect(await model.read([])).toEqual([]);
    const long = '深度学习'.repeat(50_000);
    const answers = await model.read([
      { premise: '', sentence: '' },
      { premise: '\u0000\ud800<s></s>', sentence: '\u202e' },
      { premise: long, sentence: long },
    ]);
    for (const { entailed, contradicted } of answers) expect(entailed + contradicted).toBeLessThanOrEqual(1.000001);
  });

  it('gives the same answer every time', async () => {
    const engine = engineInDepth();
    const claim = '用DBSCAN聚类之前，必须像K-means那样先指定簇的个数。';
    expect(await engine.verifyInDepth(claim)).toEqual(await engine.verifyInDepth(claim));
  });
});

describe('a folder that holds no classifier', () => {
  it('is named, with the fix', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'errata-'));
    const read = new EntailmentModel(empty).read([{ premise: 'a', sentence: 'b' }]);
    await expect(read).rejects.toThrow(EntailmentError);
    await expect(read).rejects.toThrow(/config\.json is missing.*ERRATA_ENTAILMENT=off/su);
    expect(() => Forest.read(empty)).toThrow(/decision\.json is missing or damaged.*ERRATA_ENTAILMENT/su);
  });
});
