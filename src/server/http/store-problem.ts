import { StoreError, type StoreErrorCode } from '../../store/store-error.ts';
import { Problem } from './problem.ts';
import { graphAway, graphNotWritable } from './problems.ts';

/** The store is away or busy; it may be back soon. */
const PASSING: ReadonlySet<StoreErrorCode> = new Set(['STORE_UNREACHABLE', 'STORE_LOCKED', 'STORE_CLOSED']);
/** Mistakes of a request that only the store finds. Their messages name nothing but the request. */
const OF_THE_REQUEST: { readonly [Code in StoreErrorCode]?: string } = {
  STORE_BAD_CURSOR: '分页游标不属于此列表。请使用同一查询返回的 endCursor，或从头开始。',
  STORE_BAD_QUERY: '查询中的数量、层级或长度超出允许范围。',
};

/** What a client is told of an error of the store; undefined where the store, or what we asked of it, is broken. */
export function storeProblem(error: unknown): Problem | undefined {
  if (!(error instanceof StoreError)) return undefined;
  if (PASSING.has(error.code)) return graphAway(error);
  if (error.code === 'STORE_FULL') return graphNotWritable('full', error);
  if (error.code === 'STORE_READ_ONLY') return graphNotWritable('read-only', error);
  const zh = OF_THE_REQUEST[error.code];
  if (zh === undefined) return undefined;
  const title = { en: 'The request cannot be used', zh: '请求无法使用' };
  return new Problem(error.code, { status: 400, title, detail: { en: error.message, zh } });
}
