import { language } from '../../state/language.ts';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../text/messages.ts';
import { sayPeriod } from '../data/dates.ts';
import { groupBy } from '../data/group.ts';
import type { GraphEdge, GraphModel, GraphNode } from './model.ts';

interface ListViewProps {
  readonly model: GraphModel;
  readonly picked: string | undefined;
  readonly onPick: (id: string) => void;
}

/** The graph as a list: every thing with its connections, each a button that picks it. For reading aloud and for the keyboard. */
export function ListView({ model, picked, onPick }: ListViewProps) {
  const say = useWords(WORDS);
  const current = useStore(language);
  const outgoing = groupBy(model.edges, ({ from }) => from);
  const names = new Map(model.nodes.map(({ id, label }) => [id, label[current]]));
  const pick = (id: string, text: string) => (
    <button type="button" class="plain" aria-pressed={picked === id} onClick={() => onPick(id)}>
      {text}
    </button>
  );
  const line = ({ id, label, to, period, sort }: GraphEdge) => {
    const when = sayPeriod(period, current);
    const said = `${label[current]} → ${names.get(to) ?? to}${when === '' ? '' : ` · ${when}`}`;
    return (
      <li key={id} class={sort}>
        {pick(id, sort === 'refuted' ? `${say('refuted')} ${said}` : said)}
      </li>
    );
  };
  const entry = ({ id, label, kindLabel }: GraphNode) => (
    <li key={id}>
      {pick(id, label[current])} <span class="kind">{kindLabel[current]}</span>
      {outgoing.has(id) && <ul>{outgoing.get(id)?.map(line)}</ul>}
    </li>
  );
  return (
    <details class="graph-list">
      <summary>{say('title', { nodes: model.nodes.length, edges: model.edges.length })}</summary>
      <ul>{model.nodes.filter(({ sort }) => sort === 'entity').map(entry)}</ul>
    </details>
  );
}

const WORDS = {
  title: {
    en: 'The graph as a list ({nodes} things, {edges} connections)',
    zh: '图的列表（{nodes} 个节点，{edges} 条关系）',
  },
  refuted: { en: '✗ refuted:', zh: '✗ 有误：' },
};
