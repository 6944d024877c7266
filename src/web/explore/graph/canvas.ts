import cytoscape, { type Core, type ElementDefinition, type EventObject } from 'cytoscape';
import type { Language } from '../../state/language.ts';
import { sayPeriod } from '../data/dates.ts';
import { graphStyle } from './graph-style.ts';
import { radiusOf, styleOf } from './kind-style.ts';
import { layOut, type Point } from './layout.ts';
import type { GraphEdge, GraphModel, GraphNode } from './model.ts';

/** What is told of what the reader does in the graph. */
export interface CanvasEvents {
  readonly onNode: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onNothing: () => void;
  /** The pointer is over an element, or (undefined) over none; `at`: where in the canvas. */
  readonly onHover: (id: string | undefined, at: Point) => void;
  /** These are pinned now; `dragged`: the one that was just dragged. */
  readonly onPinned: (ids: readonly string[], dragged?: string) => void;
}

/** The name of the measurement that every layout leaves in the browser's performance timeline. */
export const LAYOUT_MEASURE = 'errata-graph-layout';

/** Room around the graph, in pixels, and how large a small graph is drawn. */
const PADDING = 30;
const LARGEST = 1.25;

/** The graph on a canvas. Nodes stay where they are when others come; those that were dragged are pinned. */
export class GraphCanvas {
  private readonly cy: Core;
  private readonly events: CanvasEvents;
  private readonly pinned = new Set<string>();

  constructor(container: HTMLElement, events: CanvasEvents) {
    forestallInlineStyle();
    this.events = events;
    this.cy = cytoscape({
      container,
      style: graphStyle(),
      minZoom: 0.15,
      maxZoom: 3,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    this.listen();
  }

  /** Shows this graph around this node: what has gone is removed, what is new is placed beside what it is joined with. */
  show(model: GraphModel, centre: string | undefined, language: Language): void {
    const before = this.cy.nodes().length;
    const wanted = new Set([...model.nodes, ...model.edges].map(({ id }) => id));
    this.cy.batch(() => {
      this.cy
        .elements()
        .filter((element) => !wanted.has(element.id()))
        .remove();
      for (const node of model.nodes) this.put(toNode(node, { language, centre }));
      for (const edge of model.edges) this.put(toEdge(edge, language));
    });
    const grown = this.cy
      .nodes()
      .toArray()
      .some((node) => !node.scratch('placed'));
    if (grown) this.place(before === 0);
  }

  /** Places everything anew, but what is pinned. */
  arrange(): void {
    for (const node of this.cy.nodes().toArray()) node.removeScratch('placed');
    this.place(true);
  }

  fit(duration = motion()): void {
    const { zoom, pan } = this.view();
    if (duration === 0) this.cy.viewport({ zoom, pan });
    else this.cy.animate({ zoom, pan, duration });
  }

  zoom(factor: number): void {
    const { width, height } = this.cy.container()?.getBoundingClientRect() ?? { width: 0, height: 0 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
  }

  /** Marks what is looked at, and fades what it is not joined with. */
  pick(id: string | undefined): void {
    this.cy.batch(() => {
      this.cy.elements().removeClass('picked faded');
      const picked = id === undefined ? this.cy.collection() : this.cy.getElementById(id);
      if (picked.empty()) return;
      picked.addClass('picked');
      // Beside what is wrong stays what is right.
      const instead = picked.connectedNodes().connectedEdges('.right');
      const same = picked.isEdge()
        ? instead.filter((edge) => edge.data('predicate') === picked.data('predicate'))
        : instead;
      const shown = picked.union(same);
      const near = shown.closedNeighborhood().union(shown.edges().connectedNodes());
      this.cy.elements().difference(near).addClass('faded');
    });
  }

  /** Lets a pinned node go. */
  unpin(id: string): void {
    this.pinned.delete(id);
    this.cy.getElementById(id).removeClass('pinned');
    this.events.onPinned([...this.pinned]);
  }

  /** Takes on the colours of the page as they are now. */
  restyle(): void {
    this.cy.style(graphStyle());
  }

  resize(): void {
    this.cy.resize();
  }

  destroy(): void {
    this.cy.destroy();
  }

  /** How all is in view, not larger than it is drawn best. */
  private view(): { readonly zoom: number; readonly pan: Point } {
    const box = this.cy.elements().boundingBox();
    const [width, height] = [this.cy.width(), this.cy.height()];
    const room = Math.min((width - PADDING * 2) / Math.max(box.w, 1), (height - PADDING * 2) / Math.max(box.h, 1));
    const zoom = Math.max(Math.min(room, LARGEST), this.cy.minZoom());
    return {
      zoom,
      pan: { x: width / 2 - (zoom * (box.x1 + box.x2)) / 2, y: height / 2 - (zoom * (box.y1 + box.y2)) / 2 },
    };
  }

  private put(definition: ElementDefinition): void {
    const known = this.cy.getElementById(definition.data.id ?? '');
    if (known.empty()) this.cy.add(definition);
    else
      known.data(definition.data).classes(`${definition.classes ?? ''}${this.pinned.has(known.id()) ? ' pinned' : ''}`);
  }

  private place(fit: boolean): void {
    const start = performance.now();
    const nodes = this.cy.nodes().map((node) => ({
      id: node.id(),
      radius: Number(node.data('size')) / 2,
      pinned: this.pinned.has(node.id()),
      ...(node.scratch('placed') || this.pinned.has(node.id()) ? node.position() : {}),
    }));
    const edges = this.cy.edges().map((edge) => ({ from: edge.source().id(), to: edge.target().id() }));
    const points = layOut(nodes, edges);
    performance.measure(LAYOUT_MEASURE, { start, detail: { nodes: nodes.length, edges: edges.length } });
    for (const node of this.cy.nodes().toArray()) {
      const point = points.get(node.id());
      if (!point) continue;
      if (node.scratch('placed')) node.animate({ position: { ...point }, duration: motion() });
      else node.position({ ...point });
      node.scratch('placed', true);
    }
    if (fit) this.fit(0);
    else setTimeout(() => this.cy.destroyed() || this.fit(), motion());
  }

  /** Shows that what is under the pointer can be clicked. */
  private point(clickable: boolean): void {
    const container = this.cy.container();
    if (container) container.style.cursor = clickable ? 'pointer' : '';
  }

  private listen(): void {
    const { onNode, onEdge, onNothing, onHover, onPinned } = this.events;
    this.cy.on('tap', 'node', ({ target }: EventObject) => onNode(target.id()));
    this.cy.on('tap', 'edge', ({ target }: EventObject) => onEdge(target.id()));
    this.cy.on('tap', ({ target }: EventObject) => target === this.cy && onNothing());
    this.cy.on('mouseover', 'node, edge', ({ target, renderedPosition }: EventObject) => {
      target.addClass('hover');
      this.point(true);
      onHover(target.id(), renderedPosition);
    });
    this.cy.on('mouseout', 'node, edge', ({ target, renderedPosition }: EventObject) => {
      target.removeClass('hover');
      this.point(false);
      onHover(undefined, renderedPosition);
    });
    this.cy.on('dragfree', 'node', ({ target }: EventObject) => {
      this.pinned.add(target.id());
      target.addClass('pinned');
      onPinned([...this.pinned], target.id());
    });
  }
}

/** Milliseconds that movements take. */
function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 350;
}

function toNode(
  node: GraphNode,
  { language, centre }: { language: Language; centre: string | undefined },
): ElementDefinition {
  const { id, sort, label, kinds, factCount, expanded } = node;
  const { colour, shape } = styleOf(kinds);
  const entity =
    sort === 'entity' ? { colour, shape, size: radiusOf(factCount) * 2 } : { colour, size: widthOf(label[language]) };
  const classes = [sort === 'entity' ? '' : `value ${sort}`, expanded ? 'expanded' : '', id === centre ? 'centre' : ''];
  return { group: 'nodes', data: { id, label: label[language], ...entity }, classes: classes.join(' ') };
}

/** About how wide a text is in the graph: Chinese characters are twice as wide as others. */
function widthOf(text: string): number {
  const width = [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 13.5 : 7.4), 0);
  return Math.min(Math.max(width, 24), 200);
}

function toEdge(
  { id, from, to, predicate, sort, right, label, period }: GraphEdge,
  language: Language,
): ElementDefinition {
  const when = sayPeriod(period, language);
  const said = when === '' ? label[language] : `${label[language]} · ${when}`;
  const classes = sort === 'refuted' ? 'refuted' : right ? 'right' : '';
  return { group: 'edges', data: { id, source: from, target: to, predicate, label: said }, classes };
}

/**
 * Cytoscape puts a `<style>` of one rule into the page unless it finds its own there; the page's policy allows none. The
 * rule is in `explore.css`.
 */
function forestallInlineStyle(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id)) return;
  const mark = document.createElement('meta');
  mark.id = id;
  document.head.append(mark);
}
