import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KIND_STYLES, styleOf } from '../../../src/web/explore/graph/kind-style.ts';
import { layOut } from '../../../src/web/explore/graph/layout.ts';

const star = (count: number) => ({
  nodes: Array.from({ length: count }, (_, index) => ({ id: `n${index}`, radius: 15 })),
  edges: Array.from({ length: count - 1 }, (_, index) => ({ from: 'n0', to: `n${index + 1}` })),
});

describe('the layout', () => {
  it('is the same for the same graph, and no node lies on another', () => {
    const { nodes, edges } = star(40);
    const points = layOut(nodes, edges);
    expect(layOut(nodes, edges)).toEqual(points);
    const places = [...points.values()];
    for (const [index, a] of places.entries())
      for (const b of places.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30);
  });

  it('leaves pinned nodes where they are, and begins new ones beside what they are joined with', () => {
    const nodes = [
      { id: 'a', radius: 15, x: 400, y: -300, pinned: true },
      { id: 'b', radius: 15, x: 0, y: 0 },
      { id: 'c', radius: 15 },
    ];
    const points = layOut(nodes, [{ from: 'a', to: 'c' }]);
    expect(points.get('a')).toEqual({ x: 400, y: -300 });
    const [a, c] = [points.get('a'), points.get('c')];
    expect(Math.hypot((a?.x ?? 0) - (c?.x ?? 0), (a?.y ?? 0) - (c?.y ?? 0))).toBeLessThan(250);
  });

  it('copes with nothing, and with a node that is joined with itself', () => {
    expect(layOut([], []).size).toBe(0);
    const [point] = layOut([{ id: 'a', radius: 15 }], [{ from: 'a', to: 'a' }]).values();
    expect(Number.isFinite(point?.x)).toBe(true);
  });
});

describe('kinds', () => {
  it('have the colours that Neo4j Browser shows them in', () => {
    const style = readFileSync(new URL('../../../schema/browser/style.grass', import.meta.url), 'utf8');
    for (const { kind, colour } of KIND_STYLES) {
      const label = kind[0]?.toUpperCase() + kind.slice(1);
      expect(style, kind).toMatch(new RegExp(`node\\.${label} \\{[^}]*[ {]color: ${colour};`, 'u'));
    }
  });

  it('are those of the ontology, looked for from the narrow to the broad', () => {
    const ontology = readFileSync(new URL('../../../schema/ontology.yaml', import.meta.url), 'utf8');
    for (const { kind } of KIND_STYLES) expect(ontology, kind).toMatch(new RegExp(`^  ${kind}:`, 'mu'));
    expect(styleOf(['artefact', 'model', 'resource']).kind).toBe('model');
    expect(styleOf(['thing']).kind).toBe('');
  });
});
