import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeEvent, NumberedChange } from '../../../shared/ports/change-bus.ts';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startRedis } from '../../stack/start-redis.ts';
import { createRedisChanges } from './create-redis-changes.ts';

const missing = missingServer('redis');

const changed = (n: number): ChangeEvent => ({
  kind: 'issue.changed',
  at: n,
  id: `issue-${n}`,
  unit: '35.73',
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe.skipIf(missing !== null)(`changes on a real Redis ${missing ?? ''}`, () => {
  let server: RunningServer;
  const connections: Redis[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const connection of connections) connection.disconnect();
    await server?.stop();
  });
  const open = (prefix: string) => {
    const connection = new Redis(server.url);
    connection.on('error', () => {});
    connections.push(connection);
    return createRedisChanges({ connection, openReader: () => new Redis(server.url), prefix });
  };

  it('tells every process every change, in one order and under one number', async () => {
    const prefix = randomUUID();
    const [worker, other, apiA, apiB] = [open(prefix), open(prefix), open(prefix), open(prefix)];
    const heard: [NumberedChange[], NumberedChange[]] = [[], []];
    await worker.tell([changed(1), changed(2)]);
    const stops = await Promise.all([
      apiA.follow((change) => heard[0].push(change)),
      apiB.follow((change) => heard[1].push(change)),
    ]);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? worker : other).tell([changed(n + 3), changed(n + 103)])),
    );
    await until(() => heard.every((one) => one.length === 42));
    expect(heard[0]).toEqual(heard[1]);
    expect(heard[0].map(({ id }) => id)).toEqual(Array.from({ length: 42 }, (_, n) => n + 1));
    expect(heard[0][0]!.event).toEqual(changed(1));
    for (const stop of stops) await stop();
  });

  it('goes on after Redis was away', async () => {
    const bus = open(randomUUID());
    const heard: NumberedChange[] = [];
    const stop = await bus.follow((change) => heard.push(change));
    await server.halt('SIGKILL');
    await bus.tell([]);
    await server.resume();
    while (heard.length === 0) await bus.tell([changed(1)]);
    expect(heard[0]!.event).toEqual(changed(1));
    await stop();
  });
});
