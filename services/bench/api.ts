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
import type { Bench, BenchContext, BenchResult } from './bench.ts';
import { benchItems, benchTexts } from './bench-items.ts';

const connections = 50;
const seconds = 8;
const warmUpSeconds = 5;
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

interface Options {
  items?: string;
  backend?: string;
}

interface Opened {
  installation: Installation;
  /** Ends the servers and removes the data. */
  end(): Promise<void>;
}

/** Of Elasticsearch's heap: what docs/sizing.md gives a province. */
const heapMb = 1_024;

async function openBackend(
  backend: string,
  { open, openDistributed, startStack }: BenchContext,
): Promise<Opened> {
  if (backend === 'distributed') {
    const stack = await startStack({ heapMb });
    const installation = await openDistributed(loadConfig(stack.environment, { logLevel: 'silent' }));
    return { installation, end: () => stack.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'saring-bench-'));
  const installation = await open(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
  return { installation, end: async () => rmSync(folder, { recursive: true }) };
}

/** Issue feed and item search under 50 connections; the load comes from another thread. */
export const apiBench: Bench<Options> = {
  name: 'api',
  summary: 'Requests per second and p99 of issue feed and item search; yardstick: an empty Fastify route.',
  options: [
    ['--items <n>', 'items in the index (default 100000)'],
    ['--backend <name>', 'embedded (default) or distributed'],
  ],
  async run({ items = '100000', backend = 'embedded' }, context): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const count = Number(items);
    const { installation, end } = await openBackend(backend, context);
    try {
      const filledFrom = performance.now();
      await fill(installation, benchItems(texts, count, Date.now(), 20_000));
      const fillSeconds = Math.round((performance.now() - filledFrom) / 1_000);
      const service = await context.serve(installation, token);
      const headers = { authorization: `Bearer ${token}` };
      const feedUrl = `${service.address}/v1/issues?limit=20`;
      const paths = words.map((word) => `/v1/items?limit=20&q=${encodeURIComponent(word)}`);
      await load(service.address, headers, paths, warmUpSeconds); // servers compile what they run often
      const feed = await load(feedUrl, headers, []);
      const search = await load(service.address, headers, paths);
      const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
      await service.stop();
      const empty = await loadEmpty();
      return {
        itemsPerSecond: Math.round(search.requestsPerSecond),
        yardstick: { name: 'empty Fastify route', itemsPerSecond: Math.round(empty.requestsPerSecond) },
        ratio: Number((search.requestsPerSecond / empty.requestsPerSecond).toFixed(4)),
        peakRssMb,
        texts: from,
        n: count,
        backend,
        connections,
        fillSeconds,
        feed,
        search,
        empty,
      };
    } finally {
      await end();
    }
  },
};

/** Distinct items that are labelled; the labels of the others are theirs in turn, since labelling is not measured here. */
const labelled = 20_000;
const issuesAtOnce = 200;

/** Labelled items straight into the index, and an issue for each sixty of them. */
async function fill({ index, records, readModel }: Installation, items: Iterable<Item>): Promise<void> {
  const enricher = await openEnricher(readModel);
  const labels: IndexedItem['labels'][] = [];
  let batch: IndexedItem[] = [];
  let number = 0;
  const flush = async (): Promise<void> => {
    await index.known(batch.map(({ id }) => id)); // as the pipeline does: what is known to be new is only written
    await index.put(batch);
    batch = [];
  };
  for (const item of items) {
    if (number < labelled) labels.push(enricher.enrich(item).labels);
    batch.push({
      ...item,
      labels: labels[number % labelled]!,
      storyId: null,
      issueId: `issue-${String(Math.ceil((number + 1) / itemsPerIssue)).padStart(3, '0')}`,
      duplicateOf: null,
      linkedAt: item.publishedAt,
      bandKeys: [],
    });
    number += 1;
    if (batch.length === 500) await flush();
  }
  await flush();
  const issues = Array.from({ length: Math.floor(number / itemsPerIssue) }, (_, n) => buildIssue(n + 1));
  for (let at = 0; at < issues.length; at += issuesAtOnce)
    await records.issues.put(issues.slice(at, at + issuesAtOnce));
}

async function load(
  url: string,
  headers: Record<string, string>,
  paths: readonly string[],
  duration = seconds,
): Promise<Load> {
  const requests =
    paths.length > 0 ? paths.map((path) => ({ method: 'GET' as const, path, headers })) : undefined;
  const result = await autocannon({
    url,
    connections,
    duration,
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
