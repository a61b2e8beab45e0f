import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, toRfc3339 } from '../../shared/domain/instant.ts';
import type { Source } from '../../shared/domain/source.ts';
import { buildFeed, type DatedArticle, dateArticle } from './build-feeds.ts';
import { buildPage } from './build-page.ts';
import { buildPostFile } from './build-posts.ts';
import { createHostileRoutes } from './hostile-routes.ts';
import { loadSampleData, readHostile, type SampleData } from './sample-data.ts';
import { hostileSource, outletSource } from './sample-sources.ts';

/** A running sample: everything it serves lies below `origin`, on loopback only. */
export interface SampleServer {
  origin: string;
  /** The outlets' feeds, all well-formed. */
  sources: Source[];
  /** Broken and hostile feeds; the two heavy ones have `enabled: false`. */
  brokenSources: Source[];
  /** Import files (JSONL), one for each platform, in a temporary folder that `stop` removes. */
  postFiles: string[];
  /** An import file in which each line is broken in a way of its own. */
  brokenPostFile: string;
  /** Requests answered so far by path and status, e.g. `200 /delta-pagi/feed.xml`. */
  requestCounts: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** A body that does not change while the server runs, with its validators. */
interface Resource {
  body: Buffer;
  contentType: string;
  etag: string;
  modifiedAt: Instant;
}

function resource(text: string, contentType: string, modifiedAt: Instant): Resource {
  const body = Buffer.from(text);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  // Last-Modified counts whole seconds.
  return { body, contentType, etag, modifiedAt: Math.floor(modifiedAt / 1000) * 1000 };
}

const robots = 'User-agent: *\nDisallow: /hostile/forbidden/\n';
/** Other articles named on a page: as many as a side bar usually shows. */
const relatedCount = 4;

function feedAndPages(outletArticles: readonly DatedArticle[], origin: string): [string, Resource][] {
  const outlet = outletArticles[0]!.outlet;
  const newest = Math.max(...outletArticles.map((article) => article.publishedAt));
  const feedType = outlet.feed === 'atom' ? 'application/atom+xml' : 'application/rss+xml';
  const feed = buildFeed(outlet, outletArticles, origin);
  const pages = outletArticles.map((article, index): [string, Resource] => {
    const around = [...outletArticles.slice(index + 1), ...outletArticles.slice(0, index)];
    const page = buildPage(article, { origin, related: around.slice(0, relatedCount) });
    return [article.path, resource(page, 'text/html; charset=utf-8', article.publishedAt)];
  });
  return [[`/${outlet.key}/feed.xml`, resource(feed, `${feedType}; charset=utf-8`, newest)], ...pages];
}

function buildResources(data: SampleData, baseTime: Instant, origin: string): Map<string, Resource> {
  const articles = data.articles.map((article) => dateArticle(article, baseTime));
  const byOutlet = Map.groupBy(articles, (article) => article.outlet.key);
  const resources = new Map([...byOutlet.values()].flatMap((own) => feedAndPages(own, origin)));
  resources.set('/robots.txt', resource(robots, 'text/plain; charset=utf-8', baseTime));
  return resources;
}

/** RFC 9110: If-None-Match decides where it is given; If-Modified-Since only without it. */
function isUnchanged(request: IncomingMessage, { etag, modifiedAt }: Resource): boolean {
  const noneMatch = request.headers['if-none-match'];
  if (noneMatch !== undefined) {
    return noneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return modifiedAt <= since;
}

function sendResource(request: IncomingMessage, response: ServerResponse, found: Resource): void {
  const validators = { etag: found.etag, 'last-modified': new Date(found.modifiedAt).toUTCString() };
  if (isUnchanged(request, found)) {
    response.writeHead(304, validators);
    response.end();
    return;
  }
  response.writeHead(200, {
    ...validators,
    'content-type': found.contentType,
    'content-length': found.body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : found.body);
}

async function writePostFiles(data: SampleData, baseTime: Instant) {
  const directory = await mkdtemp(join(tmpdir(), 'saring-contoh-'));
  const postFiles: string[] = [];
  for (const [platform, posts] of Map.groupBy(data.posts, (post) => post.platform)) {
    const path = join(directory, `${platform}.jsonl`);
    await writeFile(path, buildPostFile(posts, baseTime));
    postFiles.push(path);
  }
  const brokenPostFile = join(directory, 'rusak.jsonl');
  const brokenRows = readHostile('posts-broken.jsonl').toString().replaceAll('{mulai}', toRfc3339(baseTime));
  await writeFile(brokenPostFile, brokenRows);
  return { directory, postFiles, brokenPostFile };
}

const listen = (server: Server, port: number, host: string, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(`http://${name}:${(server.address() as AddressInfo).port}`));
  });

/**
 * Serves the bundled week on loopback: feeds and pages with ETag and Last-Modified, robots.txt, broken and
 * hostile feeds; and writes the post files to a temporary folder.
 * @param baseTime Sunday 00:00 WIB of the week; see `sampleStartEndingAt`
 * @param port 0 takes a free one; addresses, and so items' ids, stay the same from run to run only with a fixed one
 */
export async function startSampleServer(options: {
  baseTime: Instant;
  port?: number;
  data?: SampleData;
  /** Default: loopback only. */
  listenOn?: string;
  /** The host in its addresses. */
  knownAs?: string;
}): Promise<SampleServer> {
  const data = options.data ?? loadSampleData();
  const requestCounts = new Map<string, number>();
  let origin = '';
  let resources = new Map<string, Resource>();
  const hostile = createHostileRoutes(() => origin);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    response.once('close', () => {
      const key = `${response.statusCode} ${path}`;
      requestCounts.set(key, (requestCounts.get(key) ?? 0) + 1);
    });
    const found = resources.get(path);
    if (found) return sendResource(request, response, found);
    const answer = hostile.get(path);
    if (answer) return answer(response, path);
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('Halaman tidak ditemukan\n');
  });
  const { port = 0, listenOn = '127.0.0.1', knownAs = listenOn } = options;
  origin = await listen(server, port, listenOn, knownAs);
  resources = buildResources(data, options.baseTime, origin);
  const { directory, postFiles, brokenPostFile } = await writePostFiles(data, options.baseTime);
  return {
    origin,
    sources: data.outlets.map((outlet) => outletSource(outlet, origin)),
    brokenSources: [...hostile.keys()].map((path) => hostileSource(path, origin)),
    postFiles,
    brokenPostFile,
    requestCounts,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
