import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { Ingestion } from '../../src/ingestion/ingestion.ts';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { loadEngine } from '../engine/knowledge.ts';
import { ingestCorpus } from '../neo4j/corpus-graph.ts';
import { findServer } from '../neo4j/find-server.ts';
import type { Neo4jAddress } from '../neo4j/harness.ts';
import { clearGraph, emptyDatabase, rawDriver } from '../neo4j/server.ts';
import { subjectOf, syntheticKnowledge } from './synthetic-facts.ts';

/**
 * `npm run bench:neo4j [-- --facts 1000000]`: how fast the graph in Neo4j is: knowledge and corpus written into an empty database, cold and warm; a
 * second time; look-ups beside the raw driver's time for the same rows; with `--facts`, so many synthetic facts loaded and looked up,
 * and a hundredth of them for comparison. The server is found as the tests find it.
 */
const LOOKUPS = 200;
const SUBJECTS = 10;

const flag = process.argv.indexOf('--facts');
const SYNTHETIC = flag < 0 ? 0 : Number(process.argv[flag + 1]);

const engine = loadEngine();
const found = await findServer({ longLived: true });
if ('missing' in found) {
  console.error(`No Neo4j to measure: ${found.missing}.`);
  process.exit(2);
}
try {
  if (SYNTHETIC > 0) await synthetic(found.address);
  else await measure(found.address);
} finally {
  await found.stop();
}

async function measure(address: Neo4jAddress): Promise<void> {
  await emptyDatabase(address);
  const figures: Record<string, number | string> = { facts: engine.knowledge.facts.length };
  const store = await openNeo4jStore(address);
  const ingest = () => timed(() => ingestCorpus(engine, store));
  figures['knowledge and corpus, cold (s)'] = seconds(await ingest());
  await clearGraph(address);
  const warm = await ingest();
  figures['knowledge and corpus, warm (s)'] = seconds(warm);
  figures['again (s)'] = seconds(await ingest());
  const changed = new Ingestion(engine, store, { checkerVersion: 'other' });
  const text = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
  figures['one more document (s)'] = seconds(
    await timed(async () => void (await changed.ingest({ name: 'README.md', text, format: 'markdown' }))),
  );
  const driver = rawDriver(address);
  const [ours, raw] = await lookups(driver, async (ids) => void (await store.factsOf(ids)));
  figures[`facts of ${SUBJECTS} subjects, median (ms)`] = ours.toFixed(2);
  figures['the same rows by the raw driver (ms)'] = raw.toFixed(2);
  figures.ratio = (ours / raw).toFixed(2);
  await driver.close();
  await store.close();
  console.table(figures);
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model ?? ''}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
  );
}

/** Loads synthetic facts and looks up ten subjects' facts, in a small and in the whole number. */
async function synthetic(address: Neo4jAddress): Promise<void> {
  const figures: Record<string, Record<string, number | string>> = {};
  for (const facts of [SYNTHETIC / 100, SYNTHETIC]) {
    await emptyDatabase(address);
    const store = await openNeo4jStore(address);
    const loading = await timed(async () => void (await store.writeKnowledge(syntheticKnowledge(facts))));
    const times: number[] = [];
    for (let turn = 0; turn < LOOKUPS * 2; turn++) {
      const subjects = Array.from({ length: SUBJECTS }, (_, index) =>
        subjectOf((turn * 7717 + index * 31_337) % Math.floor(facts / 10)),
      );
      times.push(await timed(async () => void (await store.factsOf(subjects))));
    }
    const settled = times.slice(LOOKUPS);
    figures[facts.toLocaleString('en-US')] = {
      'loaded (facts/s, ≥ 4,000)': Math.round(facts / (loading / 1000)),
      [`facts of ${SUBJECTS} subjects, median (ms)`]: quantile(settled, 0.5).toFixed(2),
      'p99 (ms, ≤ 30)': quantile(settled, 0.99).toFixed(2),
    };
    await store.close();
  }
  console.table(figures);
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
  await emptyDatabase(address);
}

/** Medians of looking up the same random subjects, by us and by the driver alone, taken in turns. */
async function lookups(driver: Driver, ours: (ids: string[]) => Promise<void>): Promise<[number, number]> {
  const subjects = [...new Set(engine.knowledge.facts.map(({ subject }) => subject))];
  const pick = (turn: number) =>
    Array.from({ length: SUBJECTS }, (_, index) => subjects[(turn * 7919 + index * 104729) % subjects.length] ?? '');
  const statement =
    'UNWIND $ids AS id MATCH (f:Fact {subject: id}) WHERE NOT f.deprecated RETURN f.body AS body ORDER BY f.position';
  const raw = async (ids: string[]) => {
    const { records } = await driver.executeQuery(statement, { ids }, { routing: 'READ' });
    for (const record of records) JSON.parse(record.get('body'));
  };
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < LOOKUPS; turn++) {
    const ids = pick(turn);
    times[0].push(await timed(() => ours(ids)));
    times[1].push(await timed(() => raw(ids)));
  }
  return [median(times[0].slice(20)), median(times[1].slice(20))];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
