import DataLoader from 'dataloader';
import type { EntityId } from '../../knowledge/model.ts';
import type { DocumentId, StoredFact } from '../../store/graph-model.ts';
import type { FactFilter, GraphStore, WholeDocument } from '../../store/graph-store.ts';

/** Which facts of an entity. */
export interface FactsKey extends FactFilter {
  readonly entity: EntityId;
}

/** Collects what the resolvers of one request ask for, so that the store is asked once for many. */
export interface Loaders {
  readonly factsOf: DataLoader<FactsKey, readonly StoredFact[], string>;
  readonly factsAbout: DataLoader<FactsKey, readonly StoredFact[], string>;
  readonly wholeDocument: DataLoader<DocumentId, WholeDocument | undefined>;
}

export function createLoaders(store: GraphStore): Loaders {
  return {
    factsOf: factsLoader((entities, filter) => store.factsOf(entities, filter)),
    factsAbout: factsLoader((entities, filter) => store.factsAbout(entities, filter)),
    wholeDocument: new DataLoader(async (ids) => Promise.all(ids.map((id) => store.document(id)))),
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
