import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { batchSize, enrichJob } from '../../shared/jobs/jobs.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Queue } from '../../shared/ports/queue.ts';
import type { Bench, BenchContext, BenchResult, Yardstick } from './bench.ts';
import { benchItems, benchTexts } from './bench-items.ts';
import { cpuSecondsOf } from './cpu-seconds.ts';

/** KPU RI in an election week sees some twenty thousand items a day. */
const defaultPerDay = 20_000;
/** Batches that wait at the most, as a busy source would leave them. */
const maximumWaiting = 20;
/**
 * Items that go before those that are timed. Elasticsearch and Node translate what runs often while they run, which costs
 * a cold installation more than the items do.
 */
const defaultWarmUp = 20_000;
/** Of Elasticsearch's heap: what a small machine gives it. */
const heapMb = 1_024;
/** Other processes see a write within this time, by the port's promise. */
const visibleWithinMs = 2_000;
const workerProgram = join(import.meta.dirname, '..', 'worker', 'main.ts');

interface Options {
  items?: string;
  perDay?: string;
  warmUp?: string;
  workers?: string;
}

/** Source to linked issue through real servers and worker processes of their own, all on this machine. */
export const distributedBench: Bench<Options> = {
  name: 'distributed',
  summary:
    'Items per second from source to linked issue on Redis, Elasticsearch and PostgreSQL; yardstick: the bare Elasticsearch bulk of the same texts.',
  options: [
    ['--items <n>', 'how many (default 20000)'],
    ['--per-day <n>', `items a day of the stream (default ${defaultPerDay})`],
    ['--warm-up <n>', `items that go before, told apart from the figure (default ${defaultWarmUp})`],
    ['--workers <n>', 'worker processes (default 1); `1,2` measures both, each on servers of its own'],
  ],
  async run(options, context): Promise<BenchResult> {
    const { items = '20000', perDay = String(defaultPerDay), workers = '1' } = options;
    const { warmUp = String(defaultWarmUp) } = options;
    const bench = {
      ...benchTexts(),
      count: Number(items),
      warmUp: Number(warmUp),
      perDay: Number(perDay),
    };
    const [first, ...more] = workers.split(',').map(Number);
    const { yardstick, peakRssMb, ...run } = await runOnce(bench, first!, context);
    const others: object[] = [];
    for (const count of more) {
      const { yardstick: _y, peakRssMb: _m, ...other } = await runOnce(bench, count, context);
      others.push(other);
    }
    const { itemsPerSecond, ...measures } = run;
    const ratio = Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(3));
    const what = { texts: bench.from, n: bench.count, perDay: bench.perDay };
    return {
      ...{ itemsPerSecond, yardstick, ratio, peakRssMb, ...what, ...measures },
      ...(others.length > 0 ? { others } : {}),
    };
  },
};

interface Run {
  itemsPerSecond: number;
  /** What went before, on servers and workers just started. */
  warmUp: { items: number; itemsPerSecond: number };
  workers: number;
  linked: number;
  seconds: number;
  cpuSeconds: Record<string, number>;
  /** Of the machine's cores, in the mean: with all of them used, more processes bring nothing. */
  coresUsed: number;
  peakRssMb: number;
  yardstick: Yardstick;
}

interface Stream {
  /** Items timed. */
  count: number;
  /** Items before them. */
  warmUp: number;
  perDay: number;
}

async function runOnce(
  { texts, count, warmUp, perDay }: ReturnType<typeof benchTexts> & Stream,
  workers: number,
  { startStack, openDistributed }: BenchContext,
): Promise<Run> {
  const stack = await startStack({ heapMb, compileFully: true });
  const children: ChildProcess[] = [];
  try {
    const installation = await openDistributed(loadConfig(stack.environment, { logLevel: 'silent' }));
    children.push(...(await startWorkers(workers, stack.environment)));
    const measured = {
      redis: stack.redis.pid,
      postgres: stack.postgres.pid,
      elasticsearch: stack.elasticsearch.pid,
      ...Object.fromEntries(children.map((child, n) => [`worker${n + 1}`, child.pid!])),
    };
    const stream = [...benchItems(texts, warmUp + count, Date.now(), perDay)];
    const warmUpSeconds = await secondsToLink(installation.queue, stream.slice(0, warmUp));
    const before = cpuOf(measured);
    const ownBefore = process.cpuUsage();
    const seconds = await secondsToLink(installation.queue, stream.slice(warmUp));
    const own = process.cpuUsage(ownBefore);
    const used = Object.entries(cpuOf(measured)).map(
      ([name, value]) => [name, value - before[name]!] as const,
    );
    const all = [...used, ['feeder', (own.user + own.system) / 1e6] as const];
    const sum = all.reduce((total, [, value]) => total + value, 0);
    await new Promise((resolve) => setTimeout(resolve, visibleWithinMs));
    const linked = await countLinked(installation);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
    const yardstick = await timeYardstick(installation, stack.elasticsearch.url);
    await installation.close();
    return {
      ...{ itemsPerSecond: Math.round(count / seconds), workers, linked, seconds: rounded(seconds) },
      warmUp: { items: warmUp, itemsPerSecond: warmUp === 0 ? 0 : Math.round(warmUp / warmUpSeconds) },
      cpuSeconds: Object.fromEntries(all.map(([name, value]) => [name, rounded(value)])),
      ...{ coresUsed: Number((sum / seconds).toFixed(2)), peakRssMb, yardstick },
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await stack.stop();
  }
}

const rounded = (value: number): number => Number(value.toFixed(1));

const cpuOf = (processes: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, cpuSecondsOf(pid)]));

/** Worker processes that have opened everything and wait for jobs. */
function startWorkers(count: number, environment: Readonly<Record<string, string>>): Promise<ChildProcess[]> {
  const start = (): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, ...environment };
      const child = spawn(process.execPath, [workerProgram], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/worker: running/.test(said)) resolve(child);
        else process.stderr.write(chunk);
      });
      child.once('exit', () => reject(new Error(`a worker ended: ${said}`)));
    });
  return Promise.all(Array.from({ length: count }, start));
}

/** @returns seconds until everything of the stream is linked and nothing waits */
async function secondsToLink(queue: Queue, stream: readonly Item[]): Promise<number> {
  const startedAt = performance.now();
  await feed(queue, stream);
  await until(async () => (await openJobs(queue)) === 0);
  return (performance.now() - startedAt) / 1_000;
}

async function feed(queue: Queue, stream: readonly Item[]): Promise<void> {
  for (let at = 0; at < stream.length; at += batchSize) {
    await queue.add([newJob(enrichJob, { items: stream.slice(at, at + batchSize) })]);
    await until(async () => (await openJobs(queue)) <= maximumWaiting);
  }
}

async function openJobs(queue: Queue): Promise<number> {
  const counts = await queue.counts();
  return ['enrich', 'link'].reduce((sum, name) => {
    const { waiting = 0, active = 0, delayed = 0 } = counts[name] ?? {};
    return sum + waiting + active + delayed;
  }, 0);
}

/** Rarely enough that looking costs nothing beside what is measured. */
const lookEveryMs = 25;

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
}

async function countLinked({ index }: Installation): Promise<number> {
  let linked = 0;
  for await (const batch of index.scan({ scope: nationalScope, linked: true }, 1_000)) linked += batch.length;
  return linked;
}

/** Documents of one request of the yardstick: larger ones are no faster. */
const bareBatch = 1_000;

/** The least that any program on Elasticsearch has to do: the texts into a full-text field, in bulks. */
async function timeYardstick({ index }: Installation, url: string): Promise<Yardstick> {
  const items: IndexedItem[] = [];
  for await (const batch of index.scan({ scope: nationalScope }, 1_000)) items.push(...batch);
  const post = async (path: string, method: string, body: string): Promise<void> => {
    const type = method === 'POST' ? 'application/x-ndjson' : 'application/json';
    const answer = await fetch(`${url}/${path}`, { method, body, headers: { 'content-type': type } });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
  };
  const mappings = { dynamic: false, properties: { text: { type: 'text', analyzer: 'indonesian' } } };
  await post('bare', 'PUT', JSON.stringify({ settings: { number_of_replicas: 0 }, mappings }));
  const startedAt = performance.now();
  for (let at = 0; at < items.length; at += bareBatch) {
    const lines = items
      .slice(at, at + bareBatch)
      .map(({ id, text }) => `{"index":{"_id":"${id}"}}\n${JSON.stringify({ text })}\n`);
    await post('bare/_bulk', 'POST', lines.join(''));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return { name: 'bare Elasticsearch bulk', itemsPerSecond: Math.round(items.length / seconds) };
}
