import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkedDocuments } from '../answer/checked-documents.ts';
import type { Documents } from '../answer/documents.ts';
import type { DocumentResult } from '../assessment/result.ts';
import { storeDocuments } from '../server/work/store-documents.ts';
import { PACKAGE_ROOT } from '../settings.ts';
import { openStore, storeSettings } from '../store/open-store.ts';
import { detectFormat } from '../text/detect-format.ts';
import type { Checker, Context } from './context.ts';
import { findDocuments, readInput } from './input.ts';

const LARGEST = 20_000_000;
const CORPUS = join(PACKAGE_ROOT, 'seed', 'documents');

/** The documents whose errors answers warn of. `close` frees what was opened. */
export interface AskedDocuments {
  readonly documents: Documents;
  close(): Promise<void>;
}

/**
 * The files named; else the documents of the graph; else, where nothing has been ingested, the corpus that Errata ships.
 * Files are checked when an answer first needs them. @throws StoreError where there is a graph that cannot be opened.
 */
export async function askedDocuments(
  engine: Checker,
  flags: { readonly documents?: readonly string[]; readonly data?: string },
  context: Context,
): Promise<AskedDocuments> {
  const graph = flags.documents ? undefined : await graphDocuments(flags, context);
  if (graph) return graph;
  const documents = checkedDocuments(async () => {
    const results: DocumentResult[] = [];
    for (const path of (flags.documents ?? [CORPUS]).flatMap((argument) => findDocuments(argument))) {
      const text = await readInput(path, context.stdin, LARGEST);
      const name = flags.documents ? path : relative(PACKAGE_ROOT, path);
      results.push(engine.check({ name, text, format: detectFormat(path, text) }));
    }
    return results;
  });
  return { documents, close: async () => {} };
}

/** The graph's documents; undefined where there is no graph yet, or none in it. Asking makes no graph. */
async function graphDocuments(
  flags: { readonly data?: string },
  context: Context,
): Promise<AskedDocuments | undefined> {
  const settings = storeSettings(flags, context.environment);
  if (!settings.neo4j && !existsSync(join(settings.data, 'graph.sqlite'))) return undefined;
  const store = await openStore(settings);
  const documents = storeDocuments(store);
  if ((await documents.count()) > 0) return { documents, close: () => store.close() };
  await store.close();
  return undefined;
}
