import type { DocumentSummary } from '../../store/graph-model.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { documentId } from '../../store/ids.ts';
import { type Context, complain } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { describeClaims } from './describe.ts';
import { counted, type GraphFlags, print, withGraph } from './graph.ts';

/** Lists the documents of the graph. */
export async function listDocuments(flags: GraphFlags, context: Context): Promise<ExitCode> {
  const documents = await withGraph(flags, context, allDocuments);
  const lines = documents.map((document) => `${document.name}  ${describeClaims(document)}\n`);
  const text = documents.length === 0 ? "No documents. Add some with 'errata ingest'.\n" : lines.join('');
  await print(flags, context, { json: documents, text });
  return EXIT.ok;
}

/** Every document, in the order of their names. */
export async function allDocuments(store: GraphStore): Promise<DocumentSummary[]> {
  const documents: DocumentSummary[] = [];
  let after: string | undefined;
  do {
    const page = await store.listDocuments({ after, limit: 1000 });
    documents.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return documents;
}

/** Removes documents, by name or id, with all that only they support. */
export async function forget(names: readonly string[], flags: GraphFlags, context: Context): Promise<ExitCode> {
  const outcomes = await withGraph(flags, context, async (store) => {
    const result: { document: string; forgotten: boolean }[] = [];
    for (const name of names) {
      const forgotten = (await store.forgetDocument(documentId(name))) || (await store.forgetDocument(name));
      result.push({ document: name, forgotten });
    }
    return result;
  });
  for (const { document, forgotten } of outcomes)
    if (!forgotten) await complain(context, document, "there is no such document. List them with 'errata documents'.");
  const gone = outcomes.filter(({ forgotten }) => forgotten);
  const text = gone.map(({ document }) => `forgotten  ${document}\n`).join('');
  await print(flags, context, { json: outcomes, text });
  return gone.length === outcomes.length ? EXIT.ok : EXIT.unusable;
}

/** Says where the graph is, what it holds and whether something is due. */
export async function status(flags: GraphFlags, context: Context): Promise<ExitCode> {
  const [state, statistics] = await withGraph(
    flags,
    context,
    async (store) => [await store.status(), await store.statistics()] as const,
  );
  const { engine, place, bytes, knowledge, outdated } = state;
  const { entities, facts, sources, documents, passages, mentions, claims, contradictions } = statistics;
  const size = bytes === undefined ? '' : ` (${(bytes / 1e6).toFixed(1)} MB)`;
  const lines = [
    `graph       ${engine}, ${place}${size}`,
    knowledge === undefined
      ? "knowledge   none yet; 'errata load' or 'errata ingest' brings it in"
      : `knowledge   ${counted(entities, 'entity', 'entities')}, ${counted(facts, 'fact')}, ${counted(sources, 'source')}; version ${knowledge.slice(0, 12)}`,
    `documents   ${counted(documents, 'document')}, ${counted(passages, 'passage')}, ${counted(mentions, 'mention')}`,
    `claims      ${describeClaims({ claims: statistics.claimsByVerdict, contradictions })}`,
    ...(outdated > 0
      ? [`due         ${counted(outdated, 'document')} assessed with another knowledge: run 'errata reassess'`]
      : []),
  ];
  await print(flags, context, { json: { ...state, ...statistics, claims }, text: `${lines.join('\n')}\n` });
  return EXIT.ok;
}
