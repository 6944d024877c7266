import type { TestProject } from 'vitest/node';
import { findServer } from './find-server.ts';
import type { Neo4jAddress } from './harness.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: { address?: Neo4jAddress; missing?: string };
  }
}

/** One Neo4j for all test files that ask for it; `ERRATA_REQUIRE_NEO4J=1` makes its absence a failure. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const found = await findServer();
  if ('address' in found) {
    const { uri, user, password, database, http } = found.address;
    project.provide('neo4j', { address: { uri, user, password, database, http } });
    return found.stop;
  }
  const message = `The tests on a real Neo4j are SKIPPED: ${found.missing}.`;
  if (process.env.ERRATA_REQUIRE_NEO4J) throw new Error(message);
  console.warn(`\n${'!'.repeat(message.length)}\n${message}\n${'!'.repeat(message.length)}\n`);
  project.provide('neo4j', { missing: found.missing });
  return undefined;
}
