import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../../shared/config/load-config.ts';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { collectJob } from '../../shared/jobs/jobs.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Bench, BenchResult } from './bench.ts';

/** DOMAIN: national outlets are asked every ten minutes. */
const realIntervalMs = 600_000;
/** Visits from one article to the next: an outlet then writes 29 a day. */
const visitsPerArticle = 5;

const sourceOf = (n: number, port: number, intervalMinutes: number): Source =>
  sourceSchema.parse({
    id: `uji-${n}`,
    kind: 'feed',
    name: `Warta ${n}`,
    // Every outlet has a loopback address of its own, as it has a host of its own in the world.
    url: `http://127.1.${Math.floor(n / 250)}.${(n % 250) + 1}:${port}/rss`,
    platform: 'news',
    outlet: `Warta ${n}`,
    outletTier: 1,
    homeArea: null,
    intervalMinutes,
    enabled: true,
  });

const rssMb = (): number => Math.round(process.memoryUsage.rss() / 1_048_576);

interface Asked {
  feeds: number;
  unchanged: number;
  pages: number;
}
async function ask(server: ChildProcess): Promise<Asked> {
  const answer = once(server, 'message');
  server.send('figures');
  return (await answer)[0] as Asked;
}

/** Spreads the first visits over one interval, as a program that has run for a while has them. */
async function schedule({ queue }: Installation, sources: readonly Source[], everyMs: number): Promise<void> {
  const stepMs = everyMs / sources.length;
  for (const source of sources) {
    await queue.repeat(`collect ${source.id}`, everyMs, newJob(collectJob, { sourceId: source.id }));
    await wait(stepMs);
  }
}

interface Options {
  sources?: string;
  minutes?: string;
  speed?: string;
}

/**
 * A thousand outlets through the whole program: fetch, parse, page, label, link, watch. With `--speed 10` each is asked
 * every minute instead of every ten; the share of a core at the real pace is then a tenth of what is measured.
 */
export const pollBench: Bench<Options> = {
  name: 'poll',
  summary: 'Share of a core and memory while many sources are polled; yardstick: the pace that is needed.',
  options: [
    ['--sources <n>', 'how many (default 1000)'],
    ['--minutes <n>', 'of measuring (default 2; 60 for the memory of an hour)'],
    ['--speed <n>', 'times faster than every ten minutes (default 10)'],
  ],
  async run({ sources = '1000', minutes = '2', speed = '10' }, { open, serve }): Promise<BenchResult> {
    const folder = mkdtempSync(join(tmpdir(), 'saring-poll-'));
    const server = fork(new URL('./poll-server.ts', import.meta.url), [String(visitsPerArticle)]);
    const { port } = (await once(server, 'message'))[0] as { port: number };
    try {
      const settings = loadConfig(
        {},
        { dataDir: folder, logLevel: 'silent', allowAddresses: '127.0.0.0/8', contact: 'bench' },
      );
      const installation = await open(settings);
      const list = Array.from({ length: Number(sources) }, (_, n) => sourceOf(n, port, 10));
      for (const source of list) await installation.records.sources.put(source);
      const service = await serve(installation, 'a-token-for-the-bench-only');
      const everyMs = realIntervalMs / Number(speed);
      await schedule(installation, list, everyMs);
      const figures = await measure(server, Number(minutes) * 60_000, Number(speed));
      await service.stop();
      const needed = list.length / (realIntervalMs / 1_000);
      return {
        itemsPerSecond: figures.visitsPerSecond,
        yardstick: { name: 'every source each ten minutes', itemsPerSecond: Number(needed.toFixed(2)) },
        ratio: Number((figures.visitsPerSecond / needed).toFixed(1)),
        peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
        texts: 'made up',
        sources: list.length,
        speed: Number(speed),
        ...figures,
      };
    } finally {
      server.disconnect();
      rmSync(folder, { recursive: true, maxRetries: 3 });
    }
  },
};

/** Samples of memory, evenly over the run. */
const samples = 12;

async function measure(server: ChildProcess, ms: number, speed: number) {
  const before = await ask(server);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const memory = [rssMb()];
  for (let n = 0; n < samples; n += 1) {
    await wait(ms / samples);
    memory.push(rssMb());
  }
  delay.disable();
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const after = await ask(server);
  const cpuShare = (user + system) / 1e6 / seconds;
  return {
    seconds: Math.round(seconds),
    visitsPerSecond: Number(((after.feeds - before.feeds) / seconds).toFixed(1)),
    visits: after.feeds - before.feeds,
    unchanged: after.unchanged - before.unchanged,
    pages: after.pages - before.pages,
    /** All threads of the process, as a share of one core: as measured, and at the pace of every ten minutes. */
    cpuShare: Number(cpuShare.toFixed(3)),
    cpuShareAtTenMinutes: Number((cpuShare / speed).toFixed(4)),
    rssMb: memory,
    longestStallMs: Math.round(delay.max / 1e6),
  };
}
