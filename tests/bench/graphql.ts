import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { z } from 'zod';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { loadEngine } from '../engine/knowledge.ts';
import { corpusGraph } from '../neo4j/corpus-graph.ts';
import { findServer } from '../neo4j/find-server.ts';
import type { Neo4jAddress } from '../neo4j/harness.ts';

/**
 * `npm run bench:graphql [-- --seconds 5]`: an entity with about 20 facts and their sources, asked of this service and of one made with
 * @neo4j/graphql, on the same Neo4j and data, in turns, each in a process of its own. The server is found as the tests find it.
 */
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const SECONDS = process.argv.includes('--seconds') ? Number(process.argv[process.argv.indexOf('--seconds') + 1]) : 5;
const FACTS = 20;
const TURNS = 2;
/** One that waits for each answer; ten at once. */
const CONNECTIONS = [1, 10];

interface Contender {
  readonly name: string;
  readonly address: string;
  readonly query: string;
  stop(): void;
}

/** Starts a process and takes its address from what it prints. */
async function start(
  name: string,
  parameters: readonly string[],
  options: { environment: Record<string, string>; query: string; address: RegExp },
): Promise<Contender> {
  const child = spawn(process.execPath, parameters, {
    cwd: path('.'),
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        const found = options.address.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    child.once('exit', () => reject(new Error(`${name} ended:\n${said}`)));
  });
  return { name, address, query: options.query, stop: () => void child.kill('SIGTERM') };
}

function contenders({ uri, user, password, database }: Neo4jAddress, id: string, data: string): Promise<Contender[]> {
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const ours = [
    '--import',
    'tsx',
    path('src/cli/main.ts'),
    'serve',
    '--port',
    '0',
    '--data',
    data,
    '--log-level',
    'error',
  ];
  return Promise.all([
    start('errata', ours, {
      environment: { ...environment, ERRATA_RATE_LIMIT: '0' },
      query: `{ entity(id: "${id}") { label facts { statement { en zh } sources { url title } } } }`,
      address: /(http:\S+\/graphql) /u,
    }),
    start('@neo4j/graphql', [path('tests/bench/neo4j-graphql/server.mjs')], {
      environment,
      query: `{ entities(where: { id: { eq: "${id}" } }) { label_en facts(where: { deprecated: { eq: false } }) { statement_en statement_zh sources { url title } } } }`,
      address: /(http:\S+\/graphql)/u,
    }),
  ]);
}

const answerSchema = z.object({ data: z.record(z.string(), z.unknown()) });
const factsSchema = z.object({ facts: z.array(z.object({ sources: z.array(z.object({ url: z.string() })).min(1) })) });

/** How many facts a contender gives, each with its sources. */
async function factsFrom({ address, query }: Contender): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const [entity] = Object.values(answerSchema.parse(await answer.json()).data).flat();
  return factsSchema.parse(entity).facts.length;
}

async function load({ address, query }: Contender, connections: number, seconds: number): Promise<autocannon.Result> {
  const result = await autocannon({
    url: address,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    connections,
    duration: seconds,
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return result;
}

/** The entity whose facts are nearest to so many. */
async function entityWith(facts: number, address: Neo4jAddress): Promise<string> {
  const engine = loadEngine();
  await (await corpusGraph(engine, address)).close();
  const store = await openNeo4jStore(address);
  const ids = [...engine.knowledge.entities.keys()].filter((id) => !engine.knowledge.isVocabulary(id)).sort();
  const counted = [...(await store.factsOf(ids))].map(([id, list]) => ({ id, off: Math.abs(list.length - facts) }));
  await store.close();
  return counted.sort((a, b) => a.off - b.off || (a.id < b.id ? -1 : 1))[0]?.id ?? '';
}

async function compare(address: Neo4jAddress): Promise<Record<string, Record<string, number | string>>> {
  const id = await entityWith(FACTS, address);
  const data = mkdtempSync(join(tmpdir(), 'errata-bench-'));
  const both = await contenders(address, id, data);
  try {
    const counts = await Promise.all(both.map(factsFrom));
    if (counts[0] !== counts[1]) throw new Error(`they give ${counts.join(' and ')} facts of ${id}`);
    for (const contender of both) await load(contender, 10, 3);
    const figures: Record<string, Record<string, number | string>> = {};
    for (const connections of CONNECTIONS) {
      for (let turn = 1; turn <= TURNS; turn++) {
        const row: Record<string, number | string> = { facts: counts[0] ?? 0 };
        for (const contender of both) {
          const { requests, latency } = await load(contender, connections, SECONDS);
          row[`${contender.name} (requests/s)`] = Math.round(requests.average);
          row[`${contender.name} p50, p99 (ms)`] = `${latency.p50}, ${latency.p99}`;
        }
        figures[`${connections} connection(s), turn ${turn}`] = row;
      }
    }
    return figures;
  } finally {
    for (const contender of both) contender.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

const found = await findServer({ longLived: true });
if ('missing' in found) {
  console.error(`No Neo4j to measure: ${found.missing}.`);
  process.exit(2);
}
const before = loadavg()[0] ?? 0;
try {
  console.table(await compare(found.address));
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`,
  );
} finally {
  await found.stop();
}
process.exit(0);
