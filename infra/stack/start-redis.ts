import { Redis } from 'ioredis';
import { findProgram } from './find-program.ts';
import { dataFolderOf, freePort, type RunningServer, runServer, ServerMissing } from './server-process.ts';

export const redisProgram = (): string | null => findProgram('redis-server');

/**
 * A Redis of its own, on a free port of loopback. Append-only, as it has to be where jobs must survive.
 * @param more further arguments of redis-server, e.g. `['--maxmemory', '8mb']`
 * @param keepIn see `dataFolderOf`
 * @throws ServerMissing when redis-server is not installed
 */
export async function startRedis(more: readonly string[] = [], keepIn?: string): Promise<RunningServer> {
  const command = redisProgram();
  if (!command) throw new ServerMissing('redis-server is not installed: apt-get install redis-server');
  const port = await freePort();
  const { path: folder, remove } = dataFolderOf('redis', keepIn);
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  args.push('--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction', ...more);
  const url = `redis://127.0.0.1:${port}`;
  return runServer(url, { command, args, isReady: () => answersPing(url), readyWithinMs: 10_000 }, remove);
}

async function answersPing(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } finally {
    client.disconnect();
  }
}
