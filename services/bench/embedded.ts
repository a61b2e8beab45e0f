import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Item } from '../../shared/domain/item.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { batchSize, enrichJob } from '../../shared/jobs/jobs.ts';
import type { Queue } from '../../shared/ports/queue.ts';
import type { Bench, BenchResult, Yardstick } from './bench.ts';
import { benchItems, benchTexts } from './bench-items.ts';

/** KPU RI in an election week sees some twenty thousand items a day; a regency a few hundred. */
const defaultPerDay = 20_000;
/** Batches that wait at the most, as a busy source would leave them. */
const maximumWaiting = 20;

/** Source to linked issue through the queue, one process, one SQLite file. */
export const embeddedBench: Bench<{ items?: string; perDay?: string }> = {
  name: 'embedded',
  summary:
    'Items per second from source to linked issue; yardstick: the bare SQLite FTS5 insert of the same texts.',
  options: [
    ['--items <n>', 'how many (default 20000)'],
    ['--per-day <n>', `items a day of the stream (default ${defaultPerDay})`],
  ],
  async run({ items = '20000', perDay = String(defaultPerDay) }, { open, attach }): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const count = Number(items);
    const folder = mkdtempSync(join(tmpdir(), 'saring-bench-'));
    try {
      const stream = benchItems(texts, count, Date.now(), Number(perDay));
      const installation = await open(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
      const flow = await openFlow(installation);
      const startedAt = performance.now();
      const cpuBefore = process.cpuUsage();
      const stop = await attach(installation, flow);
      await feed(installation.queue, stream);
      await idle(installation.queue);
      const seconds = (performance.now() - startedAt) / 1_000;
      const cpu = process.cpuUsage(cpuBefore);
      const cpuSeconds = (cpu.user + cpu.system) / 1e6;
      const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
      await stop();
      await installation.close();
      const yardstick = timeYardstick(
        join(folder, 'bare.sqlite'),
        benchItems(texts, count, Date.now(), Number(perDay)),
        count,
      );
      const itemsPerSecond = Math.round(count / seconds);
      const ratio = Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(3));
      return {
        itemsPerSecond,
        yardstick,
        ratio,
        peakRssMb,
        texts: from,
        n: count,
        perDay: Number(perDay),
        seconds: Number(seconds.toFixed(1)),
        itemsPerCpuSecond: Math.round(count / cpuSeconds),
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function feed(queue: Queue, stream: Iterable<Item>): Promise<void> {
  let batch: Item[] = [];
  const send = async (): Promise<void> => {
    if (batch.length > 0) await queue.add([newJob(enrichJob, { items: batch })]);
    batch = [];
  };
  for (const item of stream) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    await send();
    while (waiting(await queue.counts()) > maximumWaiting) await pause();
  }
  await send();
}

const waiting = (counts: Awaited<ReturnType<Queue['counts']>>): number =>
  ['enrich', 'link'].reduce(
    (sum, name) => sum + (counts[name]?.waiting ?? 0) + (counts[name]?.active ?? 0),
    0,
  );

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

async function idle(queue: Queue): Promise<void> {
  while (waiting(await queue.counts()) > 0) await pause();
}

/** The least that any embedded program has to do: the texts into a full-text index, in batches. */
function timeYardstick(path: string, items: Iterable<Item>, count: number): Yardstick {
  const db = new DatabaseSync(path);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE VIRTUAL TABLE bare USING fts5 (text);',
  );
  const insert = db.prepare('INSERT INTO bare (text) VALUES (?)');
  const all = [...items];
  const startedAt = performance.now();
  for (let at = 0; at < all.length; at += batchSize) {
    db.exec('BEGIN');
    for (const item of all.slice(at, at + batchSize)) insert.run(item.text);
    db.exec('COMMIT');
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  db.close();
  return { name: 'bare SQLite FTS5 insert', itemsPerSecond: Math.round(count / seconds) };
}
