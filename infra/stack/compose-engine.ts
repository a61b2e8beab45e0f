import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from './find-program.ts';
import { ServerMissing } from './server-process.ts';

/** Where what was built once is kept. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'saring');

/** Debian's own docker-compose is of the first version and refuses today's files. */
const composeVersion = '2.40.3';

const succeeds = (command: string, args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

/**
 * The engine that runs already, else one of its own that ends with `stop`.
 * @throws ServerMissing when there is none and none can be started
 */
export async function ensureEngine(): Promise<{ stop(): Promise<void> }> {
  if (succeeds('docker', ['info'])) return { stop: async () => {} };
  const program = findProgram('dockerd', ['/usr/sbin']);
  if (!program || process.getuid?.() !== 0)
    throw new ServerMissing('no Docker engine runs here: apt-get install docker.io, and run this as root');
  const folder = mkdtempSync(join(tmpdir(), 'saring-docker-'));
  const log = openSync(join(folder, 'dockerd.log'), 'w');
  const child = spawn(program, ['--data-root', join(folder, 'data')], { stdio: ['ignore', log, log] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 60; tries += 1) {
    if (succeeds('docker', ['info'])) return { stop };
    await wait(500);
  }
  throw new ServerMissing(`dockerd did not come up; see ${join(folder, 'dockerd.log')}`);
}

/** The command of Docker Compose 2: the plugin that is installed, else one built from its Go module, kept. */
export function composeCommand(): readonly string[] {
  if (succeeds('docker', ['compose', 'version'])) return ['docker', 'compose'];
  const built = join(cacheFolder, `docker-compose-${composeVersion}`);
  if (existsSync(built)) return [built];
  const go = findProgram('go', ['/usr/local/go/bin']);
  if (!go)
    throw new ServerMissing('neither the Docker Compose plugin nor Go, which could build it, is installed');
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'saring-compose-'));
  const found = execFileSync(
    go,
    ['mod', 'download', '-json', `github.com/docker/compose/v2@v${composeVersion}`],
    {
      cwd: folder,
      env: { ...process.env, GOFLAGS: '-mod=mod' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const { Dir: source } = JSON.parse(found.toString()) as { Dir: string };
  // The module's own folder is read-only, and building writes beside the sources.
  const copy = join(folder, 'src');
  cpSync(source, copy, { recursive: true, mode: 0 });
  execFileSync('chmod', ['-R', 'u+w', copy]);
  execFileSync(go, ['build', '-o', built, './cmd'], { cwd: copy, stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
  return [built];
}
