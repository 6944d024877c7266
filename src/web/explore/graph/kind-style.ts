/** How a kind looks in the graph: the colour that Neo4j Browser shows it in (`schema/browser/style.grass`), and a shape. */
export interface KindStyle {
  readonly kind: string;
  readonly colour: string;
  readonly shape: Shape;
}

export type Shape =
  | 'ellipse'
  | 'round-rectangle'
  | 'hexagon'
  | 'diamond'
  | 'octagon'
  | 'barrel'
  | 'tag'
  | 'star'
  | 'triangle'
  | 'pentagon'
  | 'rectangle'
  | 'rhomboid';

/** Narrower kinds before broader ones: the first that an entity is of is how it looks. */
export const KIND_STYLES: readonly KindStyle[] = [
  { kind: 'person', colour: '#d08b3a', shape: 'ellipse' },
  { kind: 'organisation', colour: '#3f6fb5', shape: 'round-rectangle' },
  { kind: 'model', colour: '#5a62c4', shape: 'diamond' },
  { kind: 'software', colour: '#2f8f9d', shape: 'hexagon' },
  { kind: 'technique', colour: '#8a5fb0', shape: 'octagon' },
  { kind: 'dataset', colour: '#4f9a76', shape: 'barrel' },
  { kind: 'paper', colour: '#a8814a', shape: 'tag' },
  { kind: 'book', colour: '#96703c', shape: 'tag' },
  { kind: 'course', colour: '#b5975f', shape: 'tag' },
  { kind: 'website', colour: '#6b9bd1', shape: 'rhomboid' },
  { kind: 'award', colour: '#c9a227', shape: 'star' },
  { kind: 'place', colour: '#7a9a5b', shape: 'triangle' },
  { kind: 'field', colour: '#a07fc0', shape: 'pentagon' },
  { kind: 'event', colour: '#c77d9c', shape: 'pentagon' },
  { kind: 'work', colour: '#b08a4f', shape: 'tag' },
  { kind: 'concept', colour: '#8f7ab8', shape: 'octagon' },
  { kind: 'artefact', colour: '#5b8db8', shape: 'hexagon' },
];

/** What is of none of these kinds: terms and kinds themselves. */
export const OTHER_STYLE: KindStyle = { kind: '', colour: '#8a92a0', shape: 'rectangle' };

export function styleOf(kinds: readonly string[]): KindStyle {
  return KIND_STYLES.find(({ kind }) => kinds.includes(kind)) ?? OTHER_STYLE;
}

/** Radius in the graph's units: what more is known of is larger. */
export function radiusOf(factCount: number): number {
  return Math.min(14 + 2.4 * Math.log2(1 + factCount), 34);
}
