import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, hanNumber } from '../../src/linking/numbers.ts';
import { fold } from '../../src/text/fold.ts';

const numbers = (text: string) => findNumbers(fold(text)).map(({ value }) => value);
const amounts = (text: string) => numbers(text).map(({ amount }) => amount);

describe('numbers', () => {
  it.each([
    ['175B', 175e9],
    ['175 billion', 175e9],
    ['175 bn', 175e9],
    ['175-billion', 175e9],
    ['1750亿', 175e9],
    ['1,750亿', 175e9],
    ['1.75×10¹¹', 175e9],
    ['1.75 x 10^11', 175e9],
    ['1.75 × 10^{11}', 175e9],
    ['175,000,000,000', 175e9],
    ['１７５Ｂ', 175e9],
    ['一千七百五十亿', 175e9],
    ['一百七十五亿', 17.5e9],
    ['1.5万亿', 1.5e12],
    ['1.5 trillion', 1.5e12],
    ['340M', 340e6],
    ['3.4亿', 340e6],
    ['60,000', 60_000],
    ['6万', 60_000],
    ['60k', 60_000],
    ['三千万', 30e6],
    ['十二', 12],
    ['两万', 20_000],
    ['twelve', 12],
    ['0.5', 0.5],
    ['fifty-seven', 57],
    ['three trillion', 3e12],
    ['two hundred billion', 2e11],
    ['two hundred and fifty', 250],
    ['half a million', 500_000],
    ['a million', 1e6],
    ['1400多万', 14e6],
    ['20余万', 200_000],
    ['十几万', 100_000],
  ])('reads the magnitude of «%s»', (text, expected) => {
    const [amount] = amounts(text);
    expect(amount).toBeCloseTo(expected, expected < 1000 ? 6 : 0);
    expect(amounts(text)).toHaveLength(1);
  });

  it.each([
    ['about 175 billion', 'about'],
    ['approximately 175 billion', 'about'],
    ['nearly 175 billion', 'about'],
    ['约1750亿', 'about'],
    ['大约 1750亿', 'about'],
    ['more than 175 billion', 'over'],
    ['over 175 billion', 'over'],
    ['at least 175 billion', 'over'],
    ['超过1750亿', 'over'],
    ['1750亿多', 'over'],
    ['100+', 'over'],
    ['fewer than 175 billion', 'under'],
    ['up to 175 billion', 'under'],
    ['不到1750亿', 'under'],
    ['exactly 175 billion', 'exact'],
    ['1750亿', 'exact'],
  ])('knows the bound of «%s»', (text, bound) => {
    expect(numbers(text)[0]?.bound).toBe(bound);
  });

  it.each([
    ['1.28 million', 3],
    ['175 billion', 3],
    ['60,000', 1],
    ['0.050', 1],
  ])('counts the significant digits of «%s»', (text, digits) => {
    expect(numbers(text)[0]?.digits).toBe(digits);
  });

  it('reads two figures where two stand', () => {
    expect(amounts('1024×1024')).toEqual([1024, 1024]);
    expect(amounts('two and three')).toEqual([2, 3]);
    expect(amounts('28x28')).not.toContain(28e28);
  });

  it.each(['GPT-3', 'ResNet50', 'v2', '3.14.15x'])('takes the figure in «%s» for part of a name', (text) => {
    expect(amounts(text).filter((amount) => [3, 50, 2].includes(amount))).toEqual([]);
  });

  it('reads several numbers of a sentence in order', () => {
    expect(amounts('60,000 images in 10 classes, 二十 of them')).toEqual([60_000, 10, 20]);
  });

  it('reads every number that is written with separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (amount) => {
        expect(amounts(`has ${amount.toLocaleString('en-US')} items`)).toEqual([amount]);
      }),
    );
  });
});

describe('numbers in Chinese characters', () => {
  it.each([
    ['三', 3],
    ['十', 10],
    ['二十三', 23],
    ['一百零五', 105],
    ['三千五百', 3500],
    ['两亿', 2e8],
    ['一万二千', 12_000],
  ])('reads «%s»', (text, expected) => {
    expect(hanNumber(text)).toBe(expected);
  });

  it.each(['二三', '三点', '一五'])('leaves «%s» alone', (text) => {
    expect(hanNumber(text)).toBeUndefined();
  });
});
