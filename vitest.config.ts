/**
 * Four kinds of tests: `pure` (no input or output), `architecture` (the rules of the house, read from its files), `db` (a
 * real PostgreSQL, a database a file) and `journey` (a browser against the real program). The last two share one server,
 * started by the global setup.
 *
 * Files share a process and what it has loaded: the program's modules take longer to load than most files' tests take. A test
 * leaves what it finds set in them (registries, keys) as it was.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const globalSetup = ['./test/support/global-setup.ts'];

export default defineConfig({
  test: {
    // Generous: a test that waits this long hangs, also on a small machine that does much else.
    testTimeout: 20_000,
    isolate: false,
    // Also on two cores: while one waits for the database, the other works.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'test/architecture/**/*.db.test.ts'],
          globalSetup,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['test/journeys/**/*.test.ts', 'test/security/**/*.test.ts', 'test/support/**/*.test.ts'],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
    coverage: { include: ['src/**'] },
  },
});
