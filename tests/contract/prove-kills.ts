import { parseArgs } from 'node:util';
import { findServer } from '../neo4j/find-server.ts';
import { placeIn } from '../neo4j/place.ts';
import { makePlace } from '../store/sqlite/place.ts';
import { killIngestions } from './kills.ts';
import type { MakePlace } from './support.ts';

/**
 * `npm run prove:kills [-- --kills 30] [-- --seed 1] [-- --store sqlite|neo4j]`: kills ingestions at so many random moments, runs
 * each again and compares the graph with that of an ingestion that nobody killed. Ends with 1 where one differs. The server is
 * found as the tests find it.
 */
const { values: flags } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    documents: { type: 'string', default: '24' },
    store: { type: 'string', default: 'both' },
  },
});
const options = { kills: Number(flags.kills), seed: Number(flags.seed), documents: Number(flags.documents) };

/** @returns how many graphs differed */
async function prove(name: string, place: MakePlace): Promise<number> {
  console.log(`${name}: ${options.kills} kills, ${options.documents} documents, --seed ${options.seed}`);
  let [number, interrupted, different] = [0, 0, 0];
  for await (const killed of killIngestions(place, options)) {
    number += 1;
    if (killed.interrupted) interrupted += 1;
    if (killed.differences.length > 0) different += 1;
    const state = killed.interrupted ? `killed with ${killed.documents} documents written` : 'had ended before';
    console.log(
      `  ${number}. after ${Math.round(killed.moment)} ms: ${state}, then ${killed.differences.length === 0 ? 'the same graph' : 'ANOTHER GRAPH'}`,
    );
    for (const difference of killed.differences) console.log(`     ${difference.slice(0, 500)}`);
  }
  console.log(`${name}: ${interrupted} of ${number} were interrupted, ${different} graphs differ.\n`);
  return different;
}

async function proveOnNeo4j(): Promise<number> {
  const found = await findServer();
  if ('missing' in found) throw new Error(`No Neo4j to try: ${found.missing}.`);
  try {
    return await prove('Neo4j', placeIn(found.address));
  } finally {
    await found.stop();
  }
}

let different = 0;
if (flags.store !== 'neo4j') different += await prove('SQLite', makePlace);
if (flags.store !== 'sqlite') different += await proveOnNeo4j();
process.exit(different === 0 ? 0 : 1);
