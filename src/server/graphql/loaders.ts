import DataLoader from 'dataloader';
import type { EntityId, PredicateId } from '../../knowledge/model.ts';
import type { ClaimCount, StoreStatus, WholeDocument } from '../../store/graph-answers.ts';
import type { DocumentId, StoredEntity, StoredFact, StoredPredicate } from '../../store/graph-model.ts';
import type { FactFilter } from '../../store/graph-queries.ts';
import type { GraphStore } from '../../store/graph-store.ts';

/** Which facts of an entity. */
export interface FactsKey extends FactFilter {
  readonly entity: EntityId;
}

/** Collects what the resolvers of one request ask for, so that the store is asked once for many. */
export interface Loaders {
  readonly factsOf: DataLoader<FactsKey, readonly StoredFact[], string>;
  readonly factsAbout: DataLoader<FactsKey, readonly StoredFact[], string>;
  readonly wholeDocument: DataLoader<DocumentId, WholeDocument | undefined>;
  readonly entity: DataLoader<EntityId, StoredEntity | undefined>;
  readonly factCount: DataLoader<EntityId, number>;
  /** Asked once at most. */
  readonly predicates: () => Promise<ReadonlyMap<PredicateId, StoredPredicate>>;
  readonly claimCounts: () => Promise<readonly ClaimCount[]>;
  readonly status: () => Promise<StoreStatus>;
}

export function createLoaders(store: GraphStore): Loaders {
  return {
    factsOf: factsLoader((entities, filter) => store.factsOf(entities, filter)),
    factsAbout: factsLoader((entities, filter) => store.factsAbout(entities, filter)),
    wholeDocument: new DataLoader(async (ids) => Promise.all(ids.map((id) => store.document(id)))),
    entity: new DataLoader(async (ids) => {
      const entities = await store.entities(ids);
      return ids.map((id) => entities.get(id));
    }),
    factCount: new DataLoader(async (ids) => {
      const counts = await store.factCounts(ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    predicates: once(async () => new Map((await store.predicates()).map((each) => [each.id, each]))),
    claimCounts: once(() => store.countClaims()),
    status: once(() => store.status()),
  };
}

/** The same answer to everyone who asks. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

type FactsQuery = (
  entities: readonly EntityId[],
  filter: FactFilter,
) => Promise<ReadonlyMap<EntityId, readonly StoredFact[]>>;

/** One question to the store per filter that occurs. */
function factsLoader(query: FactsQuery): DataLoader<FactsKey, readonly StoredFact[], string> {
  return new DataLoader(
    async (keys) => {
      const asked = new Map<string, Set<EntityId>>();
      for (const key of keys) {
        const filter = filterOf(key);
        asked.set(filter, (asked.get(filter) ?? new Set()).add(key.entity));
      }
      const answers = new Map(
        [...asked].map(([filter, entities]) => [filter, query([...entities], parseFilter(filter))]),
      );
      return Promise.all(keys.map(async (key) => (await answers.get(filterOf(key)))?.get(key.entity) ?? []));
    },
    { cacheKeyFn: (key) => `${key.entity} ${filterOf(key)}` },
  );
}

function filterOf({ predicates, deprecated = false }: FactFilter): string {
  return JSON.stringify({ ...(predicates ? { predicates } : {}), deprecated });
}

function parseFilter(filter: string): FactFilter {
  return JSON.parse(filter) as FactFilter;
}
