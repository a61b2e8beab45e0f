import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader sees the old one or the whole new one, never a half: to a name of its own beside it,
 * flushed to disk, then renamed over. On any error (a full disk) the half file is removed and the old one stays; of two
 * writers at once the later wins.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(half, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The rename itself is on disk only when the folder is; Windows cannot and need not do this. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // EPERM or EISDIR where folders cannot be opened.
  }
}
