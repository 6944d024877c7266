import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsIn } from '../../src/text/letters.ts';

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

describe('runs of letters', () => {
  it('divide Chinese characters from other letters', () => {
    expect(runsIn('用GPT-3生成𠀀').map(({ text, start, han }) => [text, start, han])).toEqual([
      ['用', 0, true],
      ['GPT', 1, false],
      ['3', 5, false],
      ['生成𠀀', 6, true],
    ]);
  });

  it('are those of the Unicode properties, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('深', '々', 'é', 'Ω', '𠀀', '𝐀', ' ', '-', '，', '3', '\ud800'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(RUN)].map((match) => ({ text: match[0], start: match.index }));
        expect(runsIn(text).map(({ text: run, start }) => ({ text: run, start }))).toEqual(expected);
      }),
    );
  });
});
