import { describe, expect, it } from 'vitest';
import { plainNames } from '../../src/report/names.ts';
import { replacement } from '../../src/report/replacement.ts';
import { claim } from './sample.ts';

const names = {
  ...plainNames,
  spellings: (id: string) => (id === 'place/zurich' ? ['Zürich', '苏黎世', '苏黎世市'] : []),
};

const edit = (text: string, quote: string, object: string, correction: string, negated = false) => {
  const found = replacement(claim(text, quote, { verdict: 'REFUTED', object, correction, negated }), text, names);
  return found && text.slice(0, found.start) + found.text + text.slice(found.end);
};

describe('replacement', () => {
  it('replaces a wrong value that stands in the quote once', () => {
    expect(edit('注：林生于1985年。', '林生于1985年', '1985年', '1986年')).toBe('注：林生于1986年。');
  });

  it('finds an entity by any of its names, the longest first', () => {
    expect(edit('林在苏黎世市长大。', '林在苏黎世市长大', 'place/zurich', '伯尔尼')).toBe('林在伯尔尼长大。');
  });

  it('leaves alone what stands there twice, not at all, or inside a word', () => {
    expect(edit('1985 or 1985', '1985 or 1985', '1985', '1986')).toBeUndefined();
    expect(edit('born then', 'born then', '1985', '1986')).toBeUndefined();
    expect(edit('in 19850', 'in 19850', '1985', '1986')).toBeUndefined();
  });

  it('leaves negated claims and corrections that are more than a value to a person', () => {
    expect(edit('not in 1985', 'not in 1985', '1985', '1986', true)).toBeUndefined();
    expect(edit('by Zürich', 'by Zürich', 'place/zurich', 'Bern, Basel')).toBeUndefined();
    expect(edit('by Zürich', 'by Zürich', 'place/zurich', 'Bern (since 1990)')).toBeUndefined();
  });
});
