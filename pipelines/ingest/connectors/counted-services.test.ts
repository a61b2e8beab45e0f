import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { type Source, sourceSchema } from '../../../shared/domain/source.ts';
import type { Allowance } from '../../../shared/ports/allowance.ts';
import {
  BodyBroken,
  ConnectionFailed,
  type Fetcher,
  type FetchResponse,
  HostBackedOff,
  HttpFailure,
  TimedOut,
} from '../../../shared/ports/fetcher.ts';
import { createAllowance } from '../../flow/allowance.ts';
import type { Collected, Connector, Cursor } from './connector.ts';
import { xConnector } from './x.ts';
import { youtubeConnector } from './youtube.ts';

const json = (body: unknown, url: string): FetchResponse => ({
  status: 200,
  notModified: false,
  finalUrl: url,
  headers: { etag: null, lastModified: null, contentType: 'application/json', retryAfter: null },
  received: {},
  body: new TextEncoder().encode(JSON.stringify(body)),
});

describe('services that are counted', () => {
  const noon = Date.UTC(2024, 1, 20, 12);
  let sqlite: ReturnType<typeof openSqlite>;
  let allowance: Allowance;
  let asked: URL[];
  /** What stood as spent on X when each request went out. */
  let reservedUsd: number[];
  let answer: (url: URL) => unknown;
  beforeEach(async () => {
    asked = [];
    reservedUsd = [];
    sqlite = openSqlite(':memory:');
    allowance = createAllowance((await createRecords(createSqliteDialect(sqlite))).records);
  });
  afterEach(() => sqlite.close());

  const fetcher: Fetcher = {
    async fetch({ url }) {
      asked.push(new URL(url));
      reservedUsd.push((await allowance.used('x', '2024-02')) / 1e6);
      const body = answer(new URL(url));
      if (body instanceof Error) throw body;
      return json(body, url);
    },
    close: async () => {},
  };
  const sourceOf = (kind: 'x' | 'youtube', settings: Record<string, unknown>, id = 's'): Source =>
    sourceSchema.parse({
      id,
      kind,
      name: 'Uji',
      url: 'https://api.example',
      platform: kind,
      outlet: null,
      outletTier: 1,
      homeArea: null,
      intervalMinutes: 60,
      enabled: true,
      settings,
    });
  const collect = (
    connector: Connector,
    source: Source,
    {
      cursor = {},
      now = noon,
      secrets = { x: 't', youtube: 'k' },
    }: { cursor?: Cursor; now?: number; secrets?: Record<string, string> } = {},
  ): Promise<Collected> =>
    connector.collect({
      source,
      cursor,
      fetcher,
      now,
      knownIds: async () => new Set(),
      readPage: () => Promise.reject(new Error('no pages here')),
      allowance,
      pseudonymise: (name) => name,
      secrets,
    });
  const codes = ({ drops }: Collected): string[] => drops.map(({ code }) => code);

  describe('x spending', () => {
    const month = '2024-02';
    const spend = (usd: number): Promise<boolean> =>
      allowance.take('x', month, Math.round(usd * 1e6), 100_000_000);
    const spentUsd = async (): Promise<number> => (await allowance.used('x', month)) / 1e6;
    const x = (monthlyCapUsd: number, id = 's'): Source => sourceOf('x', { query: 'KPU', monthlyCapUsd }, id);
    beforeEach(() => {
      answer = () => ({
        data: Array.from({ length: 10 }, (_, n) => ({
          id: String(n),
          text: `K${n}`,
          author_id: String(n % 4),
          created_at: '2024-02-20T09:00:00Z',
        })),
        includes: { users: [0, 1, 2, 3].map((id) => ({ id: String(id), username: `u${id}` })) },
      });
    });

    it('asks nothing while the cap is zero, its default', async () => {
      expect(codes(await collect(xConnector, sourceOf('x', { query: 'KPU' })))).toEqual(['spending_cap']);
      expect(asked).toEqual([]);
    });

    it('asks for no more than still fits, and counts the posts and authors that came', async () => {
      await spend(0.7);
      await collect(xConnector, x(1));
      // $0.30 left, $0.015 a post with its author
      expect(asked[0]!.searchParams.get('max_results')).toBe('20');
      expect(await spentUsd()).toBeCloseTo(0.7 + 10 * 0.005 + 4 * 0.01, 6);
    });

    it('stops when not even the smallest request fits', async () => {
      await spend(0.86);
      expect(codes(await collect(xConnector, x(1)))).toEqual(['spending_cap']);
      expect(asked).toEqual([]);
    });

    it('holds one cap over all sources, visited at once', async () => {
      await spend(0.6);
      const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => collect(xConnector, x(1, id))));
      expect(all.flatMap(codes)).toContain('spending_cap');
      // every request was covered before it was sent: $0.015 for each post that X might have given
      expect(reservedUsd).toHaveLength(asked.length);
      for (const usd of reservedUsd) expect(usd).toBeLessThanOrEqual(1);
      expect(await spentUsd()).toBeCloseTo(0.6 + asked.length * (10 * 0.005 + 4 * 0.01), 6);
    });

    it('begins anew with the month (UTC), whatever the cursor says', async () => {
      await spend(1);
      expect(codes(await collect(xConnector, x(1), { now: Date.UTC(2024, 2, 1) - 1 }))).toEqual([
        'spending_cap',
      ]);
      expect(codes(await collect(xConnector, x(1), { now: Date.UTC(2024, 2, 1) }))).toEqual([]);
    });

    it('takes back what a refused request did not cost, and keeps what may have been charged', async () => {
      const free = [
        new HttpFailure('u', 503),
        new HostBackedOff('u', noon),
        new ConnectionFailed('u'),
        new TimedOut('u', 'connect'),
      ];
      for (const error of free) {
        answer = () => error;
        await expect(collect(xConnector, x(1))).rejects.toBe(error);
        expect(await spentUsd()).toBe(0);
      }
      answer = () => new BodyBroken('u');
      await expect(collect(xConnector, x(1))).rejects.toBeInstanceOf(BodyBroken);
      expect(await spentUsd()).toBeCloseTo(66 * 0.015, 6);
    });
  });

  it('take nothing without a key, and say where it is written', async () => {
    const query = { query: 'KPU', monthlyCapUsd: 5 };
    await expect(collect(xConnector, sourceOf('x', query), { secrets: {} })).rejects.toMatchObject({
      reason: expect.stringContaining('SARING_X_TOKEN'),
    });
    const channelId = `UC${'a'.repeat(22)}`;
    const channel = sourceOf('youtube', { channelId });
    await expect(collect(youtubeConnector, channel, { secrets: {} })).rejects.toMatchObject({
      reason: expect.stringContaining('SARING_YOUTUBE_KEY'),
    });
    expect(await allowance.used('x', '2024-02')).toBe(0);
    expect(await allowance.used('youtube', '2024-02-20')).toBe(0);
  });

  describe('youtube quota', () => {
    const day = '2024-02-20';
    const channel = (dailyQuota: number, id = 's'): Source =>
      sourceOf('youtube', { channelId: `UC${'a'.repeat(22)}`, dailyQuota }, id);
    beforeEach(() => {
      answer = (url) =>
        url.pathname.endsWith('playlistItems')
          ? {
              items: [1, 2, 3].map((n) => ({
                snippet: { title: `V${n}` },
                contentDetails: { videoId: `v${n}`, videoPublishedAt: `2024-02-20T0${n}:00:00Z` },
              })),
            }
          : { items: [] };
    });

    it('counts a unit for every request, the videos and the comments of each', async () => {
      expect(codes(await collect(youtubeConnector, channel(10)))).not.toContain('quota_exhausted');
      expect(asked).toHaveLength(4);
      expect(await allowance.used('youtube', day)).toBe(4);
    });

    it('sends nothing beyond the quota, keeps what it read, and says so', async () => {
      const collected = await collect(youtubeConnector, channel(2));
      expect(asked.map(({ pathname }) => pathname)).toEqual(['/playlistItems', '/commentThreads']);
      expect(collected.items).toHaveLength(3);
      expect(codes(collected)).toContain('quota_exhausted');
      asked = [];
      const cursor = { since: 7, comments: { v1: 8 } };
      const next = await collect(youtubeConnector, channel(2), { cursor });
      expect([asked, codes(next), next.cursor]).toEqual([[], ['quota_exhausted'], cursor]);
    });

    it('is one count for all channels, and survives a visit that fails midway', async () => {
      answer = (url) => (url.pathname.endsWith('playlistItems') ? { items: [] } : new HttpFailure('u', 500));
      await collect(youtubeConnector, channel(3, 'a'));
      answer = () => new HttpFailure('u', 500);
      await expect(collect(youtubeConnector, channel(3, 'b'))).rejects.toBeInstanceOf(HttpFailure);
      // a request that is refused costs a unit too; one that the program itself holds back does not
      expect(await allowance.used('youtube', day)).toBe(2);
      answer = () => new HostBackedOff('u', noon);
      await expect(collect(youtubeConnector, channel(3, 'b'))).rejects.toBeInstanceOf(HostBackedOff);
      expect(await allowance.used('youtube', day)).toBe(2);
    });

    it('heeds that Google says the quota is used up, and asks no more that day', async () => {
      answer = () => new HttpFailure('u', 403, '{"error":{"errors":[{"reason":"quotaExceeded"}]}}');
      expect(codes(await collect(youtubeConnector, channel(100, 'a')))).toEqual(['quota_exhausted']);
      expect(codes(await collect(youtubeConnector, channel(100, 'b')))).toEqual(['quota_exhausted']);
      expect(asked).toHaveLength(1);
      expect(codes(await collect(youtubeConnector, channel(100), { now: noon + 86_400_000 }))).toEqual([
        'quota_exhausted',
      ]);
      expect(asked).toHaveLength(2);
    });

    it("begins anew at midnight Pacific time, in Google's summer too", async () => {
      const dayAt = (at: number): string => youtubeConnector.account!(channel(1), at).period;
      expect([Date.UTC(2024, 1, 20, 8) - 1, Date.UTC(2024, 1, 20, 8)].map(dayAt)).toEqual([
        '2024-02-19',
        '2024-02-20',
      ]);
      expect([Date.UTC(2024, 6, 1, 7) - 1, Date.UTC(2024, 6, 1, 7)].map(dayAt)).toEqual([
        '2024-06-30',
        '2024-07-01',
      ]);
    });
  });
});
