import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startRedis } from '../../stack/start-redis.ts';
import { createRedisTurns } from './create-redis-turns.ts';

const missing = missingServer('redis');

describe.skipIf(missing !== null)(`turns with hosts on a real Redis ${missing ?? ''}`, () => {
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
    const connection = new Redis(server.url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
    connection.on('error', () => {});
    connections.push(connection);
    return { connection, turns: createRedisTurns({ connection, prefix }) };
  };

  it('lets one process at a time ask a host, with the pause between two', async () => {
    const prefix = randomUUID();
    const processes = [open(prefix), open(prefix), open(prefix)];
    const spans: { from: number; to: number }[] = [];
    const ask = async ({ turns }: (typeof processes)[number]): Promise<void> => {
      for (let n = 0; n < 3; n += 1) {
        const turn = await turns.take('situs.example', 5_000);
        const from = Date.now();
        await new Promise((resolve) => setTimeout(resolve, 5));
        spans.push({ from, to: Date.now() });
        await turn.end(40);
      }
    };
    await Promise.all(processes.map(ask));
    spans.sort((a, b) => a.from - b.from);
    expect(spans).toHaveLength(9);
    for (const [n, { from }] of spans.entries())
      if (n > 0) expect(from - spans[n - 1]!.to).toBeGreaterThanOrEqual(38);
  });

  it('does not make hosts wait for each other, nor for a process that died in its turn', async () => {
    const { turns } = open(randomUUID());
    await turns.take('a.example', 60);
    await turns.take('b.example', 60_000);
    const startedAt = Date.now();
    await turns.take('a.example', 60);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
  });

  it('tells every process that a host wants to be left alone', async () => {
    const prefix = randomUUID();
    const [one, other] = [open(prefix), open(prefix)];
    await one.turns.backOff('situs.example', 60_000);
    const turn = await other.turns.take('situs.example', 1_000);
    expect(turn.backedOffMs).toBeGreaterThan(50_000);
  });

  it('lets a process go on by itself while Redis is away', async () => {
    const { connection, turns } = open(randomUUID());
    await connection.quit();
    const turn = await turns.take('situs.example', 1_000);
    expect(turn.backedOffMs).toBe(0);
    await turn.end(10);
    await turns.backOff('situs.example', 10);
  });
});
