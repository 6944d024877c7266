import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { Engine } from '../../src/engine.ts';
import { openStore } from '../../src/store/open-store.ts';
import { variedText } from './varied-text.ts';

/**
 * `npm run bench:service [-- --seconds 10] [-- --json]`: how fast the service is, asked over HTTP by a client on the same machine,
 * with the machine's load noted. One process serves, this one asks.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const flag = (name: string) => process.argv[process.argv.indexOf(name) + 1];
const SECONDS = process.argv.includes('--seconds') ? Number(flag('--seconds')) : 10;
const CONNECTIONS = 50;
const KNOWLEDGE = { ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] };

interface Figure {
  readonly value: number;
  readonly goal: string;
}

interface Server {
  readonly address: string;
  /** Milliseconds from the start of the process until it was ready. */
  readonly started: number;
  stop(): Promise<void>;
}

/** Starts the service on a free port. */
async function startServer(data: string, environment: Record<string, string> = {}): Promise<Server> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path('src/cli/main.ts'), 'serve', '--port', '0', '--data', data],
    {
      cwd: path('.'),
      env: { ...process.env, ERRATA_RATE_LIMIT: '0', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const found = /is ready at (\S+)/u.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the service ended:\n${said}`)));
  });
  const stop = async () => {
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { address, started: performance.now() - start, stop };
}

type Load = Omit<autocannon.Options, 'connections' | 'duration'>;

async function load(options: Load, seconds = SECONDS): Promise<autocannon.Result> {
  const result = await autocannon({ connections: CONNECTIONS, duration: seconds, ...options });
  const wrong = result.non2xx + result.errors + result.timeouts;
  if (wrong > 0) throw new Error(`${wrong} requests to ${options.url} were not answered with 2xx`);
  return result;
}

function post(address: string, bodies: readonly object[]): Load {
  const headers = { 'content-type': 'application/json' };
  const requests = bodies.map((body) => ({
    method: 'POST' as const,
    path: '/verify',
    headers,
    body: JSON.stringify(body),
  }));
  return { url: address, requests };
}

function readClaims(): string[] {
  return ['claims-dev.jsonl', 'claims-dev2.jsonl', 'claims-dev3.jsonl'].flatMap((file) =>
    readFileSync(path(`tests/eval/${file}`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { claim: string }).claim),
  );
}

async function measure(): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  const note = (name: string, value: number, goal = '') => {
    figures[name] = { value: Math.round(value * 100) / 100, goal };
  };
  const data = mkdtempSync(join(tmpdir(), 'errata-bench-'));
  const claims = readClaims();
  const one = [{ claim: 'PyTorch was developed by Google.' }];
  const batches = Array.from({ length: Math.floor(claims.length / 100) }, (_, index) => ({
    claims: claims.slice(index * 100, index * 100 + 100),
  }));
  try {
    const first = await startServer(data);
    note('start to ready, empty graph (ms)', first.started);
    await first.stop();
    const server = await startServer(data);
    note('start to ready, filled graph (ms)', server.started, '≤ 3000');
    await load(post(server.address, one), 2);
    const short = await load(post(server.address, one));
    note('POST /verify, one claim: requests a second', short.requests.average, '≥ 1000');
    note('POST /verify, one claim: p99 (ms)', short.latency.p99, '≤ 60');
    await load({ ...post(server.address, batches), connections: 4 } as Load, 3);
    const batch = await load({ ...post(server.address, batches), connections: 8 } as Load);
    note('POST /verify, batches of 100, seen before: claims a second', batch.requests.average * 100, '≥ 5000');
    await besideDocument(server, one, note);
    await graphql(server, data, note);
    await server.stop();
    const cold = await startServer(data, { ERRATA_CACHED_CLAIMS: '0' });
    await load(post(cold.address, batches.slice(0, 1)), 2);
    const fresh = await load({ ...post(cold.address, batches), connections: 8 } as Load);
    note('POST /verify, batches of 100, nothing kept: claims a second', fresh.requests.average * 100);
    await cold.stop();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  return figures;
}

type Note = (name: string, value: number, goal?: string) => void;

/** Short claims while a document of 5 MB is checked. */
async function besideDocument(server: Server, bodies: readonly object[], note: Note): Promise<void> {
  const engine = Engine.load(KNOWLEDGE);
  const text = variedText(engine.knowledge, readClaims(), 5e6);
  // Half of what the service can do, so that it is not the client that takes the processor.
  const rate = { overallRate: 300 };
  const before = await load({ ...post(server.address, bodies), ...rate });
  const leave = new AbortController();
  const checking = fetch(`${server.address}/check`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'text/plain' },
    signal: leave.signal,
  });
  let done = false;
  checking.then(
    () => {
      done = true;
    },
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const during = await load({ ...post(server.address, bodies), ...rate });
  note('p99 of POST /verify at 300 requests a second (ms)', before.latency.p99);
  note('the same while 5 MB are checked (ms)', during.latency.p99, '≤ 2 × the line above');
  note('whether the check was over before (0: no)', done ? 1 : 0, '0');
  leave.abort();
}

/** An entity with 20 facts and their sources, over GraphQL and read from the store directly. */
async function graphql(server: Server, data: string, note: Note): Promise<void> {
  const store = await openStore({ data });
  const id = 'person/geoffrey-hinton';
  const facts = (await store.factsOf([id])).get(id)?.length ?? 0;
  const read = async () => {
    await store.entities([id]);
    await store.factsOf([id]);
  };
  for (let turn = 0; turn < 200; turn++) await read();
  const start = performance.now();
  for (let turn = 0; turn < 1000; turn++) await read();
  const raw = (performance.now() - start) / 1000;
  await store.close();
  const query = `{ entity(id: "${id}") { label facts { statement { en zh } sources { url title } } } }`;
  const request = {
    method: 'POST' as const,
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
  await load({ url: server.address, requests: [request], connections: 1 } as Load, 2);
  const answer = await load({ url: server.address, requests: [request], connections: 1 } as Load, 5);
  note(`the store reads an entity with ${facts} facts (ms)`, raw);
  note('GraphQL answers the same over HTTP (ms)', 1000 / answer.requests.average, '≤ 2 × the line above');
}

const before = loadavg()[0] ?? 0;
const figures = await measure();
const machine = {
  cores: cpus().length,
  model: cpus()[0]?.model ?? '',
  node: process.version,
  load: [before, loadavg()[0] ?? 0],
};
if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.table(figures);
  console.log(
    `${machine.cores} cores (${machine.model}), Node ${machine.node}, load ${machine.load.map((value) => value.toFixed(1)).join(' before, ')} after`,
  );
}
process.exit(0);
