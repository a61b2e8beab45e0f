import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

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
