import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/linking/dates.ts';
import { fold } from '../../src/text/fold.ts';

/** Every date of a text as «start» or «start/end». */
const dates = (text: string) =>
  findDates(fold(text)).map(({ value: { start, end } }) => (start === end ? start : `${start}/${end}`));

describe('dates', () => {
  it.each([
    ['released on 2015-11-09', '2015-11-09'],
    ['released on 2015/11/9', '2015-11-09'],
    ['2015.11.09 发布', '2015-11-09'],
    ['on November 9, 2015', '2015-11-09'],
    ['on Nov. 9, 2015', '2015-11-09'],
    ['on November 9th, 2015', '2015-11-09'],
    ['on 9 November 2015', '2015-11-09'],
    ['on the 9th of November 2015', '2015-11-09'],
    ['in November 2015', '2015-11'],
    ['in NOVEMBER 2015', '2015-11'],
    ['in May of 2015', '2015-05'],
    ['in Sept. 2015', '2015-09'],
    ['in 2015', '2015'],
    ['(2015)', '2015'],
    ['In 2015, Google', '2015'],
    ['since 1887.', '1887'],
  ])('reads «%s»', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    ['2015年11月9日', '2015-11-09'],
    ['2015 年 11 月 9 号', '2015-11-09'],
    ['2015年11月', '2015-11'],
    ['2015年11月份', '2015-11'],
    ['2015年11月底', '2015-11'],
    ['2015年', '2015'],
    ['２０１５年', '2015'],
    ['2015年底', '2015'],
    ['2015年上半年', '2015'],
    ['二〇一五年', '2015'],
    ['二零一五年', '2015'],
    ['于2015在北京', '2015'],
  ])('reads «%s»', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    ['in the 1990s', '1990/1999'],
    ["in the 1990's", '1990/1999'],
    ['1990年代', '1990/1999'],
    ['20世纪90年代', '1990/1999'],
    ['20世纪90年代末期', '1990/1999'],
    ['二十世纪八十年代', '1980/1989'],
    ['上世纪九十年代', '1990/1999'],
    ['上个世纪80年代初', '1980/1989'],
  ])('reads «%s» as a decade', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    ['from 2014 to 2017', '2014/2017'],
    ['between 2014 and 2017', '2014/2017'],
    ['2014–2017', '2014/2017'],
    ['2014-2017', '2014/2017'],
    ['2014年至2017年', '2014/2017'],
    ['2014年到2017年期间', '2014/2017'],
    ['2014—2017年间', '2014/2017'],
  ])('reads «%s» as a period', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    '2,015 people',
    '20155',
    '2015.5 points',
    '$2015',
    '¥2015',
    '2015%',
    'CVE-2015-1234',
    'model 1080p',
    'RTX-2080',
    'v1.2015',
    '2015个样本',
    '1400 samples',
    '2100 parameters',
    '三年',
    'in May',
  ])('sees no date in «%s»', (text) => {
    expect(dates(text)).toEqual([]);
  });

  it('reads no day that the calendar does not have', () => {
    expect(dates('on 31 February 2015')).not.toContain('2015-02-31');
    expect(dates('2015年13月1日')).not.toContain('2015-13-01');
  });

  it('reads several dates of a sentence in order', () => {
    expect(dates('Founded in 1998, sold on 3 May 2001, closed 2005–2007.')).toEqual([
      '1998',
      '2001-05-03',
      '2005/2007',
    ]);
  });

  it('reads every day as it is usually written', () => {
    const day = fc.date({ min: new Date('1500-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        const name = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
        expect(dates(`on ${iso}`)).toEqual([iso]);
        expect(dates(`${year}年${month}月${dayOfMonth}日`)).toEqual([iso]);
        expect(dates(`on ${name} ${dayOfMonth}, ${year}`)).toEqual([iso]);
        expect(dates(`on ${dayOfMonth} ${name} ${year}`)).toEqual([iso]);
      }),
    );
  });

  it('never overlap, whatever the text', () => {
    const pieces = fc.constantFrom(
      '2015',
      '年',
      '-',
      '11',
      '月',
      '9',
      '日',
      ' ',
      'May',
      '–',
      '1990s',
      '代',
      '20世纪',
      '至',
      ',',
      '/',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        let before = 0;
        for (const { start, end } of findDates(fold(parts.join('')))) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
    );
  });
});
