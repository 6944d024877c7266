import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toBlocks, toRuns } from '../../src/web/check/blocks.ts';
import { type Flag, step } from '../../src/web/check/flags.ts';
import { toPieces, within } from '../../src/web/check/pieces.ts';

const LENGTH = 60;

/** Flags anywhere in a text of 60 code units, overlapping as they like, in the order of their starts. */
const flags = fc
  .array(fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
  .map((spans) =>
    spans
      .map(([start, length], index) => ({ index, claim: { start, end: Math.min(LENGTH, start + length) } }) as Flag)
      .sort((a, b) => a.claim.start - b.claim.start),
  );

it('cuts a text into adjoining pieces, each with exactly the flags that cover it', () => {
  fc.assert(
    fc.property(flags, (given) => {
      const pieces = toPieces(LENGTH, given);
      expect(pieces[0]?.start).toBe(0);
      expect(pieces.at(-1)?.end).toBe(LENGTH);
      for (const [index, { start, end, flags: covering }] of pieces.entries()) {
        expect(end).toBeGreaterThan(start);
        if (index > 0) expect(start).toBe(pieces[index - 1]?.end);
        const expected = given.filter(({ claim }) => claim.start <= start && claim.end >= end);
        expect(new Set(covering)).toEqual(new Set(expected));
      }
    }),
  );
});

it('finds the pieces between two offsets, cut off there', () => {
  fc.assert(
    fc.property(flags, fc.nat(LENGTH), fc.nat(LENGTH), (given, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const found = within(toPieces(LENGTH, given), start, end);
      expect(found.reduce((sum, piece) => sum + piece.end - piece.start, 0)).toBe(end - start);
      for (const piece of found) expect(piece.start >= start && piece.end <= end && piece.end > piece.start).toBe(true);
    }),
  );
});

it('loses no character of any text in lines and runs', () => {
  const unit = fc.constantFrom(
    '# ',
    '**',
    '`',
    '```',
    '- ',
    '> ',
    '|',
    '\n',
    '\r\n',
    ' ',
    '中',
    'a',
    '<b>',
    '😀',
    '1. ',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 80 }), fc.constantFrom('markdown', 'plain', 'html'), (text, format) => {
      const blocks = toBlocks(text, format);
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start, end } of blocks) {
        let at = 0;
        for (const run of toRuns(text.slice(start, end), format)) {
          expect(run.start).toBeGreaterThanOrEqual(at);
          expect(run.end).toBeGreaterThan(run.start);
          expect(run.end).toBeLessThanOrEqual(end - start);
          at = run.end;
        }
      }
    }),
  );
});

it('sets headings, items, quotes, code and tables as such', () => {
  const text = '# Title\n- item\n  - below\n> said\n```\n# no heading\n```\n| a | b |\n\nwords';
  const kinds = toBlocks(text, 'markdown').map(({ kind, level }) => (level > 0 ? `${kind} ${level}` : kind));
  expect(kinds).toEqual(['heading 1', 'item', 'item 1', 'quote', 'code', 'code', 'code', 'row', 'blank', 'text']);
});

it('steps through flags in both directions, round the ends, and on from a flag that is not among them', () => {
  const at = (start: number) => ({ index: start, claim: { start, end: start + 1 } }) as Flag;
  const [a, b, c, other] = [at(1), at(5), at(9), at(6)];
  expect(step([a, b, c], undefined, 1)).toBe(a);
  expect(step([a, b, c], undefined, -1)).toBe(c);
  expect(step([a, b, c], c, 1)).toBe(a);
  expect(step([a, b, c], a, -1)).toBe(c);
  expect(step([a, b, c], other, 1)).toBe(c);
  expect(step([a, b, c], other, -1)).toBe(b);
  expect(step([], a, 1)).toBeUndefined();
});
