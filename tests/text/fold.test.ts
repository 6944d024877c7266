import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKeepingCase } from '../../src/text/fold.ts';

describe('fold', () => {
  it.each([
    ['ＰｙＴｏｒｃｈ　２．０', 'pytorch 2.0'],
    ['李飛飛發明了圖像網絡', '李飞飞发明了图像网络'],
    ['“Jürgen’s” Łukasz — Café', '"jurgen\'s" lukasz - cafe'],
    ['约翰・霍普菲尔德•卡帕西·X', '约翰·霍普菲尔德·卡帕西·x'],
    ['İstanbul ß 😀', 'istanbul ß 😀'],
  ])('folds %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps capitals on request', () => {
    expect(foldKeepingCase('ＡI É')).toBe('AI E');
    expect(fold('ＡI', { foldCase: false })).toBe('AI');
  });

  it('keeps the length of every text and changes nothing when repeated', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        (text, units) => {
          for (const source of [text, String.fromCharCode(...units)]) {
            expect(fold(source)).toHaveLength(source.length);
            expect(fold(fold(source))).toBe(fold(source));
            expect(fold(foldKeepingCase(source))).toBe(fold(source));
          }
        },
      ),
    );
  });

  it('is stable for every code unit', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(fold(fold(all))).toBe(fold(all));
    expect(foldKeepingCase(foldKeepingCase(all))).toBe(foldKeepingCase(all));
  });
});
