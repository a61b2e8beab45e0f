import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceSchema } from '../../shared/domain/source.ts';
import { createMatterOf } from './matter-of.ts';
import { loadSampleData } from './sample-data.ts';
import { fixedSampleStart } from './sample-week.ts';
import { type SampleServer, startSampleServer } from './server.ts';

const data = loadSampleData();
const matterOf = createMatterOf(data);
let sample: SampleServer;

beforeAll(async () => {
  sample = await startSampleServer({ baseTime: fixedSampleStart, port: 0, data });
});
afterAll(() => sample.stop());

const hostileUrl = (name: string): string => `${sample.origin}/hostile/${name}`;

describe('the feeds', () => {
  it('are well-formed, and hold every article under a known matter', async () => {
    let seen = 0;
    for (const source of sample.sources) {
      const feed = await new Parser().parseString(await (await fetch(source.url)).text());
      expect(feed.title).toBe(source.name);
      for (const entry of feed.items) {
        expect(matterOf(entry.link!)).not.toBeUndefined();
        expect(Number.isNaN(Date.parse(entry.isoDate!))).toBe(false);
        expect(JSON.stringify(entry)).not.toMatch(/\{[ht]\d\}|"matter"|"group"/);
      }
      seen += feed.items.length;
    }
    expect(seen).toBe(data.articles.length);
  });

  it('are source records as the domain has them, with ids of their own', () => {
    const all = [...sample.sources, ...sample.brokenSources];
    expect(all.map((source) => sourceSchema.parse(source))).toEqual(all);
    expect(new Set(all.map((source) => source.id)).size).toBe(all.length);
  });

  it('write RSS times in WIB and Atom times in UTC for one and the same clock', async () => {
    const rss = await (await fetch(`${sample.origin}/delta-pagi/feed.xml`)).text();
    const atom = await (await fetch(`${sample.origin}/cakra/feed.xml`)).text();
    expect(rss).toContain('<pubDate>Wed, 27 Nov 2030 08:20:00 +0700</pubDate>');
    expect(atom).toContain('<published>2030-11-27T03:40:00.000Z</published>');
  });
});

describe('the pages', () => {
  it('hold the whole text of each article, and say the date that fits its time', async () => {
    const feed = await (await fetch(`${sample.origin}/kabar-brawijaya/feed.xml`)).text();
    const link = /<guid isPermaLink="true">([^<]+video-surat-suara[^<]+)<\/guid>/.exec(feed)![1]!;
    const page = await (await fetch(link)).text();
    expect(page).toContain('Selasa (26/11)');
    expect(page).toContain('kamera pengawas yang menyala 24 jam');
    expect(page).toContain('<h2>Berita lainnya</h2>');
  });

  it('are there for every entry of every feed', async () => {
    for (const source of sample.sources) {
      const feed = await new Parser().parseString(await (await fetch(source.url)).text());
      const answers = await Promise.all(feed.items.map((entry) => fetch(entry.link!)));
      expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
      await Promise.all(answers.map((answer) => answer.text()));
    }
  });

  it('answer 404 for what is not there', async () => {
    expect((await fetch(`${sample.origin}/delta-pagi/baca/tidak-ada-1`)).status).toBe(404);
  });
});

describe('conditional requests', () => {
  it('answer 304 to the same ETag, and 200 to another', async () => {
    const url = sample.sources[0]!.url;
    const first = await fetch(url);
    await first.text();
    const etag = first.headers.get('etag')!;
    const again = await fetch(url, { headers: { 'if-none-match': `W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(url, { headers: { 'if-none-match': '"lain"' } })).status).toBe(200);
  });

  it('answer 304 when nothing is newer, and 200 before that', async () => {
    const url = sample.sources[1]!.url;
    const modified = (await fetch(url)).headers.get('last-modified')!;
    const earlier = new Date(Date.parse(modified) - 1000).toUTCString();
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-modified-since': earlier } })).status).toBe(200);
  });
});

describe('the post files', () => {
  it('hold every post once, as the importer reads it, without the ground truth', () => {
    const rows = sample.postFiles.flatMap((path) =>
      readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    expect(rows).toHaveLength(data.posts.length);
    const keys = ['author', 'created_at', 'id', 'metrics', 'platform', 'text'];
    expect(rows.filter((row) => Object.keys(row).sort().join() !== keys.join())).toEqual([]);
    expect(rows.filter((row) => /\{[ht]\d\}/.test(row.text))).toEqual([]);
  });

  it('have a broken companion, dated within the week, of which some lines are no JSON', () => {
    const lines = readFileSync(sample.brokenPostFile, 'utf8').trimEnd().split('\n');
    const isJson = (line: string): boolean => {
      try {
        return typeof JSON.parse(line) === 'object';
      } catch {
        return false;
      }
    };
    expect(lines.filter((line) => !isJson(line)).length).toBe(3);
    expect(lines.at(-1)).toContain('2030-11-23T17:00:00.000Z');
  });

  it('are gone when the server stops', async () => {
    const other = await startSampleServer({ baseTime: fixedSampleStart, data });
    const directory = dirname(other.postFiles[0]!);
    expect(existsSync(other.brokenPostFile)).toBe(true);
    await other.stop();
    expect(existsSync(directory)).toBe(false);
    await expect(fetch(`${other.origin}/robots.txt`)).rejects.toThrow();
  });
});

describe('the hostile feeds', () => {
  it('are refused by a strict parser where they are malformed', async () => {
    for (const name of ['malformed.xml', 'empty.xml', 'not-a-feed.xml']) {
      const text = await (await fetch(hostileUrl(name))).text();
      await expect(new Parser().parseString(text)).rejects.toThrow();
    }
  });

  it('declare UTF-8 and are not, or hold bytes that XML forbids', async () => {
    const decode = async (name: string) =>
      new TextDecoder('utf-8', { fatal: true }).decode(await (await fetch(hostileUrl(name))).arrayBuffer());
    await expect(decode('wrong-charset.xml')).rejects.toThrow();
    await expect(decode('control-characters.xml')).rejects.toThrow();
  });

  it('lead in circles and to private addresses', async () => {
    const location = async (name: string) =>
      (await fetch(hostileUrl(name), { redirect: 'manual' })).headers.get('location');
    expect(await location('redirect-loop.xml')).toBe('/hostile/redirect-loop.xml');
    expect(await location('redirect-private.xml')).toBe('http://10.20.30.40/feed.xml');
    expect(await location('redirect-metadata.xml')).toContain('169.254.169.254');
    expect((await fetch(hostileUrl('error.xml'))).status).toBe(503);
  });

  it('are heavy only where they are off', async () => {
    const flood = await (await fetch(hostileUrl('flood.xml'))).text();
    expect(flood.split('<item>').length - 1).toBe(50_000);
    const reader = (await fetch(hostileUrl('huge.xml'))).body!.getReader();
    let read = 0;
    while (read < 5_000_000) read += (await reader.read()).value!.length;
    await reader.cancel();
    const off = sample.brokenSources.filter((source) => !source.enabled).map((source) => source.url);
    expect(off.sort()).toEqual([hostileUrl('flood.xml'), hostileUrl('huge.xml')]);
  });

  it('include one that robots.txt forbids', async () => {
    const robots = await (await fetch(`${sample.origin}/robots.txt`)).text();
    expect(robots).toContain('Disallow: /hostile/forbidden/');
    expect(sample.brokenSources.map((source) => source.url)).toContain(hostileUrl('forbidden/feed.xml'));
  });
});
