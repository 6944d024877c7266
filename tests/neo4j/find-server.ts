import { execFileSync } from 'node:child_process';
import { buildHarness, type HarnessOptions, type Neo4jAddress, startHarness } from './harness.ts';

/** A Neo4j for the tests and how to give it back; or why there is none. */
export type FoundServer = { readonly address: Neo4jAddress; stop(): Promise<void> } | { readonly missing: string };

/**
 * Finds a real Neo4j: the one that `NEO4J_TEST_URI` names (with `NEO4J_TEST_USER`, `NEO4J_TEST_PASSWORD`; its database is
 * emptied, so name one for tests alone), else a container where Docker works, else one started with Maven and Java.
 * @throws where one of these is there but fails: that is a fault to mend, not a reason to skip.
 */
export async function findServer(
  options: Pick<HarnessOptions, 'longLived'> = {},
  environment: NodeJS.ProcessEnv = process.env,
): Promise<FoundServer> {
  const uri = environment.NEO4J_TEST_URI;
  if (uri) return { address: named(uri, environment), stop: async () => undefined };
  if (works('docker', 'info')) return container();
  if (works('java', '-version') && works('mvn', '-v')) return harness(options);
  return { missing: 'NEO4J_TEST_URI is not set, no Docker engine answers, and Java 17 with Maven is not installed' };
}

function named(uri: string, environment: NodeJS.ProcessEnv): Neo4jAddress {
  return {
    uri,
    user: environment.NEO4J_TEST_USER ?? 'neo4j',
    password: environment.NEO4J_TEST_PASSWORD ?? '',
    database: environment.NEO4J_TEST_DATABASE ?? 'neo4j',
    http: environment.NEO4J_TEST_HTTP,
  };
}

async function container(): Promise<FoundServer> {
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  const started = await new Neo4jContainer('neo4j:5.26-community').start();
  const address = {
    uri: started.getBoltUri(),
    user: started.getUsername(),
    password: started.getPassword(),
    database: 'neo4j',
    http: started.getHttpUri(),
  };
  return { address, stop: async () => void (await started.stop()) };
}

async function harness(options: HarnessOptions): Promise<FoundServer> {
  await buildHarness();
  const server = await startHarness(options);
  return { address: server, stop: () => server.stop() };
}

function works(command: string, ...parameters: string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
