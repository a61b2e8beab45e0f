import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// What one file compiled, the next one and every process that a test starts need not compile again.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache');

const browser = 'services/web/browser/**/*.test.ts';
const faults = 'services/faults/**/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves one core to itself, which on two cores means one file at a time, though much of what a file does is
    // waiting for a server, a browser or another process.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'desk',
          include: [browser],
          globalSetup: 'services/web/browser/share-sample.ts',
        },
      },
      {
        // Two minutes, most of them spent waiting for servers that are away: begun early (projects run in the order of
        // their names), so that nothing waits for it in the end.
        extends: true,
        test: { name: 'faults', include: [faults] },
      },
      {
        // Functions of their arguments: files share a process, and load what they test once.
        extends: true,
        test: { name: 'pure', include: ['{shared,pipelines}/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{infra,services}/**/*.test.ts'],
          exclude: ['**/node_modules/**', browser, faults],
        },
      },
    ],
  },
});
