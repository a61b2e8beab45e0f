import { randomUUID } from 'node:crypto';
import { Queue as BullQueue, Worker as BullTicker } from 'bullmq';
import type { NewJob, Queue, QueueCounts } from '../../../shared/ports/queue.ts';
import { type Envelope, type StoredJob, splitId, toBull, toNew, toQuarantined } from './bull-job.ts';
import { BullWorker } from './bull-worker.ts';
import { type ClockGuard, createClockGuard } from './clock-guard.ts';
import { checkRoom, connectRedis, type RedisConnection, type RedisSettings } from './connect-redis.ts';

interface BullmqSettings {
  redis: RedisSettings;
  /** Before every key; the braces put all keys on one node of a cluster, as the scripts need. */
  prefix: string;
  /** Uniform in [0, 1): spreads retries. */
  random: () => number;
  /** Of workers that name none; default 30,000. */
  leaseMs?: number;
  /** Told in one line what an operator has to know; default: standard error. */
  told?: (line: string) => void;
}

/** Repeating jobs: their turns are jobs of this queue, which add the job itself with its key. */
const turns = 'turns';

interface Turn {
  id: string;
  job: NewJob;
}

/** The Queue on Redis by BullMQ: one BullMQ queue for each name. */
export function createBullmqQueue({
  redis,
  prefix: bare,
  random,
  leaseMs,
  told = toStandardError,
}: BullmqSettings): Queue {
  const prefix = `{${bare}}`;
  const producer = connectRedis(redis, false);
  const consumer = connectRedis(redis, true);
  const names = createNames(producer, prefix);
  const workers = new Set<BullWorker>();
  const scheduler = new BullQueue<Turn>(turns, { connection: producer, prefix });
  scheduler.on('error', () => {});
  let ticker: BullTicker<Turn> | null = null;
  let guard: ClockGuard | null = null;

  const add: Queue['add'] = async (jobs) => {
    let added = 0;
    for (const [name, group] of Map.groupBy(jobs, (job) => job.name)) {
      const queue = await names.open(name);
      const made = group.map((job) => toBull(job, randomUUID()));
      const stored = await queue.addBulk(made);
      added += stored.filter((job, n) => job.id === made[n]?.opts.jobId).length;
    }
    return { added, duplicates: jobs.length - added };
  };

  /** Any process that works also makes due what repeats; BullMQ hands each turn to one of them. */
  const startTicker = (): BullTicker<Turn> => {
    const started = new BullTicker<Turn>(
      turns,
      async ({ data: { id, job } }) => void (await add([{ ...job, key: job.key ?? `repeat ${id}` }])),
      { connection: consumer, prefix, removeOnComplete: { count: 0 }, removeOnFail: { count: 100 } },
    );
    started.on('error', () => {});
    return started;
  };

  return {
    add,
    work(name, handler, options) {
      guard ??= createClockGuard(producer, told);
      if (!ticker) {
        const started = startTicker();
        guard.add({ hold: () => void started.pause(true), goOn: () => void started.resume() });
        ticker = started;
      }
      const worker = new BullWorker({
        queue: names.handle(name),
        connection: consumer,
        prefix,
        handler,
        options: { ...(leaseMs === undefined ? {} : { leaseMs }), ...options },
        random,
      });
      workers.add(worker);
      guard.add(worker);
      return worker;
    },
    async repeat(id, everyMs, job) {
      const key = encodeURIComponent(id);
      if (job === null) await scheduler.removeJobScheduler(key);
      else {
        const opts = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } };
        await scheduler.upsertJobScheduler(key, { every: everyMs }, { name: turns, data: { id, job }, opts });
      }
    },
    async counts() {
      const counted = (await names.all()).map(
        async (name) => [name, await countsOf(names.handle(name), producer)] as const,
      );
      return Object.fromEntries(await Promise.all(counted));
    },
    check: () => checkRoom(producer),
    async quarantined({ name, limit }) {
      const wanted = name === undefined ? await names.all() : [name];
      const found = await Promise.all(wanted.map((one) => names.handle(one).getFailed(0, limit - 1)));
      return found
        .flat()
        .map(toQuarantined)
        .sort((a, b) => b.quarantinedAt - a.quarantinedAt)
        .slice(0, limit);
    },
    replay: (ids) =>
      countQuarantined(ids, names, async (job) => {
        await add([toNew(job)]); // first, so that a kill in between doubles it rather than losing it
        await job.remove();
      }),
    discard: (ids) => countQuarantined(ids, names, (job) => job.remove()),
    async close() {
      guard?.stop();
      await Promise.all([...workers].map((worker) => worker.stop()));
      await ticker?.close(true);
      await scheduler.close();
      await names.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

const toStandardError = (line: string): void => void process.stderr.write(`queue: ${line}\n`);

type Names = ReturnType<typeof createNames>;

/** The BullMQ queues of this process, and the names that any process ever used. */
function createNames(connection: RedisConnection, prefix: string) {
  const key = `${prefix}:names`;
  const open = new Map<string, BullQueue<Envelope>>();
  const told = new Set<string>();
  const handle = (name: string): BullQueue<Envelope> => {
    const found = open.get(name) ?? new BullQueue<Envelope>(name, { connection, prefix });
    if (!open.has(name)) found.on('error', () => {});
    open.set(name, found);
    return found;
  };
  return {
    handle,
    async open(name: string): Promise<BullQueue<Envelope>> {
      if (!told.has(name)) await connection.sadd(key, name);
      told.add(name);
      return handle(name);
    },
    all: (): Promise<string[]> => connection.smembers(key),
    close: async (): Promise<void> =>
      void (await Promise.all([...open.values()].map((queue) => queue.close()))),
  };
}

async function countQuarantined(
  ids: readonly string[],
  names: Names,
  each: (job: StoredJob) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (const id of ids) {
    const part = splitId(id);
    const job = part ? await names.handle(part.name).getJob(part.bullId) : undefined;
    if (!job || !(await job.isFailed())) continue;
    await each(job);
    count += 1;
  }
  return count;
}

const priorities = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

async function countsOf(queue: BullQueue<Envelope>, client: RedisConnection): Promise<QueueCounts> {
  const states = ['waiting', 'prioritized', 'delayed', 'active', 'failed'] as const;
  const counts = await queue.getJobCounts(...states);
  const waiting = (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0);
  return {
    waiting,
    delayed: counts['delayed'] ?? 0,
    active: counts['active'] ?? 0,
    quarantined: counts['failed'] ?? 0,
    oldestMs: waiting === 0 ? 0 : await oldestOf(queue, client),
  };
}

/** The first of each priority is its oldest. Only its time is read: a payload may be megabytes. */
async function oldestOf(queue: BullQueue<Envelope>, client: RedisConnection): Promise<number> {
  const perPriority = await queue.getCountsPerPriority(priorities);
  const first = [queue.getRanges(['wait'], 0, 0, true)];
  let rank = 0;
  for (const priority of priorities.slice(1)) {
    const count = perPriority[priority] ?? 0;
    if (count > 0) first.push(queue.getRanges(['prioritized'], rank, rank, true));
    rank += count;
  }
  const ids = (await Promise.all(first)).flat();
  const times = await Promise.all(ids.map((id) => client.hmget(queue.toKey(id), 'timestamp', 'delay')));
  const dueAt = times.flatMap(([at, delay]) => (at ? [Number(at) + Number(delay ?? 0)] : []));
  return dueAt.length === 0 ? 0 : Math.max(0, Date.now() - Math.min(...dueAt));
}
