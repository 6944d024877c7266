import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANNELS, fuse } from '../../src/retrieval/fusion.ts';

it('puts what two channels found before what one found', () => {
  const [first] = fuse({ lexical: ['a', 'b'], graph: ['c', 'b'] });
  expect(first).toMatchObject({ key: 'b', ranks: { lexical: 2, graph: 2 } });
});

it('lets a heavier channel decide', () => {
  expect(fuse({ lexical: ['a'], semantic: ['b'] }, (channel) => (channel === 'semantic' ? 2 : 1))[0]?.key).toBe('b');
});

it('holds every key once, in falling order of score, with its true ranks', () => {
  const list = fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.record({ lexical: list, semantic: list, graph: list }), (lists) => {
      const fused = fuse(lists);
      expect(new Set(fused.map(({ key }) => key)).size).toBe(fused.length);
      expect(new Set(fused.map(({ key }) => key))).toEqual(new Set(CHANNELS.flatMap((channel) => lists[channel])));
      for (const [index, { key, score, ranks }] of fused.entries()) {
        expect(score).toBeLessThanOrEqual(fused[index - 1]?.score ?? 1);
        for (const channel of CHANNELS) expect((ranks[channel] ?? 0) - 1).toBe(lists[channel].indexOf(key));
      }
    }),
  );
});
