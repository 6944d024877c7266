import { defineConfig } from 'vitest/config';

/** Tests that need a real Neo4j; one is started for all of them, and they run one after the other. */
const NEO4J = 'tests/**/neo4j/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'errata', include: ['tests/**/*.test.ts'], exclude: [NEO4J] } },
      {
        test: {
          name: 'neo4j',
          include: [NEO4J],
          globalSetup: 'tests/neo4j/global-setup.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
