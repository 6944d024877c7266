import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type ApiError, asApiError } from '../../api/api-error.ts';
import { fetchAround, fetchBetween, type GraphFilter, type GraphPart } from '../data/graph-queries.ts';
import { connected, type Expansion, WAY } from './model.ts';

/** Where a graph begins: around an entity, or with the way between two. */
export type Start = { readonly around: string } | { readonly from: string; readonly to: string };

/** How many facts are shown at first around an entity, and around one that is expanded. */
export const LIMITS = { first: 100, more: 300, expanded: 40 } as const;

export interface OpenGraph {
  readonly expansions: readonly Expansion[];
  readonly running: boolean;
  readonly error: ApiError | undefined;
  /** Shows what lies around a node too. */
  readonly expand: (id: string) => void;
  /** Takes that away again. */
  readonly collapse: (id: string) => void;
  readonly retry: () => void;
}

interface GraphOptions {
  readonly start: Start;
  readonly filter: GraphFilter;
  /** Facts at most around where it begins. */
  readonly limit: number;
}

/** Keeps the parts of the graph that were opened; all are fetched anew when the filter changes. */
export function useGraph({ start, filter, limit }: GraphOptions): OpenGraph {
  const key = JSON.stringify(start);
  const [state, setState] = useState<State>({ key: '', expansions: [], running: true, error: undefined });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(state);
  latest.current = state;
  const filterKey = JSON.stringify([filter, limit]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const opened = latest.current.key === key ? latest.current.expansions.slice(1).map(({ id }) => id) : [];
    setState((last) => ({ ...(last.key === key ? last : EMPTY), key, running: true, error: undefined }));
    Promise.all([begin(start, { filter, limit, signal }), ...opened.map((id) => around(id, { filter, signal }))]).then(
      (all) => {
        const expansions = connected(all.filter((each) => each !== undefined));
        if (!signal.aborted) setState({ key, expansions, running: false, error: undefined });
      },
      (error: unknown) => {
        if (!signal.aborted) setState((last) => ({ ...last, running: false, error: asApiError(error) }));
      },
    );
    return () => controller.abort();
  }, [key, filterKey, attempt]);
  return useMemo(() => {
    const expand = (id: string) => {
      setState((last) => ({ ...last, running: true, error: undefined }));
      around(id, { filter }).then(
        (added) => setState((last) => (last.key === key ? withAdded(last, added) : last)),
        (error: unknown) => setState((last) => ({ ...last, running: false, error: asApiError(error) })),
      );
    };
    const collapse = (id: string) =>
      setState((last) => ({ ...last, expansions: connected(last.expansions.filter((each) => each.id !== id)) }));
    return { ...state, expand, collapse, retry: () => setAttempt((last) => last + 1) };
  }, [state, filterKey, key]);
}

interface State {
  /** What the expansions begin with. */
  readonly key: string;
  readonly expansions: readonly Expansion[];
  readonly running: boolean;
  readonly error: ApiError | undefined;
}

const EMPTY = { expansions: [] } as const;

function withAdded(state: State, added: Expansion | undefined): State {
  const others = state.expansions.filter(({ id }) => id !== added?.id);
  return { ...state, running: false, expansions: added ? [...others, added] : others };
}

interface FetchOptions {
  readonly filter: GraphFilter;
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

async function begin(start: Start, options: FetchOptions): Promise<Expansion | undefined> {
  if ('around' in start) return await around(start.around, options);
  const { path, from, to } = await fetchBetween(start.from, start.to, options.signal);
  const ends = [from, to].filter((end) => end !== null);
  const part: GraphPart = { entities: path?.entities ?? ends, facts: path?.facts ?? [], claims: [], truncated: false };
  return { id: WAY, part };
}

async function around(
  id: string,
  { filter, limit = LIMITS.expanded, signal }: FetchOptions,
): Promise<Expansion | undefined> {
  const part = await fetchAround({ id, limit, ...filter, signal });
  return part && { id, part };
}
