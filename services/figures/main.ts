/**
 * `npm run figures` measures again what the public data allows and fails when a figure fell by more than its noise;
 * `npm run figures -- --update` writes what was measured. figures.json holds command, figure and noise.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareFigures, type FigureGroup, valueAt } from './compare-figures.ts';

const file = 'figures.json';
const cli = join('services', 'cli', 'main.ts');

function measure({ command }: FigureGroup): Record<string, unknown> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`saring ${command.join(' ')} failed:\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
}

const update = process.argv.includes('--update');
const groups = JSON.parse(readFileSync(file, 'utf8')) as FigureGroup[];
let failed = false;
for (const group of groups) {
  const missing = group.needs.find((path) => !existsSync(path));
  if (missing !== undefined) {
    console.log(`skip ${group.command.join(' ')}: ${missing} is not here`);
    continue;
  }
  const measured = measure(group);
  for (const line of compareFigures(group, measured)) {
    console.log(
      `${line.fell ? 'FELL' : 'ok  '} ${group.name} ${line.path}: ${line.now} (was ${line.before} ± ${line.noise})`,
    );
    failed ||= line.fell && !update;
  }
  if (update)
    for (const figure of group.figures) figure.value = valueAt(measured, figure.path) ?? figure.value;
}
if (update) writeFileSync(file, `${JSON.stringify(groups, null, 2)}\n`);
process.exitCode = failed ? 1 : 0;
