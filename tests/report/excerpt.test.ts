import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/report/excerpt.ts';

const around = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return excerpt(text, { start, end: start + quote.length });
};

describe('excerpt', () => {
  it('shows the sentence around a quote', () => {
    expect(around('前一句。他生于1985年，长于苏黎世。后一句。', '长于苏黎世')).toEqual({
      before: '他生于1985年，',
      quote: '长于苏黎世',
      after: '。',
    });
  });

  it('does not take the point of a number or name for the end', () => {
    expect(around('We use v1.5 of it. Then we rest.', 'use').after).toBe(' v1.5 of it.');
  });

  it('leaves list and heading signs out', () => {
    expect(around('x\n  - Made by A since 2001', 'by A')).toEqual({
      before: 'Made ',
      quote: 'by A',
      after: ' since 2001',
    });
  });

  it('shows nothing after a quote that ends its sentence', () => {
    expect(around('他生于1985年。然后呢', '他生于1985年。').after).toBe('');
  });

  it('cuts long sentences with an ellipsis and never through an astral character', () => {
    const { before, after } = around(`${'😀'.repeat(80)}x${'😀'.repeat(80)}`, 'x');
    expect(before).toMatch(/^…(?:😀)+$/u);
    expect(after).toMatch(/^(?:😀)+…$/u);
  });
});
