import { expect, it } from 'vitest';
import { drawCurves, riskCoverage } from './risk-coverage.ts';

const DECISIONS = [
  { confidence: 0.9, right: true },
  { confidence: 0.9, right: true },
  { confidence: 0.6, right: false },
  { confidence: undefined, right: false },
];

it('takes the surest decisions first, and those of one confidence together', () => {
  expect(riskCoverage(DECISIONS)).toEqual([
    { coverage: 0.5, risk: 0 },
    { coverage: 0.75, risk: 1 / 3 },
  ]);
});

it('has no point where nothing was decided', () => {
  expect(riskCoverage([{ confidence: undefined, right: false }])).toEqual([]);
});

it('draws the same curves as the same text, with every point in the picture', () => {
  const curves = [{ name: 'one', colour: '#000000', points: riskCoverage(DECISIONS) }];
  const svg = drawCurves(curves);
  expect(drawCurves(curves)).toBe(svg);
  const points = /points="([^"]+)"/u.exec(svg)?.[1]?.split(' ') ?? [];
  expect(points).toHaveLength(2);
  for (const [x = -1, y = -1] of points.map((point) => point.split(',').map(Number))) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(640);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(400);
  }
});
