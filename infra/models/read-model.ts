import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../models/', import.meta.url);

/** The bytes of a model that the project ships, by its path below models/; null when it is not there. */
export async function readModel(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(fileURLToPath(new URL(path, folder)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
