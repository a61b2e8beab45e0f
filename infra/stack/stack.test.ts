import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { missingServer } from './missing-server.ts';
import { runServer, ServerFailed } from './server-process.ts';
import { startRedis } from './start-redis.ts';

const missing = missingServer('redis');

describe.skipIf(missing !== null)(`a server of the tests ${missing ?? ''}`, () => {
  it('keeps its data over a crash, and leaves nothing when it is stopped', async () => {
    const server = await startRedis(['--appendfsync', 'always']);
    const client = new Redis(server.url, { maxRetriesPerRequest: null });
    client.on('error', () => {});
    const [, folder] = (await client.config('GET', 'dir')) as [string, string];
    await client.set('k', 'v');
    await server.halt('SIGKILL');
    await server.resume();
    expect(await client.get('k')).toBe('v');
    client.disconnect();
    const { pid } = server;
    await server.stop();
    expect(existsSync(folder)).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('tells what a program said that did not come up', async () => {
    const command = {
      command: process.execPath,
      args: ['-e', 'console.error("no room"); process.exit(1)'],
      isReady: async () => false,
      readyWithinMs: 5_000,
    };
    await expect(runServer('', command, () => {})).rejects.toThrow(
      new ServerFailed(`${process.execPath} did not come up: no room`),
    );
  });
});
