import { describe, expect, it } from 'vitest';
import type { Shown } from '../../src/report/report.ts';
import { EVERYTHING, select } from '../../src/report/select.ts';
import { zhResult } from './sample.ts';

const selected = (...shown: Shown[]) => select(zhResult, new Set(shown));

describe('select', () => {
  it('keeps everything when everything is asked for', () => {
    expect(select(zhResult, EVERYTHING)).toEqual(zhResult);
  });

  it('keeps claims by verdict and drops contradictions that are not asked for', () => {
    const { claims, contradictions } = selected('REFUTED');
    expect(claims.map(({ verdict }) => verdict)).toEqual(['REFUTED', 'REFUTED']);
    expect(contradictions).toEqual([]);
  });

  it('keeps the claims that a contradiction refers to and moves its indexes', () => {
    const { claims, contradictions } = selected('CONTRADICTION', 'REFUTED');
    const [item] = contradictions;
    expect([claims[item?.a ?? -1]?.quote, claims[item?.b ?? -1]?.quote]).toEqual([
      'Nebula是甲公司开发的',
      'Nebula是乙公司开发的',
    ]);
    expect(claims).toHaveLength(4);
  });
});
