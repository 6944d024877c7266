import type { DocumentRows } from './graph-model.ts';
import { StoreError } from './store-error.ts';

/** Checks that the rows of a document fit together. @throws StoreError `STORE_BAD_ROWS` naming the first that does not. */
export function checkRows({
  document,
  text,
  segments,
  passages,
  mentions,
  claims,
  contradictions,
}: DocumentRows): void {
  const fail = (what: string): never => {
    throw new StoreError(
      'STORE_BAD_ROWS',
      `The rows of “${document.name}” do not fit together: ${what}. Make them with toGraph.`,
    );
  };
  const segmentIds = uniqueIds(segments, fail);
  const passageIds = uniqueIds(passages, fail);
  const claimIds = uniqueIds(claims, fail);
  uniqueIds(mentions, fail);
  for (const row of [...segments, ...passages, ...claims])
    if (row.documentId !== document.id) fail(`${row.id} is of another document`);
  for (const { id, segmentId } of passages) if (!segmentIds.has(segmentId)) fail(`passage ${id} is in no segment`);
  for (const { id, passageId } of [...mentions, ...claims])
    if (!passageIds.has(passageId)) fail(`${id} is in no passage`);
  for (const { id, start, end, quote } of claims)
    if (text.slice(start, end) !== quote) fail(`claim ${id} does not quote the text`);
  for (const { id, a, b } of contradictions)
    if (!claimIds.has(a) || !claimIds.has(b)) fail(`contradiction ${id} is of no claims`);
}

function uniqueIds(rows: readonly { readonly id: string }[], fail: (what: string) => never): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of rows) {
    if (ids.has(id)) fail(`${id} occurs twice`);
    ids.add(id);
  }
  return ids;
}
