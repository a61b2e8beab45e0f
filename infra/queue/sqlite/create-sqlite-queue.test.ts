import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { describeQueueContract } from '../../../shared/ports/queue.contract.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { createSqliteQueue } from './create-sqlite-queue.ts';
import { createJobTable } from './job-table.ts';
import { queueSchema } from './schema.ts';

const clock = { now: () => Date.now() };
const open = (path: string) => {
  const sqlite = openSqlite(path);
  return { sqlite, queue: createSqliteQueue({ sqlite, clock, random: Math.random, pollMs: 10 }) };
};

describeQueueContract({
  name: 'sqlite',
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'saring-queue-'));
    const path = join(folder, 'saring.sqlite');
    const opened = [open(path)];
    return {
      queue: opened[0]!.queue,
      async again() {
        const next = open(path);
        opened.push(next);
        return next.queue;
      },
      async destroy() {
        await Promise.all(opened.map(({ queue }) => queue.close()));
        for (const { sqlite } of opened) sqlite.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
});

describe('a file that takes no writes', () => {
  it('is told while it lasts, and jobs go on by themselves after it', async () => {
    const sqlite = openSqlite(':memory:');
    const queue = createSqliteQueue({ sqlite, clock, random: Math.random, pollMs: 5 });
    await queue.add([{ name: 'a', payload: 1 }]);
    sqlite.writer.exec('PRAGMA query_only = 1');
    const done = Promise.withResolvers<void>();
    queue.work('a', async () => done.resolve(), {});
    await vi.waitFor(() => expect(queue.check()).rejects.toThrow('readonly'));
    sqlite.writer.exec('PRAGMA query_only = 0');
    await done.promise;
    await vi.waitFor(() => expect(queue.check()).resolves.toBeUndefined());
    await queue.close();
    sqlite.close();
  });
});

describe('job table', () => {
  it('counts three dead workers as an attempt and quarantines the job that kills every worker', async () => {
    const time = createFixedClock();
    const table = createJobTable(openSqlite(':memory:'), time);
    await table.add([{ name: 'n', payload: 1, attempts: 2, backoffMs: 100 }]);
    const waits = [0, 100, 200, 400, 800];
    for (const waitMs of waits) {
      expect((await table.claim('n', 1_000, undefined))?.attempt).toBe(1);
      expect(await table.claim('n', 1_000, undefined)).toBeNull();
      time.advance(1_001);
      if (waitMs > 0) {
        expect(await table.claim('n', 1_000, undefined)).toBeNull();
        time.advance(waitMs);
      }
    }
    expect((await table.claim('n', 1_000, undefined))?.attempts).toBe(1);
    time.advance(1_001);
    expect(await table.claim('n', 1_000, undefined)).toBeNull();
    expect(table.quarantined('n', 10)[0]?.error).toBe('the worker died');
  });

  it('takes over a store that counted no deaths yet', () => {
    const sqlite = openSqlite(':memory:');
    sqlite.writer.exec(queueSchema.replace(/\n {2}deaths .*/, ''));
    createJobTable(sqlite, createFixedClock());
    expect(sqlite.writer.prepare('SELECT count(deaths) AS n FROM job').get()).toEqual({ n: 0 });
  });

  it('does not let a worker that lost its lease end the job', async () => {
    const time = createFixedClock();
    const table = createJobTable(openSqlite(':memory:'), time);
    await table.add([{ name: 'n', payload: 1 }]);
    const slow = (await table.claim('n', 1_000, undefined))!;
    time.advance(1_001);
    const fast = (await table.claim('n', 1_000, undefined))!;
    await table.acknowledge(slow);
    expect(await table.renew(slow, 1_000)).toBe(false);
    expect(table.counts()['n']).toMatchObject({ active: 1 });
    await table.acknowledge(fast);
    expect(table.counts()['n']).toBeUndefined();
  });
});
