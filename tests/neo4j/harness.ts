import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

/** A running Neo4j and how to reach it. */
export interface Neo4jAddress {
  /** Bolt. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Where the Browser is, under `/browser/`; undefined where only Bolt is known. */
  readonly http?: string | undefined;
}

/** A Neo4j that was started here. */
export interface Neo4jProcess extends Neo4jAddress {
  readonly pid: number;
  /** Its folder; starting again with it continues with the same graph. */
  readonly home: string;
  /** Orderly: everything is written. With `keep` its folder stays. */
  stop(options?: { keep?: boolean }): Promise<void>;
  /** SIGKILL, as when the machine loses power. The folder stays. */
  kill(): Promise<void>;
}

export interface HarnessOptions {
  /** The folder of an earlier server. Default: a new one under the system's temporary folder. */
  readonly home?: string;
  readonly password?: string;
  /** Settings of neo4j.conf, such as `server.bolt.listen_address`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Largest heap, default `2g`. */
  readonly heap?: string;
  /** For benchmarks: lets Java compile as well as it can, which costs a server of tests more than it gains. Default false. */
  readonly longLived?: boolean;
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const ADDRESSES = z.object({ bolt: z.string(), http: z.string(), pid: z.number() });
const SOURCE = 'src/main/java/errata/Neo4jForTests.java';
const START_WITHIN_MS = 300_000;
const JAVA = [
  '-XX:+UseSerialGC',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--add-modules=jdk.incubator.vector',
];

/** Compiles the harness unless it is up to date; Maven fetches Neo4j the first time. @throws with Maven's words. */
export async function buildHarness(): Promise<void> {
  if (isBuilt()) return;
  const offline = ['-q', '-B', '-o', '-f', join(folder, 'pom.xml'), 'process-classes'];
  const run = promisify(execFile);
  try {
    await run('mvn', offline);
  } catch {
    await run(
      'mvn',
      offline.filter((word) => word !== '-o'),
    );
  }
  // Maven leaves the file as it is where the classpath is the same
  const now = new Date();
  utimesSync(join(folder, 'target', 'classpath'), now, now);
}

function isBuilt(): boolean {
  const made = join(folder, 'target', 'classpath');
  const changed = ['pom.xml', SOURCE].map((name) => statSync(join(folder, name)).mtimeMs);
  if (!existsSync(made) || statSync(made).mtimeMs < Math.max(...changed)) return false;
  return readFileSync(made, 'utf8').split(':').every(existsSync);
}

/** Starts a Neo4j of its own, after `buildHarness`. @throws with its log where it does not come up. */
export async function startHarness(options: HarnessOptions = {}): Promise<Neo4jProcess> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'errata-neo4j-'));
  const password = options.password ?? randomUUID();
  const classpath = `${join(folder, 'target', 'classes')}:${readFileSync(join(folder, 'target', 'classpath'), 'utf8')}`;
  const settings = Object.entries(options.settings ?? {}).map(([name, value]) => `${name}=${value}`);
  const machine = [
    '-Xms256m',
    `-Xmx${options.heap ?? '2g'}`,
    ...(options.longLived ? [] : ['-XX:TieredStopAtLevel=1']),
  ];
  const java = [...machine, ...JAVA, '-cp', classpath, 'errata.Neo4jForTests'];
  const child = spawn('java', [...java, home, ...settings], {
    env: { ...process.env, NEO4J_TEST_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { bolt, http, pid } = await addressesOf(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  return {
    ...{ uri: bolt, http, pid, home, user: 'neo4j', password, database: 'neo4j' },
    async stop({ keep = false } = {}) {
      child.stdin.end();
      await ended;
      if (!keep) remove();
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Waits for the line with the addresses. */
function addressesOf(child: ChildProcess): Promise<z.infer<typeof ADDRESSES>> {
  return new Promise((resolve, reject) => {
    const log: string[] = [];
    const fail = (why: string) => reject(new Error(`Neo4j for tests ${why}:\n${log.slice(-30).join('\n')}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`did not start within ${START_WITHIN_MS / 1000} s`);
    }, START_WITHIN_MS);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        log.push(line);
        if (!line.startsWith('{"bolt"')) return;
        clearTimeout(timer);
        resolve(ADDRESSES.parse(JSON.parse(line)));
      });
    }
  });
}
