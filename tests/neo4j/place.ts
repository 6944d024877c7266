import type { MakePlace } from '../contract/support.ts';
import type { Neo4jAddress } from './harness.ts';
import { clearGraph, emptyDatabase } from './server.ts';

/** Makes the tests' database the place of a store; emptied before each. */
export function placeIn({ uri, user, password, database }: Neo4jAddress): MakePlace {
  const settings = { data: '/nowhere', neo4j: { uri, user, password, database } };
  let first = true;
  return async () => {
    if (first) await emptyDatabase({ uri, user, password, database });
    else await clearGraph({ uri, user, password, database });
    first = false;
    return { settings, dispose: async () => undefined };
  };
}
