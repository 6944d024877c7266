import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useWords } from '../../text/messages.ts';
import type { GraphFilter } from '../data/graph-queries.ts';
import type { GraphCanvas } from './canvas.ts';
import { CanvasView } from './canvas-view.tsx';
import { Details } from './details.tsx';
import { Filters, type RelationChoice } from './filters.tsx';
import { Legend } from './legend.tsx';
import { ListView } from './list-view.tsx';
import { buildGraph } from './model.ts';
import { LIMITS, type Start, useGraph } from './use-graph.ts';

interface GraphCardProps {
  readonly start: Start;
  readonly filter: GraphFilter;
  /** Absent: there is nothing to choose. */
  readonly onFilter?: (filter: GraphFilter) => void;
  /** The relations to choose from; none: those that are shown. */
  readonly relations: readonly RelationChoice[];
}

/** A graph with its filters, its legend, what is picked in it, and the list that says the same. */
export function GraphCard({ start, filter, onFilter, relations }: GraphCardProps) {
  const say = useWords(WORDS);
  const [limit, setLimit] = useState<number>(LIMITS.first);
  const [claims, setClaims] = useState(true);
  const [picked, setPicked] = useState<string>();
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const canvas = useRef<GraphCanvas | undefined>(undefined);
  const graph = useGraph({ start, filter, limit });
  const { expansions, running, error, expand, collapse, retry } = graph;
  const terms = filter.predicates.length > 0 || !('around' in start);
  const model = useMemo(() => buildGraph(expansions, { claims, terms }), [expansions, claims, terms]);
  const centre = 'around' in start ? start.around : undefined;
  const truncated = expansions[0]?.part.truncated ?? false;

  const toggle = useCallback(
    (id: string) => {
      setPicked(id);
      const node = model.nodes.find((each) => each.id === id);
      if (node?.sort !== 'entity' || id === centre) return;
      if (node.expanded) collapse(id);
      else expand(id);
    },
    [model, centre, expand, collapse],
  );
  return (
    <section class="graph-card card" aria-label={say('graph')} aria-busy={running}>
      <div class="toolbar">
        {onFilter && <Filters relations={relations} filter={filter} onFilter={onFilter} />}
        <label class="switch-claims">
          <input type="checkbox" checked={claims} onChange={() => setClaims(!claims)} /> {say('claims')}
        </label>
        <Tools canvas={() => canvas.current} />
      </div>
      {error && <ErrorNote error={error} onRetry={retry} />}
      <div class="stage">
        <CanvasView
          model={model}
          centre={centre}
          picked={picked}
          onPick={setPicked}
          onToggle={toggle}
          onPinned={(ids, dragged) => {
            setPinned(ids);
            if (dragged !== undefined) setPicked(dragged);
          }}
          onReady={(made) => {
            canvas.current = made;
          }}
        />
        <Details
          model={model}
          picked={picked}
          centre={centre}
          pinned={pinned}
          onToggle={toggle}
          onUnpin={(id) => canvas.current?.unpin(id)}
        />
      </div>
      <p class="below" role="status">
        {running ? say('loading') : say('shown', { nodes: model.nodes.length, edges: model.edges.length })}{' '}
        {truncated && limit < LIMITS.more && (
          <button type="button" class="plain" onClick={() => setLimit(LIMITS.more)}>
            {say('more')}
          </button>
        )}
      </p>
      <Legend model={model} />
      <ListView model={model} picked={picked} onPick={setPicked} />
    </section>
  );
}

function Tools({ canvas }: { readonly canvas: () => GraphCanvas | undefined }) {
  const say = useWords(WORDS);
  const tools = [
    ['zoomIn', '+', () => canvas()?.zoom(1.3)],
    ['zoomOut', '−', () => canvas()?.zoom(1 / 1.3)],
    ['fit', '⤢', () => canvas()?.fit()],
    ['arrange', '↻', () => canvas()?.arrange()],
  ] as const;
  return (
    <div class="tools">
      {tools.map(([name, sign, act]) => (
        <button key={name} type="button" class="button" title={say(name)} aria-label={say(name)} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}

const WORDS = {
  graph: { en: 'Graph', zh: '关系图' },
  claims: { en: 'What documents get wrong', zh: '文档中的错误' },
  loading: { en: 'Loading …', zh: '正在加载……' },
  shown: { en: '{nodes} things, {edges} connections.', zh: '{nodes} 个节点，{edges} 条关系。' },
  more: { en: 'There is more: show up to 300 facts', zh: '还有更多：最多显示 300 条事实' },
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Show all', zh: '适应窗口' },
  arrange: { en: 'Arrange anew', zh: '重新排列' },
};
