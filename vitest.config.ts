import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that need a real Neo4j; one is started for all of them, and they run one after the other. */
const NEO4J = 'tests/**/neo4j/**/*.test.ts';

/** Tests of the page in a real browser; it is built and one service is started for all of them. */
const WEB = 'tests/web/**/*.test.ts';

/** Also where there are only two processors: of these, Vitest by itself would leave one idle. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/** GraphQL insists on one copy of itself: the one that Node gives to the libraries. */
const resolve = { alias: [{ find: /^graphql$/u, replacement: 'graphql/index.js' }] };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'errata',
          include: ['tests/**/*.test.ts'],
          exclude: [NEO4J, WEB],
          // The files that a worker runs share its modules and so the knowledge, which takes seconds to load.
          isolate: false,
          maxWorkers: WORKERS,
          // Property tests over whole documents take seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'web',
          include: [WEB],
          globalSetup: 'tests/web/global-setup.ts',
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve,
        test: {
          name: 'neo4j',
          include: [NEO4J],
          globalSetup: 'tests/neo4j/global-setup.ts',
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
