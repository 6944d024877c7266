import { type Exporter, everything, wholeDocuments } from './exporter.ts';

/** One JSON object a line; `type` says what it is, the rest is as in `graph-model.ts`. */
export const exportJsonLines: Exporter = async function* (store) {
  const line = (type: string, row: object) => `${JSON.stringify({ type, ...row })}\n`;
  for (const predicate of await store.predicates()) yield line('predicate', predicate);
  for await (const source of everything((page) => store.listSources(page))) yield line('source', source);
  for await (const entity of everything((page) => store.listEntities({ ...page, vocabulary: true })))
    yield line('entity', entity);
  for await (const { sources, ...fact } of everything((page) => store.listFacts({ ...page, deprecated: true })))
    yield line('fact', { ...fact, sources: sources.map(({ id }) => id) });
  for await (const { document, text, segments, passages, mentions, claims } of wholeDocuments(store)) {
    yield line('document', { ...document, text });
    for (const segment of segments) yield line('segment', segment);
    for (const passage of passages) yield line('passage', passage);
    for (const { type, ...mention } of mentions) yield line('mention', { ...mention, of: type });
    for (const claim of claims) yield line('claim', claim);
    for (const past of await store.history(document.id)) yield line('assessment', past);
  }
  for await (const { a, b, ...rest } of everything((page) => store.listContradictions(page)))
    yield line('contradiction', { ...rest, a: a.id, b: b.id });
};
