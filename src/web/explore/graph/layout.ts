import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** A node to be placed. Where it stands already, it begins there; a pinned one stays. */
export interface PlacedNode {
  readonly id: string;
  readonly radius: number;
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly pinned?: boolean | undefined;
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

const STEPS = 150;
/** A graph that stands already is only given room for what is new. */
const STEPS_AGAIN = 90;

/**
 * Places nodes by forces (velocity Verlet with Barnes–Hut repulsion, as in d3-force): linked ones near each other, none on
 * another. The same graph comes out the same.
 */
export function layOut(nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): ReadonlyMap<string, Point> {
  const again = nodes.some(({ x }) => x !== undefined);
  const bodies = nodes.map((node) => toBody(node, beginning(node, nodes, edges)));
  const links = edges.map(({ from, to }): SimulationLinkDatum<Body> => ({ source: from, target: to }));
  const simulation = forceSimulation<Body>(bodies)
    .force('charge', forceManyBody<Body>().strength(-600).distanceMax(900))
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(115),
    )
    .force(
      'collide',
      forceCollide<Body>(({ radius }) => radius + 20),
    )
    .force('x', forceX<Body>(0).strength(0.05))
    .force('y', forceY<Body>(0).strength(0.07))
    .stop();
  const steps = again ? STEPS_AGAIN : STEPS;
  // Movement has died down after so many steps.
  simulation
    .alpha(again ? 0.5 : 1)
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .tick(steps);
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

function toBody({ id, radius, pinned }: PlacedNode, { x, y }: Partial<Point>): Body {
  return {
    id,
    radius,
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
    ...(pinned ? { fx: x, fy: y } : {}),
  };
}

/** A new node of a graph that stands already begins beside what it is joined with. */
function beginning(node: PlacedNode, nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): Partial<Point> {
  if (node.x !== undefined) return { x: node.x, y: node.y ?? 0 };
  const ends = edges.flatMap(({ from, to }) => (from === node.id ? [to] : to === node.id ? [from] : []));
  const near = nodes.find(({ id, x }) => x !== undefined && ends.includes(id));
  if (!near) return {};
  const turn = nodes.indexOf(node) * 2.4;
  return { x: (near.x ?? 0) + 60 * Math.cos(turn), y: (near.y ?? 0) + 60 * Math.sin(turn) };
}
