import type { Page, WholeDocument } from '../store/graph-answers.ts';
import type { PageQuery } from '../store/graph-queries.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** Writes the graph as text, piece by piece, so that it need not fit into memory. */
export type Exporter = (store: GraphStore) => AsyncIterable<string>;

/** Everything of a list. */
export async function* everything<T>(list: (page: PageQuery) => Promise<Page<T>>): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const page = await list({ after, limit: 1000 });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Every document with all that it says. */
export async function* wholeDocuments(store: GraphStore): AsyncGenerator<WholeDocument> {
  for await (const { id } of everything((page) => store.listDocuments(page))) {
    const whole = await store.document(id);
    if (whole) yield whole;
  }
}
