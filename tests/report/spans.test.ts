import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces } from '../../src/report/spans.ts';

const span = fc
  .tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))
  .map(([start, end]) => ({ start, end }));

describe('pieces', () => {
  it('cuts where spans overlap', () => {
    expect(
      pieces(6, [
        { start: 1, end: 4 },
        { start: 3, end: 5 },
      ]),
    ).toEqual([
      { start: 0, end: 1, spans: [] },
      { start: 1, end: 3, spans: [0] },
      { start: 3, end: 4, spans: [0, 1] },
      { start: 4, end: 5, spans: [1] },
      { start: 5, end: 6, spans: [] },
    ]);
  });

  it('covers the text without gaps, each piece with exactly the spans that hold in it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.array(span, { maxLength: 8 }), (length, spans) => {
        const result = pieces(length, spans);
        expect(result.map(({ start }) => start)).toEqual(
          length === 0 ? [] : [0, ...result.slice(0, -1).map(({ end }) => end)],
        );
        expect(result.at(-1)?.end ?? 0).toBe(length);
        for (const piece of result) {
          const holding = spans.flatMap(({ start, end }, index) =>
            start <= piece.start && piece.end <= end ? [index] : [],
          );
          expect(piece.spans).toEqual(holding);
        }
      }),
    );
  });
});
