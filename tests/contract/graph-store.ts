import { afterEach, describe } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { documentSuite } from './document-suite.ts';
import { faultSuite } from './fault-suite.ts';
import { hostileSuite } from './hostile-suite.ts';
import { knowledgeSuite } from './knowledge-suite.ts';
import { searchSuite } from './search-suite.ts';
import type { MakePlace, Place } from './support.ts';
import { vectorSuite } from './vector-suite.ts';

/** How a suite gets its stores: fresh and empty, closed and removed after the test. */
export interface Stores {
  /** An empty store. */
  empty(): Promise<GraphStore>;
  /** An empty place that nobody has opened yet. */
  place(): Promise<Place>;
  /** Another store at a place, as another process would open it. */
  open(place: Place): Promise<GraphStore>;
}

export interface SuiteOptions {
  /** How many random moments the fault suite kills an ingestion at. Default 3; `KILLS` in the environment wins. */
  readonly kills?: number;
}

/** What every adapter of the graph must do. Call it in the adapter's test with a function that makes an empty place. */
export function describeGraphStore(name: string, makePlace: MakePlace, options: SuiteOptions = {}): void {
  const opened: GraphStore[] = [];
  const places: Place[] = [];
  const stores: Stores = {
    empty: async () => stores.open(await stores.place()),
    place: async () => {
      const place = await makePlace();
      places.push(place);
      return place;
    },
    open: async (place) => {
      const store = await openStore(place.settings);
      opened.push(store);
      return store;
    },
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    for (const place of places.splice(0)) await place.dispose();
  });

  describe(`${name}: knowledge`, () => knowledgeSuite(stores));
  describe(`${name}: search`, () => searchSuite(stores));
  describe(`${name}: documents`, () => documentSuite(stores));
  describe(`${name}: hostile names`, () => hostileSuite(stores));
  describe(`${name}: vectors`, () => vectorSuite(stores));
  describe(`${name}: faults`, () => faultSuite(stores, Number(process.env.KILLS ?? options.kills ?? 3)));
}
