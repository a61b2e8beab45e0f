import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import fastify from 'fastify';
import { openEnricher } from '../../pipelines/enrich/open-enricher.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import type { Bench, BenchResult } from './bench.ts';
import { benchItems, benchTexts } from './bench-items.ts';

const connections = 50;
const seconds = 8;
/** One issue per this many items: the public posts gave about one per 60 when they were linked. */
const itemsPerIssue = 60;
const words = [
  'kpu',
  'surat suara',
  'debat',
  'gibran',
  'anies baswedan',
  'pemilu',
  'tps',
  'visi misi',
  'hoaks',
  'jujur',
];
const token = 'a-token-for-the-bench-only';

interface Load {
  requestsPerSecond: number;
  p99Ms: number;
  errors: number;
}

/** Issue feed and item search under 50 connections; the load comes from another thread. */
export const apiBench: Bench<{ items?: string }> = {
  name: 'api',
  summary: 'Requests per second and p99 of issue feed and item search; yardstick: an empty Fastify route.',
  options: [['--items <n>', 'items in the index (default 100000)']],
  async run({ items = '100000' }, { open, serve }): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const folder = mkdtempSync(join(tmpdir(), 'saring-bench-'));
    const count = Number(items);
    try {
      const installation = await open(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
      await fill(installation, benchItems(texts, count, Date.now(), 20_000));
      const service = await serve(installation, token);
      const headers = { authorization: `Bearer ${token}` };
      const feed = await load(`${service.address}/v1/issues?limit=20`, headers, []);
      const paths = words.map((word) => `/v1/items?limit=20&q=${encodeURIComponent(word)}`);
      const search = await load(service.address, headers, paths);
      const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
      await service.stop();
      const empty = await loadEmpty();
      const itemsPerSecond = Math.round(search.requestsPerSecond);
      return {
        itemsPerSecond,
        yardstick: { name: 'empty Fastify route', itemsPerSecond: Math.round(empty.requestsPerSecond) },
        ratio: Number((search.requestsPerSecond / empty.requestsPerSecond).toFixed(4)),
        peakRssMb,
        texts: from,
        n: count,
        connections,
        feed,
        search,
        empty,
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** Labelled items straight into the index, and an issue for each sixty of them. */
async function fill({ index, records, readModel }: Installation, items: Iterable<Item>): Promise<void> {
  const enricher = await openEnricher(readModel);
  let batch: IndexedItem[] = [];
  let number = 0;
  for (const item of items) {
    number += 1;
    const issueId = `issue-${String(Math.ceil(number / itemsPerIssue)).padStart(3, '0')}`;
    batch.push({
      ...enricher.enrich(item),
      storyId: null,
      issueId,
      duplicateOf: null,
      linkedAt: item.publishedAt,
      bandKeys: [],
    });
    if (batch.length < 500) continue;
    await index.put(batch);
    batch = [];
  }
  await index.put(batch);
  for (let n = 1; n <= number / itemsPerIssue; n += 1) await records.issues.put([buildIssue(n)]);
}

async function load(url: string, headers: Record<string, string>, paths: readonly string[]): Promise<Load> {
  const requests =
    paths.length > 0 ? paths.map((path) => ({ method: 'GET' as const, path, headers })) : undefined;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    workers: 1,
    ...(requests ? { requests } : {}),
  });
  return {
    requestsPerSecond: result.requests.average,
    p99Ms: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}

async function loadEmpty(): Promise<Load> {
  const app = fastify();
  app.get('/', async () => ({}));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const result = await load(address, {}, []);
  await app.close();
  return result;
}
