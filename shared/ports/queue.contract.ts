import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Job, PermanentFailure, type Queue, type Worker } from './queue.ts';

interface QueueBackend {
  name: string;
  /** A fresh, empty queue; `again` opens a second handle on the same one, as another process would. */
  create(): Promise<{ queue: Queue; again(): Promise<Queue>; destroy(): Promise<void> }>;
}

/** Waits for a condition of a running queue; fails after 30 s. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('the condition did not come true in 30 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const isIdle = async (queue: Queue): Promise<boolean> =>
  Object.values(await queue.counts()).every((c) => c.waiting + c.delayed + c.active === 0);

/** What every Queue promises; a backend's test registers it. */
export function describeQueueContract(backend: QueueBackend): void {
  describe(`Queue contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<QueueBackend['create']>>;
    let queue: Queue;
    let workers: Worker[] = [];
    const seen: Job[] = [];
    const record = async (job: Job): Promise<void> => {
      seen.push(job);
    };
    const work = (...args: Parameters<Queue['work']>): Worker => {
      const worker = queue.work(...args);
      workers.push(worker);
      return worker;
    };

    beforeEach(async () => {
      made = await backend.create();
      queue = made.queue;
      workers = [];
      seen.length = 0;
    });
    afterEach(async () => {
      await Promise.all(workers.map((worker) => worker.stop(0)));
      await made.destroy();
    });

    it('hands over what was added, payload untouched, and forgets it once acknowledged', async () => {
      const payload = { text: 'Surat suara é \u{1F5F3}', list: [1, null, { deep: true }] };
      expect(await queue.add([{ name: 'enrich', payload }])).toEqual({ added: 1, duplicates: 0 });
      work('enrich', record, {});
      await until(() => isIdle(queue));
      expect(seen.map((job) => [job.name, job.payload, job.attempt])).toEqual([['enrich', payload, 1]]);
    });

    it('keeps jobs of other names for their own workers', async () => {
      await queue.add([
        { name: 'a', payload: 1 },
        { name: 'b', payload: 2 },
      ]);
      work('a', record, {});
      await until(() => seen.length === 1);
      expect((await queue.counts())['b']).toMatchObject({ waiting: 1 });
    });

    it('adds a key once while it is live, and again when it has ended', async () => {
      const job = { name: 'collect', payload: 1, key: 'source:1 with any sign' };
      expect(await queue.add([job, job])).toEqual({ added: 1, duplicates: 1 });
      expect(await queue.add([job])).toEqual({ added: 0, duplicates: 1 });
      work('collect', record, {});
      await until(() => isIdle(queue));
      expect(await queue.add([job])).toEqual({ added: 1, duplicates: 0 });
      await until(() => seen.length === 2);
    });

    it('takes lower priority numbers first, then the oldest', async () => {
      await queue.add([
        { name: 'p', payload: 'late', priority: 9 },
        { name: 'p', payload: 'first', priority: 1 },
        { name: 'p', payload: 'second', priority: 1 },
      ]);
      work('p', record, { concurrency: 1 });
      await until(() => isIdle(queue));
      expect(seen.map((job) => job.payload)).toEqual(['first', 'second', 'late']);
    });

    it('lets timers and requests have their turn between jobs that end at once', async () => {
      await queue.add(Array.from({ length: 60 }, (_, n) => ({ name: 'quick', payload: n })));
      let turns = 0;
      const ticking = setInterval(() => {
        if (seen.length > 0 && seen.length < 60) turns += 1;
      }, 1);
      work(
        'quick',
        async (job) => {
          for (const end = performance.now() + 2; performance.now() < end; );
          seen.push(job);
        },
        { concurrency: 1 },
      );
      await until(() => seen.length === 60);
      clearInterval(ticking);
      expect(turns).toBeGreaterThan(5);
    });

    it('waits for delayed jobs', async () => {
      await queue.add([{ name: 'd', payload: 1, delayMs: 300 }]);
      work('d', record, {});
      expect((await queue.counts())['d']).toMatchObject({ delayed: 1, waiting: 0 });
      const added = Date.now();
      await until(() => seen.length === 1);
      expect(Date.now() - added).toBeGreaterThan(200);
    });

    it('tries again after a failure and counts the attempts', async () => {
      await queue.add([{ name: 'r', payload: 1, attempts: 3, backoffMs: 10 }]);
      const handler = async (job: Job): Promise<void> => {
        seen.push(job);
        if (job.attempt < 3) throw new Error('not yet');
      };
      work('r', handler, {});
      await until(() => seen.length === 3 && isIdle(queue));
      expect(seen.map((job) => job.attempt)).toEqual([1, 2, 3]);
      expect(await queue.quarantined({ limit: 10 })).toEqual([]);
    });

    it('quarantines after the last attempt, tells why, and replays', async () => {
      await queue.add([{ name: 'q', payload: { n: 7 }, key: 'seven', attempts: 2, backoffMs: 5 }]);
      let broken = true;
      const failures: boolean[] = [];
      const handler = async (job: Job): Promise<void> => {
        if (broken) throw new Error('the text is poison');
        seen.push(job);
      };
      work('q', handler, { onFailure: (_job, _error, final) => failures.push(final) });
      await until(async () => (await queue.quarantined({ limit: 10 })).length === 1);
      expect(failures).toEqual([false, true]);
      const [poison] = await queue.quarantined({ name: 'q', limit: 10 });
      expect(poison).toMatchObject({ name: 'q', payload: { n: 7 }, error: 'the text is poison' });
      expect((await queue.counts())['q']).toMatchObject({ quarantined: 1, waiting: 0 });
      broken = false;
      expect(await queue.replay([poison!.id, '999999999'])).toBe(1);
      await until(() => seen.length === 1);
      expect(seen[0]!.payload).toEqual({ n: 7 });
    });

    it('passes over what comes again by itself when its attempts are used up, but for permanent failures', async () => {
      const begun: unknown[] = [];
      work(
        'turn',
        async (job) => {
          begun.push(job.payload);
          throw job.payload === 'bad' ? new PermanentFailure('bad') : new Error('away');
        },
        { comesAgain: true },
      );
      await queue.add([
        { name: 'turn', payload: 'good', attempts: 2, backoffMs: 1 },
        { name: 'turn', payload: 'bad', attempts: 2, backoffMs: 1 },
      ]);
      await until(async () => {
        const { waiting = 0, delayed = 0, active = 0 } = (await queue.counts())['turn'] ?? {};
        return begun.length === 3 && waiting + delayed + active === 0;
      });
      expect((await queue.quarantined({ limit: 5 })).map(({ payload }) => payload)).toEqual(['bad']);
    });

    it('quarantines a permanent failure at once and discards on demand', async () => {
      await queue.add([{ name: 'x', payload: 1, attempts: 5 }]);
      work('x', () => Promise.reject(new PermanentFailure('no such schema')), {});
      await until(async () => (await queue.quarantined({ limit: 10 })).length === 1);
      const [job] = await queue.quarantined({ limit: 10 });
      expect(job!.attempt).toBe(1);
      expect(await queue.discard([job!.id])).toBe(1);
      expect(await queue.quarantined({ limit: 10 })).toEqual([]);
    });

    it('never runs more than the global concurrency, over all handles', async () => {
      const second = await made.again();
      let running = 0;
      let most = 0;
      const handler = async (job: Job): Promise<void> => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        seen.push(job);
      };
      await queue.add(Array.from({ length: 20 }, (_, n) => ({ name: 'single', payload: n })));
      const options = { concurrency: 4, globalConcurrency: 1 };
      work('single', handler, options);
      const other = second.work('single', handler, options);
      await until(() => seen.length === 20);
      expect(most).toBe(1);
      await other.stop();
      await second.close();
    });

    it('hands out a job again when its worker fell silent', async () => {
      const dead = await made.again();
      await queue.add([{ name: 'lost', payload: 1, attempts: 3 }]);
      let taken = false;
      // It never ends and obeys no signal: after the stop its lease runs out, as a killed process's would.
      const hung = dead.work(
        'lost',
        () => {
          taken = true;
          return new Promise(() => {});
        },
        { leaseMs: 200 },
      );
      await until(() => taken);
      await hung.stop(0);
      expect(seen).toEqual([]);
      expect((await queue.counts())['lost']).toMatchObject({ active: 1 });
      work('lost', record, { leaseMs: 200 });
      await until(() => seen.length === 1);
      expect(seen[0]).toMatchObject({ payload: 1, attempt: 1 });
      await dead.close();
    });

    it('repeats a job, replaces it under the same id, and stops when told', async () => {
      await queue.repeat('tick', 60_000, { name: 'tick', payload: 'old' });
      await queue.repeat('tick', 50, { name: 'tick', payload: 'new' });
      work('tick', record, {});
      await until(() => seen.filter((job) => job.payload === 'new').length >= 2);
      await queue.repeat('tick', 0, null);
      await until(() => isIdle(queue));
      const count = seen.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(seen.length).toBeLessThanOrEqual(count + 1);
    });

    it('stops gracefully: a running job ends, none is begun', async () => {
      let release = (): void => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      await queue.add([
        { name: 'g', payload: 1 },
        { name: 'g', payload: 2 },
      ]);
      const worker = work(
        'g',
        async (job) => {
          await gate;
          seen.push(job);
        },
        { concurrency: 1 },
      );
      await until(async () => (await queue.counts())['g']?.active === 1);
      const stopping = worker.stop();
      release();
      await stopping;
      expect(seen.length).toBe(1);
      expect((await queue.counts())['g']).toMatchObject({ waiting: 1, active: 0 });
    });
  });
}
