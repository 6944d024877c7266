import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideByRank, decideDate, decideNumber, decideText, normalise } from '../../src/assessment/decide-value.ts';
import type { Fact, Rank, Value } from '../../src/knowledge/model.ts';
import type { NumberValue } from '../../src/linking/item.ts';

const fact = (value: Value, rank: Rank = 'normal'): Fact => ({
  id: JSON.stringify(value),
  subject: 'thing/x',
  predicate: 'p',
  value,
  qualifiers: {},
  rank,
  sources: [],
});
const on = (date: string, rank: Rank = 'normal') => fact({ type: 'date', date }, rank);
const of = (amount: number) => fact({ type: 'number', amount, unit: '' });
const at = (start: string, end = start) => ({ type: 'date' as const, start, end });
const claimed = (amount: number, bound: NumberValue['bound'] = 'exact', digits = 3): NumberValue => ({
  type: 'number',
  amount,
  bound,
  digits,
});

describe('a claimed date', () => {
  it.each([
    ['before', '1990', 'SUPPORTED'],
    ['before', '1986', 'REFUTED'],
    ['before', '1980', 'REFUTED'],
    ['after', '1980', 'SUPPORTED'],
    ['after', '1990', 'REFUTED'],
    ['until', '1990', 'SUPPORTED'],
    ['until', '1980', 'REFUTED'],
    ['since', '1986', 'SUPPORTED'],
    ['at', '1986-10', 'SUPPORTED'],
    ['at', '1986-11', 'REFUTED'],
  ] as const)('is weighed by its relation: %s %s', (relation, date, verdict) => {
    expect(decideDate([on('1986-10-23')], at(date), relation).verdict).toBe(verdict);
  });

  it('is undecided without facts', () => {
    expect(decideDate([], at('1986'), 'at').verdict).toBe('NOT_ENOUGH_INFO');
    expect(decideDate([of(1986)], at('1986'), 'at').verdict).toBe('NOT_ENOUGH_INFO');
  });

  it('agrees with any coarser writing of itself', () => {
    const day = fc.date({ min: new Date('1500-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10), (date, known, said) => {
        const iso = date.toISOString().slice(0, 10);
        expect(decideDate([on(iso.slice(0, known))], at(iso.slice(0, said)), 'at').verdict).toBe('SUPPORTED');
      }),
    );
  });

  it('differs in another year at any precision', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1500, max: 2098 }),
        fc.constantFrom('', '-01', '-12-31'),
        fc.constantFrom('', '-01', '-12-31'),
        (year, a, b) => {
          expect(decideDate([on(`${year}${a}`)], at(`${year + 1}${b}`), 'at').verdict).toBe('REFUTED');
        },
      ),
    );
  });
});

describe('ranks', () => {
  const [first, second, best] = [on('1950'), on('1952'), on('1951', 'preferred')];

  it.each([
    ['all agree', [first, second], [first, second], 'SUPPORTED'],
    ['some agree', [first, second], [first], 'CONFLICTING'],
    ['none agrees', [first, second], [], 'REFUTED'],
    ['the preferred agrees', [first, best], [best], 'SUPPORTED'],
    ['only a lesser one agrees', [first, best], [first], 'CONFLICTING'],
    ['the preferred is alone and differs', [best], [], 'REFUTED'],
  ] as const)('decide where %s', (_, facts, agreeing, verdict) => {
    expect(decideByRank(facts, agreeing).verdict).toBe(verdict);
  });
});

describe('a claimed number', () => {
  it.each([
    [175e9, claimed(175e9), 'SUPPORTED'],
    [175e9, claimed(174e9), 'SUPPORTED'],
    [175e9, claimed(150e9), 'REFUTED'],
    [1_281_167, claimed(1.28e6), 'SUPPORTED'],
    [1_281_167, claimed(1.2e6), 'REFUTED'],
    [10, claimed(10), 'SUPPORTED'],
    [10, claimed(11), 'REFUTED'],
    [175e9, claimed(180e9, 'about'), 'SUPPORTED'],
    [175e9, claimed(100e9, 'about'), 'REFUTED'],
    [175e9, claimed(170e9, 'over'), 'SUPPORTED'],
    [175e9, claimed(200e9, 'over'), 'REFUTED'],
    [175e9, claimed(200e9, 'under'), 'SUPPORTED'],
    [175e9, claimed(170e9, 'under'), 'REFUTED'],
  ] as const)('%d against %o is %s', (known, said, verdict) => {
    expect(decideNumber([of(known)], said, true).verdict).toBe(verdict);
  });

  it('is open where several numbers are known and the list is not complete', () => {
    expect(decideNumber([of(1), of(2)], claimed(3), false).verdict).toBe('NOT_ENOUGH_INFO');
    expect(decideNumber([], claimed(3), true).verdict).toBe('NOT_ENOUGH_INFO');
  });

  it('agrees with itself, however large', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e15, noNaN: true }), (amount) => {
        expect(decideNumber([of(amount)], claimed(amount), true).verdict).toBe('SUPPORTED');
      }),
    );
  });

  it('never agrees with ten times itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.constantFrom('exact', 'about', 'over', 'under'),
        (amount, bound) => {
          expect(decideNumber([of(amount)], claimed(amount * 10, bound), true).verdict).toBe('REFUTED');
        },
      ),
    );
  });
});

describe('a claimed text', () => {
  const text = fact({ type: 'text', text: { en: 'Long Short-Term Memory', zh: '长短期记忆' } });

  it.each([
    'long short term memory',
    'Long-Short-Term-Memory',
    'Long Short-Term Memories'.replace('ies', 'y'),
    '长短期记忆',
    '長短期記憶',
  ])('agrees whatever its case, hyphens and script: «%s»', (said) => {
    expect(decideText([text], said, [], { complete: true }).verdict).toBe('SUPPORTED');
  });

  it('agrees with another name of the thing', () => {
    expect(decideText([text], 'LSTM network', ['lstm networks'], { complete: true }).verdict).toBe('SUPPORTED');
  });

  it('differs only where the values are all there are', () => {
    expect(decideText([text], 'Large Short-Term Memory', [], { complete: true }).verdict).toBe('REFUTED');
    expect(decideText([text], 'Large Short-Term Memory', [], { complete: false }).verdict).toBe('NOT_ENOUGH_INFO');
    expect(decideText([text], 'Large Short-Term Memory', [], { complete: false, spelt: true }).verdict).toBe('REFUTED');
    expect(decideText([], 'Large Short-Term Memory', [], { complete: true }).verdict).toBe('NOT_ENOUGH_INFO');
  });

  it('is compared in American spelling', () => {
    expect(normalise('Layer Normalisation')).toBe(normalise('layer normalization'));
  });
});
