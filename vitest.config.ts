import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,pipelines,infra,services}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
