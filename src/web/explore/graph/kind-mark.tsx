import { type Shape, styleOf } from './kind-style.ts';

/** The shape and colour of a kind, as the graph draws it. */
export function KindMark({ kinds }: { readonly kinds: readonly string[] }) {
  const { colour, shape } = styleOf(kinds);
  return (
    <svg class="kind-mark" viewBox="0 0 20 20" aria-hidden="true" fill={colour}>
      <path d={PATHS[shape]} />
    </svg>
  );
}

const PATHS: Readonly<Record<Shape, string>> = {
  ellipse: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z',
  'round-rectangle': 'M5 3h10a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z',
  rectangle: 'M2 3h16v14H2Z',
  hexagon: 'M5.5 2.5h9L19 10l-4.500 7.500h-9L1 10Z',
  diamond: 'M10 1l9 9-9 9-9-9Z',
  octagon: 'M6.500 2h7L18 6.500v7L13.500 18h-7L2 13.500v-7Z',
  barrel: 'M3 3c5-1.500 9-1.500 14 0v14c-5 1.500-9 1.500-14 0Z',
  tag: 'M1.500 3.500H14L19 10l-5 6.500H1.500Z',
  star: 'M10 1l2.700 6.100 6.500.7-4.900 4.400 1.400 6.500L10 15.400l-5.700 3.300 1.400-6.500L.8 7.800l6.500-.7Z',
  triangle: 'M10 2l8.500 15.500h-17Z',
  pentagon: 'M10 1.500l8.500 6.300-3.200 10H4.700l-3.200-10Z',
  rhomboid: 'M6 3.500h13.500L14 16.500H.5Z',
};
