import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { nameLinker } from '../fixtures/world.ts';

const PIECES = [
  'Ada Byte', 'Byte', 'Zorblax', 'Adam Byte', 'Torchlet', 'Torchlett', 'Zeta-3', '.5', 's', "'s", ' ', '  ', ' of ', 'and', '2015', '年', '11月', '-', '–',
  '1,750', '亿', '175B', '一百七十五', '约', 'about ', '《', '》', '“', '”', '"', '(', '（', ')', 'https://a.org/b', 'a.io', '顶峰', '公司', '李飞', '约翰', '·', '史密斯', '的', '是',
  '，', ',', '。', '.', '\n', '\r\n', '\t', '\0', '😀', '𠮷', '\ud83d', '\ude00', 'é', 'e\u0301', '\u200b', '\ufeff', 'ﬁ', 'İ', 'ß',
]; // biome-ignore format: a list of pieces

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

describe('items of any text', () => {
  it('are in order, never overlap and carry what is written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0;
        for (const { start, end, surface, text: folded } of nameLinker.link(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(surface).toBe(text.slice(start, end));
          expect(folded).toBe(fold(surface));
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let rest = text;
        for (const { start, end } of [...nameLinker.link(text)].reverse())
          rest = rest.slice(0, start) + rest.slice(end);
        expect(rest.trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('are the same whenever they are asked for', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(nameLinker.link(text)).toEqual(nameLinker.link(text));
      }),
    );
  });
});
