import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModelVersion, type ModelVersions, NoSuchVersion } from '../../shared/ports/model-versions.ts';

/** `<data>/models`, with a folder for each model: `<version>.bin`, `<version>.json` and `current`. */
const folderOf = (dataDir: string, name: string): string => {
  if (!/^[a-z][a-z-]{0,40}$/.test(name)) throw new NoSuchVersion(`"${name}" is no name of a model`);
  return join(dataDir, 'models', name);
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of a file; null when it is not there. */
async function bytesOf(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all, also when the power goes: a file beside it, on the disk, then renamed. */
async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const beside = `${file}.part`;
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

async function currentIn(folder: string): Promise<number> {
  const text = await bytesOf(join(folder, 'current'));
  if (text === null) return 0;
  const version = Number(Buffer.from(text).toString('utf8').trim());
  if (!Number.isSafeInteger(version) || version < 0)
    throw new NoSuchVersion(`${join(folder, 'current')} holds no version; put the number of one there, or 0`);
  return version;
}

/** The bytes of a version whose hash is what its entry says. @throws NoSuchVersion */
async function checkedBytes(folder: string, version: number): Promise<Uint8Array> {
  const bytes = await bytesOf(join(folder, `${version}.bin`));
  const entry = await bytesOf(join(folder, `${version}.json`));
  const expected = entry && (JSON.parse(Buffer.from(entry).toString('utf8')) as ModelVersion).sha256;
  if (bytes === null || expected !== sha256(bytes))
    throw new NoSuchVersion(
      `version ${version} in ${folder} is missing or damaged; "saring models rollback" goes back to an earlier one`,
    );
  return bytes;
}

/** The versions in an installation's data folder. */
export function createModelVersions(dataDir: string): ModelVersions {
  const list = async (name: string): Promise<ModelVersion[]> => {
    const folder = folderOf(dataDir, name);
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((file) => /^\d+\.json$/.test(file));
    const entries = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
    return entries.map((text) => JSON.parse(text) as ModelVersion).sort((a, b) => a.version - b.version);
  };
  return {
    list,
    current: (name) => currentIn(folderOf(dataDir, name)),
    async add(name, bytes, entry) {
      const folder = folderOf(dataDir, name);
      const version = ((await list(name)).at(-1)?.version ?? 0) + 1;
      const made: ModelVersion = { ...entry, version, sha256: sha256(bytes), bytes: bytes.length };
      await writeWhole(join(folder, `${version}.bin`), bytes);
      // The entry last: a version without one is none.
      await writeWhole(join(folder, `${version}.json`), `${JSON.stringify(made, null, 2)}\n`);
      return made;
    },
    async use(name, version) {
      const folder = folderOf(dataDir, name);
      if (version !== 0) await checkedBytes(folder, version);
      await mkdir(folder, { recursive: true });
      await writeWhole(join(folder, 'current'), `${version}\n`);
    },
  };
}

/** Reads models as an installation has them in force: the promoted version before the shipped one. */
export function createModelReader(
  dataDir: string,
  readShipped: (path: string) => Promise<Uint8Array | null>,
): (path: string) => Promise<Uint8Array | null> {
  return async (path) => {
    const [, name] = /^([a-z][a-z-]*)\/model\.bin$/.exec(path) ?? [];
    if (name === undefined) return readShipped(path);
    const folder = folderOf(dataDir, name);
    const version = await currentIn(folder);
    return version === 0 ? readShipped(path) : checkedBytes(folder, version);
  };
}
