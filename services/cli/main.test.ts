import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Runs the program to its end and gives what it said on standard error. */
async function run(...words: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

it('says in one line which option is needed, and ends with 2', async () => {
  const { code, said } = await run('evaluate', 'spikes');
  expect([code, said]).toEqual([2, "error: required option '--dir <folder>' not specified\n"]);
});

it('says in one line which file it could not read, and ends with 1', async () => {
  const { code, said } = await run('evaluate', 'tone', '--data', 'no-such-file.jsonl');
  expect([code, said]).toEqual([1, 'saring: no-such-file.jsonl: there is no such file or folder\n']);
});

it.skipIf(!existsSync('/dev/full'))(
  'says in one line that its output finds no room (needs /dev/full)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saring-full-'));
    const full = openSync('/dev/full', 'w');
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), 'export', 'issues', '--data', folder],
      { stdio: ['ignore', full, 'pipe'] },
    );
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = await once(child, 'close');
    closeSync(full);
    rmSync(folder, { recursive: true });
    expect([code, said]).toEqual([1, 'saring: the disk is full\n']);
  },
);

it('ends without a word when whoever reads its output has seen enough', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-pipe-'));
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'main.ts'),
    'sources',
    'list',
    '--data',
    folder,
  ]);
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, 'close');
  rmSync(folder, { recursive: true });
  expect([code, said]).toEqual([0, '']);
});
