import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import fastify from 'fastify';
import { seeded } from '../../pipelines/evaluate/stream.ts';
import { allAreas } from '../../shared/areas/units.ts';
import type { Queue } from '../../shared/ports/queue.ts';
import { backends, openApiStore } from './api-store.ts';
import type { Bench, BenchContext, BenchResult } from './bench.ts';
import { benchTexts } from './bench-items.ts';

const connections = 50;
const seconds = 8;
/** Elasticsearch's cost of a search falls to a third while Java compiles it: after some 3,000 searches (measured). */
const warmUpSeconds = 20;
/** For the latency of one who asks alone. */
const aloneSeconds = 3;
/** What officers look for again and again. */
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
/**
 * Searches of the varied load, words as they are written: the common ones come again and again, the others two or three
 * times in eight seconds. Connections begin at different ones. The load's thread prepares all of them for each connection.
 */
const varied = 2_000;
const seeds = { warmUp: 6, measured: 5 };
/** The feed of every province, by priority and by time. */
const feeds = allAreas()
  .filter(({ code }) => code.length === 2)
  .flatMap(({ code }) =>
    ['priority', 'newest'].map((sort) => `/v1/issues?limit=20&unit=${code}&sort=${sort}`),
  );
const spreadRequests = join(import.meta.dirname, 'spread-requests.ts');
const token = 'a-token-for-the-bench-only';

interface Load {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  errors: number;
}

interface Options {
  items?: string;
  backend?: string;
  store?: string;
  fill?: boolean;
}

/** Issue feed and item search under 50 connections; the load comes from another thread. */
export const apiBench: Bench<Options> = {
  name: 'api',
  summary: 'Requests per second and p99 of issue feed and item search; yardstick: an empty Fastify route.',
  options: [
    ['--items <n>', 'items in the index (default 100000)'],
    ['--backend <name>', 'embedded (default) or distributed'],
    ['--store <dir>', 'fill this folder once, and measure on what is there from then on'],
    ['--fill', 'only fill the folder'],
  ],
  async run({ items = '100000', backend: name = 'embedded', store: keepIn, fill }, context) {
    const backend = backends.find((one) => one === name);
    if (!backend) throw new Error(`--backend is one of ${backends.join(', ')}`);
    const { texts, from } = benchTexts();
    const count = Number(items);
    const store = await openApiStore({ backend, texts, count, keepIn }, context);
    try {
      const own = { texts: from, n: count, backend, connections, fillSeconds: store.fillSeconds };
      const measured = fill ? null : await measure(store.installation, texts, context);
      if (measured === null) await store.installation.close();
      const empty = await loadEmpty();
      const itemsPerSecond = Math.round(measured?.search.requestsPerSecond ?? 0);
      return {
        itemsPerSecond,
        yardstick: { name: 'empty Fastify route', itemsPerSecond: Math.round(empty.requestsPerSecond) },
        ratio: Number((itemsPerSecond / empty.requestsPerSecond).toFixed(4)),
        peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
        ...own,
        ...measured,
        empty,
      } satisfies BenchResult;
    } finally {
      await store.end();
    }
  },
};

async function measure(
  installation: Parameters<BenchContext['serve']>[0],
  texts: readonly string[],
  { serve }: BenchContext,
) {
  const service = await serve(installation, token);
  const headers = { authorization: `Bearer ${token}` };
  const searches = (wanted: readonly string[]): string[] =>
    wanted.map((word) => `/v1/items?limit=20&q=${encodeURIComponent(word)}`);
  const idleAfterSeconds = await idle(installation.queue);
  const drawn = searches(drawWords(texts, seeds.measured));
  const ask = (paths: readonly string[], how: Partial<Shape> = {}): Promise<Load> =>
    load(service.address, headers, paths, how);
  await ask(searches(drawWords(texts, seeds.warmUp)), { duration: warmUpSeconds });
  const feed = await ask(['/v1/issues?limit=20']);
  const feedVaried = await ask(feeds);
  const search = await ask(searches(words));
  const searchVaried = await ask(drawn);
  const one = { connections: 1, duration: aloneSeconds };
  const alone = {
    feed: await ask(['/v1/issues?limit=20'], one),
    search: await ask(searches(words), one),
    searchVaried: await ask(drawn.toReversed(), one),
  };
  await service.stop();
  return { idleAfterSeconds, feed, feedVaried, search, searchVaried, alone };
}

/** Words of the texts as they come, so the common ones most often. */
function drawWords(texts: readonly string[], seed: number): string[] {
  const random = seeded(seed);
  const drawn: string[] = [];
  while (drawn.length < varied) {
    const found = texts[Math.floor(random() * texts.length)]!.match(/\p{L}{4,}/gu);
    const word = found?.[Math.floor(random() * found.length)];
    if (word) drawn.push(word.toLowerCase());
  }
  return drawn;
}

/** What a start makes due is done first: it is no part of answering. @returns seconds */
async function idle(queue: Queue): Promise<number> {
  const from = performance.now();
  const isBusy = async (): Promise<boolean> =>
    Object.values(await queue.counts()).some(({ waiting, active }) => waiting + active > 0);
  for (let quiet = 0; quiet < 5; ) {
    await wait(200);
    quiet = (await isBusy()) ? 0 : quiet + 1;
  }
  return Math.round((performance.now() - from) / 1_000);
}

interface Shape {
  connections: number;
  duration: number;
}

async function load(
  url: string,
  headers: Record<string, string>,
  paths: readonly string[],
  { connections: asking = connections, duration = seconds }: Partial<Shape> = {},
): Promise<Load> {
  const requests =
    paths.length > 0 ? paths.map((path) => ({ method: 'GET' as const, path, headers })) : undefined;
  const result = await autocannon({
    url,
    connections: asking,
    duration,
    headers,
    workers: 1,
    ...(requests ? { requests, setupClient: spreadRequests as never } : {}),
  });
  return {
    requestsPerSecond: result.requests.average,
    p50Ms: result.latency.p50,
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
