/** One decision with how sure it was; undefined confidence: it abstained. */
export interface Decided {
  readonly confidence: number | undefined;
  readonly right: boolean;
}

/** With the surest decisions only: which share of all that is, and which share of them is wrong. */
export interface CurvePoint {
  readonly coverage: number;
  readonly risk: number;
}

export interface Curve {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly CurvePoint[];
}

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 64;
const TOP = 24;
const RIGHT = 24;
const BOTTOM = 56;

/**
 * Risk over coverage as the confidence asked for falls (El-Yaniv and Wiener, 2010): one point for each confidence that occurs, so that
 * decisions of the same confidence are taken together.
 */
export function riskCoverage(decisions: readonly Decided[]): CurvePoint[] {
  const made = decisions.flatMap(({ confidence, right }) => (confidence === undefined ? [] : [{ confidence, right }]));
  const levels = [...new Set(made.map(({ confidence }) => confidence))].sort((a, b) => b - a);
  return levels.map((level) => {
    const taken = made.filter(({ confidence }) => confidence >= level);
    const wrong = taken.filter(({ right }) => !right).length;
    return { coverage: taken.length / decisions.length, risk: wrong / taken.length };
  });
}

/** Curves as an SVG of fixed size; the same curves always give the same text. */
export function drawCurves(curves: readonly Curve[]): string {
  const most = Math.max(0.05, ...curves.flatMap(({ points }) => points.map(({ risk }) => risk)));
  const top = Math.ceil(most * 20) / 20;
  const x = (coverage: number) => round(LEFT + coverage * (WIDTH - LEFT - RIGHT));
  const y = (risk: number) => round(HEIGHT - BOTTOM - (risk / top) * (HEIGHT - TOP - BOTTOM));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    '<title>Risk over coverage</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...[0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
      `<line x1="${x(share)}" y1="${y(0)}" x2="${x(share)}" y2="${y(top)}" stroke="#e3e3e3"/>`,
      `<text x="${x(share)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle" fill="#333333">${percent(share)}</text>`,
    ]),
    ...[0, top / 4, top / 2, (top * 3) / 4, top].flatMap((share) => [
      `<line x1="${x(0)}" y1="${y(share)}" x2="${x(1)}" y2="${y(share)}" stroke="#e3e3e3"/>`,
      `<text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end" fill="#333333">${percent(share)}</text>`,
    ]),
    `<text x="${x(0.5)}" y="${HEIGHT - 12}" text-anchor="middle" fill="#333333">decided, the surest first</text>`,
    `<text x="16" y="${y(top / 2)}" text-anchor="middle" fill="#333333" transform="rotate(-90 16 ${y(top / 2)})">wrong among the decided</text>`,
    ...curves.flatMap(({ name, colour, points }, index) => [
      `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${points.map((point) => `${x(point.coverage)},${y(point.risk)}`).join(' ')}"/>`,
      ...points
        .slice(-1)
        .map((point) => `<circle cx="${x(point.coverage)}" cy="${y(point.risk)}" r="4" fill="${colour}"/>`),
      `<line x1="${LEFT + 16}" y1="${TOP + 16 + index * 22}" x2="${LEFT + 44}" y2="${TOP + 16 + index * 22}" stroke="${colour}" stroke-width="2.5"/>`,
      `<text x="${LEFT + 52}" y="${TOP + 20 + index * 22}" fill="#111111">${name}</text>`,
    ]),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
