import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, FuzzyNames } from '../../src/linking/fuzzy.ts';

describe('the edit distance', () => {
  it.each([
    ['hinton', 'hinton', 0],
    ['hinton', 'hintno', 1],
    ['hinton', 'hiton', 1],
    ['hinton', 'hintonn', 1],
    ['hinton', 'hanten', 2],
  ])('from «%s» to «%s» is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it('is cut off above the limit', () => {
    expect(editDistance('karpathy', 'goodfellow', 2)).toBe(3);
  });

  it('is symmetric, and zero only for equal texts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});

describe('misspelt names', () => {
  const names = new FuzzyNames();
  names.add('karpathy', 'person/andrej-karpathy');
  names.add('andrej karpathy', 'person/andrej-karpathy');
  names.add('keras', 'framework/keras');
  names.add('carpathy', 'person/another');

  it('are found one slip away from six letters on, two from eleven', () => {
    expect(names.find('karpaty')).toEqual(['person/andrej-karpathy']);
    expect(names.find('kaprathy')).toEqual(['person/andrej-karpathy']);
    expect(names.find('andrei karpaty')).toEqual(['person/andrej-karpathy']);
    expect(names.find('kapraty')).toEqual([]);
  });

  it('are not looked for where they are short or begin otherwise', () => {
    expect(names.find('kerás')).toEqual([]);
    expect(names.find('keros')).toEqual([]);
    expect(names.find('tarpathy')).toEqual([]);
  });
});
