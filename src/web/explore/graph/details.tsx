import { RoomLink } from '../../parts/link.tsx';
import { SourceList } from '../../parts/source-list.tsx';
import { VerdictBadge } from '../../parts/verdict-badge.tsx';
import { language } from '../../state/language.ts';
import { address } from '../../state/route.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { sayPeriod } from '../data/dates.ts';
import { WrongClaim } from '../entity/wrong-claim.tsx';
import { KindMark } from './kind-mark.tsx';
import type { GraphEdge, GraphModel, GraphNode } from './model.ts';

export interface NodeActions {
  readonly onToggle: (id: string) => void;
  readonly onUnpin: (id: string) => void;
  readonly pinned: readonly string[];
  readonly centre: string | undefined;
}

interface DetailsProps extends NodeActions {
  readonly model: GraphModel;
  readonly picked: string | undefined;
}

/** What was picked in the graph, in full. */
export function Details({ model, picked, ...actions }: DetailsProps) {
  const say = useWords(WORDS);
  const node = model.nodes.find(({ id }) => id === picked);
  const edge = model.edges.find(({ id }) => id === picked);
  return (
    <aside class="details" aria-live="polite" aria-label={say('details')}>
      {node && <NodeDetails node={node} model={model} {...actions} />}
      {edge && <EdgeDetails edge={edge} model={model} />}
      {!node && !edge && <p class="hint">{say('hint')}</p>}
    </aside>
  );
}

function NodeDetails({
  node,
  model,
  onToggle,
  onUnpin,
  pinned,
  centre,
}: NodeActions & { node: GraphNode; model: GraphModel }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { id, sort, label, kindLabel, kinds, factCount, expanded } = node;
  const shown = model.edges.filter((edge) => edge.sort === 'fact' && (edge.from === id || edge.to === id)).length;
  if (sort !== 'entity') {
    return (
      <>
        <h3>{label[current]}</h3>
        <p>{say(sort)}</p>
      </>
    );
  }
  return (
    <>
      <h3>
        <KindMark kinds={kinds} /> {label[current]}
      </h3>
      <p class="kind">{kindLabel[current]}</p>
      {factCount > 0 && <p>{say('known', { count: factCount, shown })}</p>}
      <p class="actions">
        {id !== centre && (
          <>
            <button type="button" class="button" aria-pressed={expanded} onClick={() => onToggle(id)}>
              {say(expanded ? 'collapse' : 'expand')}
            </button>
            <RoomLink class="button" to={address('explore', { entity: id })}>
              {say('open')}
            </RoomLink>
          </>
        )}
        {pinned.includes(id) && (
          <button type="button" class="button" onClick={() => onUnpin(id)}>
            {say('unpin')}
          </button>
        )}
      </p>
    </>
  );
}

function EdgeDetails({ edge, model }: { readonly edge: GraphEdge; readonly model: GraphModel }) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const { from, to, label, period, facts, claims, sort } = edge;
  const name = (id: string) => model.nodes.find((node) => node.id === id)?.label[current] ?? id;
  const when = sayPeriod(period, current);
  return (
    <>
      {sort === 'refuted' && <VerdictBadge verdict="REFUTED" />}
      <h3 class={sort}>
        {name(from)} <span class="relation">{label[current]} →</span> {name(to)}
      </h3>
      {when !== '' && <p class="period">{when}</p>}
      {facts.map(({ id, valueText, note, sources }) => (
        <div key={id}>
          <p>{valueText[current]}</p>
          {note && <p class="aside">{note[current]}</p>}
          <h4>{say('sources')}</h4>
          <SourceList sources={sources} />
        </div>
      ))}
      {claims.map((claim) => (
        <WrongClaim key={claim.id} claim={claim} />
      ))}
    </>
  );
}

const WORDS = {
  details: { en: 'What is picked', zh: '所选内容' },
  hint: {
    en: 'Click a thing to open what lies around it, again to close it; drag to pin it. Click a connection for its period and sources.',
    zh: '点击节点可展开其周围内容，再次点击收起；拖动可固定位置。点击连线可查看时间与来源。',
  },
  known: {
    en: '{count} facts are known of and about it; {shown} are shown.',
    zh: '已知 {count} 条相关事实，当前显示 {shown} 条。',
  },
  wrong: { en: 'What a document says; it is refuted.', zh: '文档中的说法，经核查有误。' },
  right: { en: 'What the sources say instead.', zh: '来源给出的正确内容。' },
  expand: { en: 'Expand', zh: '展开' },
  collapse: { en: 'Collapse', zh: '收起' },
  open: { en: 'Explore around it', zh: '以此为中心' },
  unpin: { en: 'Unpin', zh: '取消固定' },
  sources: { en: 'Sources', zh: '来源' },
};
