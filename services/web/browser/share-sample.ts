import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSample, shared, weekOfSample } from './fill-sample.ts';

let folder: string;

/** Run by vitest once before the files of this folder: each of them gets a copy of the same sample week. */
export async function setup(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'saring-desks-'));
  process.env[shared.weekStart] = String(weekOfSample());
  await fillSample(folder);
  process.env[shared.folder] = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
