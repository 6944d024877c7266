import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';

/**
 * `npm run bench:soak [-- --seconds 600] [-- --rate 40] [-- --json]`: the service under half of what it can do (or `--rate` requests/s), for a while (default 120 s), with clients
 * beside it that read slowly, that never finish their request and that go away in the middle. Says how memory went, how many
 * requests failed, and whether a SIGTERM under load dropped any.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const flag = (name: string, otherwise: number) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise;
const SECONDS = flag('--seconds', 120);
const CONNECTIONS = 20;
/** Connections that are held open by clients that do nothing more. */
const HALF_OPEN = 50;
const SLOW = 10;

interface Server {
  readonly address: URL;
  readonly pid: number;
  /** Resolves with the exit code once the process ends. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

async function startServer(data: string): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path('src/cli/main.ts'), 'serve', '--port', '0', '--data', data, '--log-level', 'error'],
    { cwd: path('.'), env: { ...process.env, ERRATA_RATE_LIMIT: '0' }, stdio: ['ignore', 'inherit', 'pipe'] },
  );
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const found = /is ready at (\S+)/u.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`the service ended:\n${said}`)));
  });
  return { address: new URL(address), pid: child.pid ?? 0, ended, kill: (signal) => void child.kill(signal) };
}

function readClaims(): string[] {
  return ['claims-dev.jsonl', 'claims-dev2.jsonl'].flatMap((file) =>
    readFileSync(path(`tests/eval/${file}`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { claim: string }).claim),
  );
}

/** Claims, questions and queries, as they come in real use. */
function mixedRequests(): autocannon.Request[] {
  const headers = { 'content-type': 'application/json' };
  const post = (to: string, body: object) => ({
    method: 'POST' as const,
    path: to,
    headers,
    body: JSON.stringify(body),
  });
  const claims = readClaims();
  return claims
    .slice(0, 300)
    .flatMap((claim, index) => [
      post('/verify', { claim }),
      ...(index % 5 === 0 ? [post('/ask', { question: 'Who developed PyTorch?' })] : []),
      ...(index % 7 === 0
        ? [post('/graphql', { query: '{ entity(id: "framework/pytorch") { label facts { statement { en } } } }' })]
        : []),
      ...(index % 50 === 0 ? [post('/check', { text: claims.slice(index, index + 20).join('\n\n') })] : []),
    ]);
}

async function load(address: URL, options: { seconds: number; rate?: number }): Promise<autocannon.Result> {
  const { seconds, rate } = options;
  return await autocannon({
    url: address.origin,
    connections: CONNECTIONS,
    duration: seconds,
    // A busy machine is slow to answer; that is no error
    timeout: 60,
    requests: mixedRequests(),
    ...(rate === undefined ? {} : { overallRate: rate }),
  });
}

/** Resident memory in MB. */
function memory(pid: number): number {
  const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * 4096) / 1e6;
}

/** Clients that misbehave as long as they are let. @returns what ends them */
function troublesome({ hostname, port }: URL): () => void {
  const open = (): Socket => connect(Number(port), hostname).on('error', () => undefined);
  const body = JSON.stringify({ claim: 'PyTorch was developed by Google.' });
  const head = `POST /verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  const halfOpen = Array.from({ length: HALF_OPEN }, (_, index) => {
    const socket = open();
    socket.write(index % 2 === 0 ? head.slice(0, 40) : `${head}${body.slice(0, 5)}`);
    return socket;
  });
  const slow = Array.from({ length: SLOW }, () => {
    const socket = open();
    socket.write('GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50));
    socket.pause();
    return socket;
  });
  const leaving = setInterval(() => {
    const socket = open();
    socket.write(head + body, () => socket.destroy());
  }, 50);
  return () => {
    clearInterval(leaving);
    for (const socket of [...halfOpen, ...slow]) socket.destroy();
  };
}

async function halfOfPeak(address: URL): Promise<number> {
  const peak = await load(address, { seconds: 10 });
  figures['peak (requests/s)'] = Math.round(peak.requests.average);
  return Math.max(1, Math.floor(peak.requests.average / 2));
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
}

const figures: Record<string, number | string> = {};
const data = mkdtempSync(join(tmpdir(), 'errata-soak-'));
const before = loadavg()[0] ?? 0;
try {
  const server = await startServer(data);
  await load(server.address, { seconds: 10 });
  const rate = flag('--rate', 0) || (await halfOfPeak(server.address));
  figures['requests/s'] = rate;
  const stopTrouble = troublesome(server.address);
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(memory(server.pid)), 1_000);
  const soak = await load(server.address, { seconds: SECONDS, rate });
  clearInterval(sampling);
  stopTrouble();
  // Caches fill and code is compiled in the beginning
  const settled = samples.slice(Math.floor(samples.length / 5));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  figures['soak (s)'] = SECONDS;
  figures['… requests'] = soak.requests.total;
  figures['… p99 (ms)'] = soak.latency.p99;
  figures['… not 2xx, errors, timeouts'] = `${soak.non2xx}, ${soak.errors}, ${soak.timeouts}`;
  figures['… memory after a fifth of the time, mean (MB)'] = Math.round(mean(settled));
  for (const part of [0, 1, 2, 3]) {
    const quarter = settled.slice((part * settled.length) / 4, ((part + 1) * settled.length) / 4);
    figures[`… quarter ${part + 1} of it, mean over that (≤ ±10 %)`] = percent(mean(quarter) / mean(settled) - 1);
  }
  figures['… memory, highest (MB)'] = Math.round(Math.max(...samples));
  server.kill('SIGKILL');
  await server.ended;
  const again = await startServer(data);
  figures['after SIGKILL'] =
    (await fetch(new URL('/readyz', again.address))).status === 200 ? 'ready again' : 'NOT READY';
  const loading = load(again.address, { seconds: 8, rate });
  setTimeout(() => again.kill('SIGTERM'), 4_000);
  const stopped = await loading;
  figures['SIGTERM under load: exit code'] = String(await again.ended);
  figures['… answered, not 2xx'] = `${stopped['2xx']}, ${stopped.non2xx}`;
} finally {
  rmSync(data, { recursive: true, force: true });
}
const machine = `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`;
if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.table(figures);
  console.log(machine);
}
process.exit(0);
