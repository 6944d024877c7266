import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, overlap, parseDate, sameDate, within, yearOf } from '../../src/knowledge/date.ts';

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** A date of day, month or year precision. */
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const period = fc.record({
  start: fc.option(partial, { nil: undefined }),
  end: fc.option(partial, { nil: undefined }),
});
const sign = (value: number) => Math.sign(value);

describe('dates of any precision', () => {
  it('read back as they are written', () => {
    fc.assert(fc.property(partial, (date) => parseDate(date) === date));
    expect(parseDate(2015)).toBe('2015');
  });

  it('are refused where no such day exists or the form is another', () => {
    for (const text of [
      '2015-13',
      '2015-00',
      '2015-02-29',
      '2015-04-31',
      '2015-1',
      '15',
      '2015-11-09T00:00',
      '',
      ' 2015',
      'May 2015',
    ]) {
      expect(parseDate(text), text).toBeUndefined();
    }
    expect(parseDate('2016-02-29')).toBe('2016-02-29');
    fc.assert(
      fc.property(fc.anything().filter(isPrintable), (value) => [undefined, String(value)].includes(parseDate(value))),
    );
  });

  it('are the same where one lies in the other, whichever way they are compared', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10), (date, a, b) =>
        sameDate(date.slice(0, a), date.slice(0, b)),
      ),
    );
    fc.assert(fc.property(partial, partial, (a, b) => sameDate(a, b) === sameDate(b, a)));
  });

  it('are ordered as days are, and a coarser date never reverses an order', () => {
    fc.assert(
      fc.property(
        partial,
        partial,
        (a, b) => sign(compareDates(a, b)) === -sign(compareDates(b, a)) || compareDates(a, b) === 0,
      ),
    );
    fc.assert(fc.property(day, day, (a, b) => sign(compareDates(a, b)) === sign(Date.parse(a) - Date.parse(b))));
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7), (a, b, length) => {
        const coarse = sign(compareDates(a.slice(0, length), b));
        return coarse === 0 || coarse === sign(compareDates(a, b));
      }),
    );
  });

  it('lie in a period where they touch it', () => {
    fc.assert(
      fc.property(
        partial,
        period,
        (date, { start, end }) => !within(date, { start, end }) || overlap({ start: date, end: date }, { start, end }),
      ),
    );
    fc.assert(fc.property(partial, (date) => within(date, {}) && within(date, { start: date, end: date })));
  });

  it('make periods that overlap either way round', () => {
    fc.assert(fc.property(period, period, (a, b) => overlap(a, b) === overlap(b, a)));
  });

  it('have a year', () => {
    fc.assert(fc.property(partial, (date) => String(yearOf(date)) === date.slice(0, 4)));
  });
});

/** Objects may have a `toString` that is no function. */
function isPrintable(value: unknown): boolean {
  try {
    String(value);
    return true;
  } catch {
    return false;
  }
}
