import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeQueueContract } from '../../../shared/ports/queue.contract.ts';
import type { Job, Queue } from '../../../shared/ports/queue.ts';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startRedis } from '../../stack/start-redis.ts';
import { checkRedis, connectRedis } from './connect-redis.ts';
import { createBullmqQueue } from './create-bullmq-queue.ts';

const missing = missingServer('redis');

describe.skipIf(missing !== null)(`BullMQ on a real Redis ${missing ?? ''}`, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.stop());

  describeQueueContract({
    name: 'bullmq',
    async create() {
      const prefix = randomUUID();
      const open = (): Queue =>
        createBullmqQueue({ redis: { url: server.url }, prefix, random: Math.random });
      const opened = [open()];
      const again = async (): Promise<Queue> => {
        const next = open();
        opened.push(next);
        return next;
      };
      const destroy = async (): Promise<void> =>
        void (await Promise.all(opened.map((queue) => queue.close())));
      return { queue: opened[0]!, again, destroy };
    },
  });

  describe('of one prefix', () => {
    let queues: Queue[] = [];
    beforeEach(() => {
      const prefix = randomUUID();
      queues = [1, 2].map(() => createBullmqQueue({ redis: { url: server.url }, prefix, random: () => 0.5 }));
    });
    afterEach(async () => void (await Promise.all(queues.map((queue) => queue.close()))));

    it('gives a writer that asks for two jobs both, and other processes none', async () => {
      const [first, second] = queues as [Queue, Queue];
      const by: string[] = [];
      const both = Promise.withResolvers<void>();
      const options = { concurrency: 2, globalConcurrency: 2, oneProcess: true, leaseMs: 300 };
      const handle = (name: string) => async () => {
        by.push(name);
        if (by.length === 2) both.resolve();
        await both.promise;
      };
      const one = first.work('two', handle('first'), options);
      await first.add([{ name: 'two', payload: 0 }]);
      await until(() => by.length === 1);
      second.work('two', handle('second'), options);
      await first.add([1, 2, 3].map((payload) => ({ name: 'two', payload })));
      await until(() => by.length === 4);
      await one.stop();
      await first.add([{ name: 'two', payload: 4 }]);
      await until(() => by.length === 5);
      expect(by).toEqual(['first', 'first', 'first', 'first', 'second']);
    });

    it('keeps a single writer in one process until that one ends, then goes on in another', async () => {
      const [first, second] = queues as [Queue, Queue];
      const by: string[] = [];
      const options = { globalConcurrency: 1, leaseMs: 300 };
      const one = first.work('w', async () => void by.push('first'), options);
      await first.add([{ name: 'w', payload: 0 }]);
      await until(() => by.length === 1);
      second.work('w', async () => void by.push('second'), options);
      for (let n = 0; n < 10; n += 1) {
        await first.add([{ name: 'w', payload: n }]);
        await until(() => by.length === n + 2);
      }
      await one.stop();
      await first.add([{ name: 'w', payload: 99 }]);
      await until(() => by.length === 12);
      expect(by).toEqual([...Array.from({ length: 11 }, () => 'first'), 'second']);
    });

    it('puts a job back without an attempt when its worker is told to stop', async () => {
      const [first, second] = queues as [Queue, Queue];
      await first.add([{ name: 'g', payload: 1, attempts: 1 }]);
      let begun = false;
      const hung = first.work(
        'g',
        (_job, signal) =>
          new Promise((_resolve, reject) => {
            begun = true;
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          }),
        {},
      );
      await until(() => begun);
      await hung.stop(0);
      const attempts: number[] = [];
      second.work('g', async (job) => void attempts.push(job.attempt), {});
      await until(() => attempts.length === 1);
      expect(attempts).toEqual([1]);
    });

    it('tells the age of the oldest job, whatever its priority', async () => {
      const [queue] = queues as [Queue];
      await queue.add([{ name: 'o', payload: 1, priority: 9 }]);
      const added = Date.now();
      await until(() => Date.now() > added + 30);
      await queue.add([{ name: 'o', payload: 2, priority: 0 }]);
      expect((await queue.counts())['o']).toMatchObject({ waiting: 2 });
      expect((await queue.counts())['o']?.oldestMs).toBeGreaterThanOrEqual(30);
    });

    it('quarantines a job whose workers die with it, three deaths an attempt', async () => {
      const [first, second] = queues as [Queue, Queue];
      const begun: number[] = [];
      // It never ends and obeys no signal: after the stop its lease runs out, as a dead process's would.
      const hang = (job: Job): Promise<void> => {
        begun.push(job.attempt);
        return new Promise(() => {});
      };
      await first.add([{ name: 'd', payload: 1, attempts: 1, backoffMs: 10 }]);
      for (let death = 1; death <= 3; death += 1) {
        const dead = first.work('d', hang, { leaseMs: 200 });
        await until(() => begun.length === death);
        await dead.stop(0);
      }
      second.work('d', async () => {}, { leaseMs: 200 });
      await until(async () => (await second.quarantined({ limit: 1 })).length === 1);
      expect(begun).toEqual([1, 1, 1]);
      expect((await second.quarantined({ limit: 1 }))[0]?.error).toBe('the worker died');
    });
  });

  it('refuses a server that evicts what it holds', async () => {
    const evicting = await startRedis(['--maxmemory-policy', 'allkeys-lru']);
    const connection = connectRedis({ url: evicting.url }, false);
    await expect(checkRedis(connection)).rejects.toThrow('noeviction');
    connection.disconnect();
    await evicting.stop();
  });

  it('says of a server without an append-only file what is lost with it, and of others nothing', async () => {
    const connection = connectRedis({ url: server.url }, false);
    expect(await checkRedis(connection)).toBeNull();
    await connection.config('SET', 'appendonly', 'no');
    expect(await checkRedis(connection)).toMatch(/^Redis runs without an append-only file: [^\n]+$/);
    await connection.config('SET', 'appendonly', 'yes');
    connection.disconnect();
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('the condition did not come true in 10 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
