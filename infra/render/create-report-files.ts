import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutgoingFile, ReportFiles } from '../../shared/ports/report-files.ts';
import { createRenderers } from './create-renderers.ts';
import { createRowWriters } from './create-row-writers.ts';
import { readModelErrors } from './read-model-errors.ts';

/** The renderers and row writers of an installation; exports pass through the system's temporary folder. */
export function createReportFiles(): ReportFiles {
  let renderers: ReturnType<typeof createRenderers> | null = null;
  const rowWriters = createRowWriters();
  return {
    renderers: () => (renderers ??= createRenderers()),
    modelErrors: () => readModelErrors(),
    rowWriters: async () => rowWriters,
    async writeRows(format, columns, batches) {
      const writer = rowWriters.find((one) => one.format === format)!;
      const folder = await mkdtemp(join(tmpdir(), 'saring-rows-'));
      try {
        const path = join(folder, `rows.${format}`);
        await writer.write(path, columns, batches);
        return { size: (await stat(path)).size, bytes: readAndRemove(path, folder) };
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    },
  };
}

async function* readAndRemove(path: string, folder: string): OutgoingFile['bytes'] {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
