import type { Bilingual } from '../../../assessment/result.ts';

/** How a kind looks in the graph: the colour that Neo4j Browser shows it in (`schema/browser/style.grass`), and a shape. */
export interface KindStyle {
  readonly kind: string;
  readonly label: Bilingual;
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
  { kind: 'person', label: { en: 'person', zh: '人物' }, colour: '#d08b3a', shape: 'ellipse' },
  { kind: 'organisation', label: { en: 'organisation', zh: '机构' }, colour: '#3f6fb5', shape: 'round-rectangle' },
  { kind: 'model', label: { en: 'model', zh: '模型' }, colour: '#5a62c4', shape: 'diamond' },
  { kind: 'software', label: { en: 'software', zh: '软件' }, colour: '#2f8f9d', shape: 'hexagon' },
  { kind: 'technique', label: { en: 'technique', zh: '技术' }, colour: '#8a5fb0', shape: 'octagon' },
  { kind: 'dataset', label: { en: 'dataset', zh: '数据集' }, colour: '#4f9a76', shape: 'barrel' },
  { kind: 'paper', label: { en: 'paper', zh: '论文' }, colour: '#a8814a', shape: 'tag' },
  { kind: 'book', label: { en: 'book', zh: '书籍' }, colour: '#96703c', shape: 'tag' },
  { kind: 'course', label: { en: 'course', zh: '课程' }, colour: '#b5975f', shape: 'tag' },
  { kind: 'website', label: { en: 'website', zh: '网站' }, colour: '#6b9bd1', shape: 'rhomboid' },
  { kind: 'award', label: { en: 'award', zh: '奖项' }, colour: '#c9a227', shape: 'star' },
  { kind: 'place', label: { en: 'place', zh: '地点' }, colour: '#7a9a5b', shape: 'triangle' },
  { kind: 'field', label: { en: 'field', zh: '领域' }, colour: '#a07fc0', shape: 'pentagon' },
  { kind: 'event', label: { en: 'event', zh: '活动' }, colour: '#c77d9c', shape: 'pentagon' },
  { kind: 'work', label: { en: 'work', zh: '作品' }, colour: '#b08a4f', shape: 'tag' },
  { kind: 'concept', label: { en: 'concept', zh: '概念' }, colour: '#8f7ab8', shape: 'octagon' },
  { kind: 'artefact', label: { en: 'artefact', zh: '制品' }, colour: '#5b8db8', shape: 'hexagon' },
];

/** What is of none of these kinds: terms and kinds themselves. */
export const OTHER_STYLE: KindStyle = {
  kind: '',
  label: { en: 'term', zh: '术语' },
  colour: '#8a92a0',
  shape: 'rectangle',
};

export function styleOf(kinds: readonly string[]): KindStyle {
  return KIND_STYLES.find(({ kind }) => kinds.includes(kind)) ?? OTHER_STYLE;
}

/** Radius in the graph's units: what more is known of is larger. */
export function radiusOf(factCount: number): number {
  return Math.min(11 + 1.8 * Math.log2(1 + factCount), 26);
}
