import { spawnSync } from 'node:child_process';

/** Everything CI runs, in the order in which a mistake shows soonest. Each is a script file, so that it runs the same without a shell. */
const steps: readonly (readonly [name: string, script: string, ...args: string[]])[] = [
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit'],
  // The desk has types of its own: those of a browser.
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'services/web'],
  [
    'architecture',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'shared',
    'pipelines',
    'infra',
    'services',
  ],
  ['unused', 'node_modules/knip/bin/knip.js'],
  ['tests', 'node_modules/vitest/vitest.mjs', 'run'],
];

const only = process.argv.slice(2);
for (const [name, script, ...args] of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`,
  );
  if (status !== 0) process.exit(status ?? 1);
}
