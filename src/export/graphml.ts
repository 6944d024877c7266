import type { StoredClaim, StoredEntity, StoredFact } from '../store/graph-model.ts';
import { type Exporter, everything, wholeDocuments } from './exporter.ts';

const NODE_KEYS = ['type', 'kind', 'label', 'labelZh', 'verdict', 'quote', 'correction'] as const;
const EDGE_KEYS = ['relation', 'statement', 'start', 'end', 'sources'] as const;

type Values = Readonly<Record<string, string | undefined>>;

/**
 * GraphML (http://graphml.graphdrawing.org) for Gephi, yEd, Cytoscape …: entities, documents and claims as nodes; facts between
 * entities, where claims stand, what they are about, and what supports, refutes and contradicts them as edges.
 */
export const exportGraphml: Exporter = async function* (store) {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  yield* NODE_KEYS.map((key) => `  <key id="${key}" for="node" attr.name="${key}" attr.type="string"/>\n`);
  yield* EDGE_KEYS.map((key) => `  <key id="${key}" for="edge" attr.name="${key}" attr.type="string"/>\n`);
  yield `  <graph id="errata" edgedefault="directed">\n`;
  const known = new Set<string>();
  for await (const entity of everything((page) => store.listEntities({ ...page, vocabulary: true }))) {
    known.add(entity.id);
    yield entityNode(entity);
  }
  for await (const fact of everything((page) => store.listFacts(page))) yield factEdge(fact, known);
  for await (const { document, claims } of wholeDocuments(store)) {
    yield node(document.id, { type: 'document', label: document.name });
    for (const claim of claims) yield claimNode(claim, known);
  }
  for await (const { a, b, explanation } of everything((page) => store.listContradictions(page)))
    yield edge(a.id, b.id, { relation: 'CONTRADICTS', statement: explanation.en });
  yield '  </graph>\n</graphml>\n';
};

function entityNode({ id, kind, label, vocabulary }: StoredEntity): string {
  return node(id, { type: vocabulary ? 'term' : 'entity', kind, label: label.en ?? label.zh ?? id, labelZh: label.zh });
}

function factEdge(
  { subject, predicate, value, qualifiers, statement, sources }: StoredFact,
  known: ReadonlySet<string>,
): string {
  if (value.type !== 'entity' || !known.has(subject) || !known.has(value.id)) return '';
  const { start, end } = qualifiers;
  const urls = sources.map(({ url }) => url).join(' ');
  return edge(subject, value.id, { relation: predicate, statement: statement.en, start, end, sources: urls });
}

function claimNode(claim: StoredClaim, known: ReadonlySet<string>): string {
  const { id, documentId, quote, predicate, subject, object, assessment } = claim;
  const { verdict, correction } = assessment;
  const about = [subject.entity, object.entity].filter((entity) => entity !== undefined && known.has(entity));
  return [
    node(id, { type: 'claim', kind: predicate, label: quote, verdict, quote, correction }),
    edge(id, documentId, { relation: 'QUOTED_FROM' }),
    ...about.map((entity) => edge(id, entity ?? '', { relation: 'ABOUT' })),
  ].join('');
}

function node(id: string, values: Values): string {
  return `    <node id="${escapeXml(id)}">${data(values)}</node>\n`;
}

function edge(source: string, target: string, values: Values): string {
  return `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">${data(values)}</edge>\n`;
}

function data(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) => (value === undefined ? '' : `<data key="${key}">${escapeXml(value)}</data>`))
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** For XML 1.0, which has no way to write other control characters. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"\n\r\t]/gu, (character) => ESCAPES[character] ?? character);
}
