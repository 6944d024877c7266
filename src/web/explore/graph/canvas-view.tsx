import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { theme } from '../../state/theme.ts';
import { useWords } from '../../text/messages.ts';
import { sayPeriod } from '../data/dates.ts';
import type { GraphCanvas } from './canvas.ts';
import type { Point } from './layout.ts';
import type { GraphEdge, GraphModel } from './model.ts';

interface CanvasViewProps {
  readonly model: GraphModel;
  readonly centre: string | undefined;
  readonly picked: string | undefined;
  readonly onPick: (id: string | undefined) => void;
  /** A node was clicked that can be opened or closed. */
  readonly onToggle: (id: string) => void;
  readonly onPinned: (ids: readonly string[], dragged?: string) => void;
  /** Gives what steers the canvas, once it is there. */
  readonly onReady: (canvas: GraphCanvas) => void;
}

/** The graph as a picture to click and drag. What it shows is also in the list below it, which is what is read aloud. */
export function CanvasView({ model, centre, picked, onPick, onToggle, onPinned, onReady }: CanvasViewProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const colours = useStore(theme);
  const place = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<GraphCanvas>();
  const [hover, setHover] = useState<{ readonly id: string; readonly at: Point }>();
  const events = useRef({ onPick, onToggle, onPinned });
  events.current = { onPick, onToggle, onPinned };

  useEffect(() => {
    let made: GraphCanvas | undefined;
    let gone = false;
    const watcher = new ResizeObserver(() => made?.resize());
    import('./canvas.ts').then(({ GraphCanvas }) => {
      if (gone || !place.current) return;
      made = new GraphCanvas(place.current, {
        onNode: (id) => events.current.onToggle(id),
        onEdge: (id) => events.current.onPick(id),
        onNothing: () => events.current.onPick(undefined),
        onHover: (id, at) => setHover(id === undefined ? undefined : { id, at }),
        onPinned: (ids, dragged) => events.current.onPinned(ids, dragged),
      });
      watcher.observe(place.current);
      setCanvas(made);
      onReady(made);
    });
    return () => {
      gone = true;
      watcher.disconnect();
      made?.destroy();
    };
  }, []);
  useEffect(() => {
    if (!canvas) return;
    canvas.show(model, centre, current);
    canvas.pick(picked);
  }, [canvas, model, centre, current]);
  useEffect(() => canvas?.pick(picked), [canvas, picked]);
  useEffect(() => canvas?.restyle(), [canvas, colours]);

  const edge = hover && model.edges.find(({ id }) => id === hover.id);
  return (
    <div class="canvas-frame">
      <div
        ref={place}
        class="canvas"
        role="img"
        aria-label={say('picture', { nodes: model.nodes.length, edges: model.edges.length })}
      />
      {edge && hover && <EdgeTip edge={edge} at={hover.at} />}
    </div>
  );
}

/** What an edge says, beside the pointer. */
function EdgeTip({
  edge: { sort, label, period, facts, claims },
  at,
}: {
  readonly edge: GraphEdge;
  readonly at: Point;
}) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const when = sayPeriod(period, current);
  const from =
    sort === 'fact'
      ? facts.flatMap(({ sources }) => sources.map(({ title }) => title))
      : claims.map((claim) => claim.document);
  return (
    <div class={`edge-tip ${sort}`} style={{ left: `${at.x}px`, top: `${at.y}px` }} aria-hidden="true">
      <strong>{sort === 'refuted' ? say('refuted', { label: label[current] }) : label[current]}</strong>
      {when !== '' && <span>{when}</span>}
      {sort === 'refuted' && claims[0] && <q>{claims[0].quote}</q>}
      <span class="from">{[...new Set(from)].slice(0, 2).join(' · ')}</span>
    </div>
  );
}

const WORDS = {
  picture: {
    en: 'Graph of {nodes} things and {edges} connections; the list below says the same.',
    zh: '{nodes} 个节点、{edges} 条关系的图；下方列表内容相同。',
  },
  refuted: { en: '{label}: refuted', zh: '{label}：有误' },
};
