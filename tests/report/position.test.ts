import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/report/position.ts';

describe('LineIndex', () => {
  it('counts lines and columns from 1', () => {
    const index = new LineIndex('ab\ncd');
    expect(index.position(0)).toEqual({ line: 1, column: 1 });
    expect(index.position(3)).toEqual({ line: 2, column: 1 });
    expect(index.position(5)).toEqual({ line: 2, column: 3 });
  });

  it('counts astral characters as two columns', () => {
    expect(new LineIndex('😀x').position(2)).toEqual({ line: 1, column: 3 });
  });

  it('takes CRLF for one line end and a lone CR for none', () => {
    expect(new LineIndex('a\r\nb').position(3)).toEqual({ line: 2, column: 1 });
    expect(new LineIndex('a\rb').position(2)).toEqual({ line: 1, column: 3 });
  });

  it('moves offsets outside the text to its ends', () => {
    const index = new LineIndex('ab\n');
    expect(index.position(-5)).toEqual({ line: 1, column: 1 });
    expect(index.position(99)).toEqual({ line: 2, column: 1 });
  });

  it('agrees with counting by splitting, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r\n', '😀', '中'), { maxLength: 60 }),
        fc.nat(),
        (parts, seed) => {
          const text = parts.join('');
          const offset = seed % (text.length + 1);
          const before = text.slice(0, offset).split('\n');
          const expected = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
          expect(new LineIndex(text).position(offset)).toEqual(expected);
        },
      ),
    );
  });
});
