import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe } from 'vitest';
import { buildHarness, type Neo4jAddress, type Neo4jProcess, startHarness } from './harness.ts';

/** A Neo4j that a test may stop, kill and start again: always at the same address, with the same graph. */
export class OwnServer {
  readonly address: Neo4jAddress;
  private running: Neo4jProcess | undefined;
  private home: string | undefined;
  private readonly port: number;
  private readonly password = 'a-password-of-the-tests';

  private constructor(port: number) {
    this.port = port;
    const uri = `bolt://127.0.0.1:${port}`;
    this.address = { uri, user: 'neo4j', password: this.password, database: 'neo4j' };
  }

  static async make(home?: string): Promise<OwnServer> {
    await buildHarness();
    const server = new OwnServer(await freePort());
    server.home = home;
    return server;
  }

  async start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const listen = `127.0.0.1:${this.port}`;
    const own = { 'server.bolt.listen_address': listen, 'server.bolt.advertised_address': listen, ...settings };
    const home = this.home === undefined ? {} : { home: this.home };
    this.running = await startHarness({ ...home, password: this.password, settings: own, heap: '768m' });
    this.home = this.running.home;
  }

  /** Orderly; the graph stays. */
  async stop(): Promise<void> {
    await this.running?.stop({ keep: true });
    this.running = undefined;
  }

  /** As when the machine loses power. */
  async kill(): Promise<void> {
    await this.running?.kill();
    this.running = undefined;
  }

  /** The end: the graph goes too. */
  async remove(): Promise<void> {
    await this.running?.stop();
  }
}

const missing = ['java', 'mvn'].filter((command) => {
  try {
    execFileSync(command, [command === 'java' ? '-version' : '-v'], { stdio: 'ignore', timeout: 30_000 });
    return false;
  } catch {
    return true;
  }
});

/** Describes tests that stop and start a Neo4j of their own; skipped, and said so, where Java or Maven is missing. */
export function describeWithOwnServer(title: string, tests: (server: () => OwnServer) => void): void {
  if (missing.length > 0) {
    const message = `${title}: SKIPPED, ${missing.join(' and ')} not installed`;
    if (process.env.ERRATA_REQUIRE_NEO4J) throw new Error(message);
    console.warn(message);
    describe.skip(message, () => undefined);
    return;
  }
  describe(title, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await OwnServer.make();
    }, 300_000);
    afterAll(async () => await server?.remove(), 60_000);
    tests(() => server);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
