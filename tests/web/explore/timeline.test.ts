import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayDate, sayPeriod, toYears } from '../../../src/web/explore/data/dates.ts';
import { toTimeline } from '../../../src/web/explore/entity/timeline-model.ts';
import { fact } from './sample.ts';

const date = fc
  .tuple(
    fc.integer({ min: 1900, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([year, month, day, precision]) =>
    [year, month, day]
      .slice(0, precision + 1)
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
  );

describe('dates', () => {
  it('are said as precisely as they are known, in both languages', () => {
    expect(['2015', '2015-11', '2015-11-09'].map((each) => sayDate(each, 'en'))).toEqual([
      '2015',
      'Nov 2015',
      '9 Nov 2015',
    ]);
    expect(['2015', '2015-11', '2015-11-09'].map((each) => sayDate(each, 'zh'))).toEqual([
      '2015年',
      '2015年11月',
      '2015年11月9日',
    ]);
  });

  it('make periods', () => {
    const say = (start: string | null, end: string | null, at: string | null = null) => [
      sayPeriod({ start, end, at }, 'en'),
      sayPeriod({ start, end, at }, 'zh'),
    ];
    expect(say('2015', '2017-06')).toEqual(['2015 – Jun 2017', '2015年 – 2017年6月']);
    expect(say('2015', null)).toEqual(['since 2015', '2015年起']);
    expect(say(null, '2015')).toEqual(['until 2015', '至2015年']);
    expect(say('2015', '2015')).toEqual(['2015', '2015年']);
    expect(say(null, null, '2021')).toEqual(['2021', '2021年']);
    expect(say(null, null)).toEqual(['', '']);
  });

  it('are in order as years', () => {
    expect(toYears('2015-07')).toBe(2015.5);
    expect(toYears('2015', 'end')).toBe(2016);
    fc.assert(
      fc.property(date, (each) => {
        expect(toYears(each)).toBeLessThanOrEqual(toYears(each, 'end'));
        expect(Math.floor(toYears(each))).toBe(Number(each.slice(0, 4)));
      }),
    );
  });
});

describe('a timeline', () => {
  it('is in the order of time, and what goes on reaches to today', () => {
    const timeline = toTimeline(
      [
        fact('ada employer globex', { start: '2020' }),
        fact('ada birthDate _', { date: '1986-10-23' }),
        fact('ada employer acme', { start: '2016-06', end: '2019-03' }),
        fact('ada friend bob'),
      ],
      2026.5,
    );
    expect(timeline?.entries.map((entry) => [entry.fact.predicate, entry.open])).toEqual([
      ['birthDate', false],
      ['employer', false],
      ['employer', true],
    ]);
    const last = timeline?.entries.at(-1);
    expect((last?.begin ?? 0) + (last?.length ?? 0)).toBeGreaterThan(0.95);
  });

  it('is none where fewer than two facts say when', () => {
    expect(toTimeline([fact('ada friend bob'), fact('ada employer acme', { start: '2016' })], 2026)).toBeUndefined();
  });

  it('keeps every bar and every year within its width', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(date, date), { minLength: 2, maxLength: 12 }), (periods) => {
        const facts = periods.map(([start, end]) => fact('ada employer acme', { start, end }));
        const timeline = toTimeline(facts, 2026);
        for (const { begin, length } of timeline?.entries ?? []) {
          expect(begin).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThanOrEqual(0);
          expect(begin + length).toBeLessThanOrEqual(1.000001);
        }
        expect(timeline?.ticks.length).toBeGreaterThan(0);
        expect(timeline?.ticks.length).toBeLessThanOrEqual(11);
        for (const { at } of timeline?.ticks ?? []) expect(at >= 0 && at <= 1).toBe(true);
      }),
    );
  });
});
