import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findProgram, versionsIn } from './find-program.ts';
import { dataFolderOf, freePort, type RunningServer, runServer, ServerMissing } from './server-process.ts';

/** Debian keeps the server's programs off the PATH, in a folder for each version. */
export const postgresProgram = (): string | null =>
  findProgram(
    'initdb',
    versionsIn('/usr/lib/postgresql').map((folder) => join(folder, 'bin')),
  );

interface PostgresOptions {
  /** Further arguments of postgres, e.g. `['-c', 'ssl=on']`. */
  more?: readonly string[];
  /** See `dataFolderOf`. */
  keepIn?: string | undefined;
}

/**
 * A PostgreSQL of its own, on a free port of loopback, without durability it does not need.
 * It refuses to run as root; there it runs as the system user `postgres`, else `nobody`.
 * @throws ServerMissing when it is not installed
 */
export async function startPostgres({ more = [], keepIn }: PostgresOptions = {}): Promise<RunningServer> {
  const initdb = postgresProgram();
  if (!initdb) throw new ServerMissing('PostgreSQL is not installed: apt-get install postgresql');
  const port = await freePort();
  const { path: folder, remove } = dataFolderOf('postgres', keepIn);
  const owner = serverOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = { ...owner, cwd: folder };
  const data = join(folder, 'data');
  // C.UTF-8: order and LIKE by code point, as SQLite has them.
  if (!existsSync(data))
    execFileSync(
      initdb,
      ['-D', data, '-U', 'saring', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
      {
        ...as,
        stdio: 'pipe',
      },
    );
  const url = `postgres://saring@127.0.0.1:${port}/postgres`;
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  // A killed server still loses nothing that was committed: only a power cut would show the difference.
  args.push('-c', 'fsync=off', '-c', 'max_connections=100', ...more);
  const command = join(dirname(initdb), 'postgres');
  return runServer(
    url,
    { command, args, options: as, isReady: () => answersQuery(url), readyWithinMs: 20_000 },
    remove,
  );
}

async function answersQuery(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  await client.end();
  return true;
}

/** Who to run as when this process is root; nothing otherwise. */
export function serverOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].flatMap((name) => users.filter((one) => one[0] === name))[0];
  if (!user)
    throw new ServerMissing('PostgreSQL does not run as root, and there is no user postgres or nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
