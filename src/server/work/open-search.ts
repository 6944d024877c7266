import type { Engine } from '../../engine.ts';
import type { VectorSettings } from '../../retrieval/vector-settings.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { SearchPort } from '../graphql/search.ts';
import type { Metrics } from '../metrics.ts';
import type { Progress } from './progress.ts';

/** New passages up to this number get their vectors at once; more wait for `errata index`. */
const AT_ONCE = 500;

export interface SearchParts {
  readonly engine: Engine;
  readonly store: GraphStore;
  /** Tells when documents have come in. */
  readonly progress: Progress;
  readonly metrics: Metrics;
  /** How to search by meaning; undefined: only by words and by the graph. */
  readonly vectors: VectorSettings | undefined;
  /** Told of what goes wrong with the model; search goes on without it. */
  readonly onError: (error: unknown) => void;
}

/**
 * The search over words, meaning and graph; takes some seconds, giving way to requests. Facts and entities are indexed in this
 * process; passages, with their words and vectors, are searched in the graph.
 */
export async function openSearch({ engine, store, ...parts }: SearchParts): Promise<SearchPort> {
  const { progress, metrics, vectors, onError } = parts;
  const { Search } = await import('../../retrieval/search.ts');
  const { knowledge, linker } = engine;
  const search = await Search.open({ knowledge, linker, graph: store, vectors });
  if (!vectors) return search;
  const { Embedder } = await import('../../retrieval/embedder.ts');
  Embedder.shared(vectors.model).onBatch = (seconds) => metrics.took('model', 'embed', seconds);
  const update = () => void search.updatePassages({ atMost: AT_ONCE }).catch(onError);
  progress.listen(({ stage }) => (stage === 'done' ? update() : undefined));
  update();
  return search;
}
