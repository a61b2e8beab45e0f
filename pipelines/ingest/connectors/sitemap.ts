import { z } from 'zod';
import type { Drop } from '../../../shared/domain/drop.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { NotAFeed } from '../feed/feed.ts';
import { readSitemap, type Sitemap, type SitemapEntry } from '../feed/read-sitemap.ts';
import { collectEntries } from './collect-entries.ts';
import { type CollectRequest, type Connector, nothingNew, readSettings } from './connector.ts';
import { entryOf } from './entry.ts';
import { fetchFeed, refused, validators } from './feed.ts';

const settings = z.object({
  /** Only addresses that contain this, e.g. "/pemilu/". */
  include: z.string().max(200).optional(),
  /** Pages fetched in one visit; the rest follows at the next. */
  maxPages: z.number().int().positive().max(200).default(30),
  /** Children of an index that are read, newest first. */
  maxMaps: z.number().int().positive().max(20).default(3),
  /** Older pages are left out at the first visit. */
  maxAgeDays: z.number().int().positive().max(90).default(3),
});

/** Entries of one map looked at; sitemaps.org allows 50,000. */
const maxEntries = 50_000;

/** Sitemaps and news sitemaps, for outlets without a feed. Needs nothing; one page request for every new article. */
export const sitemapConnector: Connector = {
  kind: 'sitemap',
  settings,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    const response = await fetchFeed(request);
    if (response.notModified) return nothingNew(request.cursor);
    const drops: Drop[] = [];
    const seenTo = Number(request.cursor['seenTo'] ?? 0) || request.now - chosen.maxAgeDays * dayMs;
    try {
      const map = readSitemap(response.body, maxEntries);
      const entries = map.isIndex ? await readChildren(map, request, chosen.maxMaps, seenTo) : map.entries;
      const fresh = entries.filter(
        (entry) => isFresh(entry, seenTo) && (!chosen.include || entry.url.includes(chosen.include)),
      );
      fresh.sort((a, b) => dateOf(a) - dateOf(b));
      const taken = fresh.slice(0, chosen.maxPages);
      const { remembered, ...collected } = await collectEntries(
        taken.map((entry) =>
          entryOf({
            link: entry.url,
            title: entry.title,
            publishedAt: entry.publishedAt ?? entry.modifiedAt,
            updatedAt: entry.modifiedAt,
          }),
        ),
        request,
        { fetchPages: true, maxPages: chosen.maxPages, fullTextLength: 1_200 },
      );
      const done = taken.length === fresh.length;
      const cursor = {
        ...(done ? validators(response) : {}),
        ...remembered,
        seenTo: taken.reduce((most, entry) => Math.max(most, dateOf(entry)), seenTo),
      };
      return { ...collected, drops: [...drops, ...collected.drops], cursor, notModified: false };
    } catch (error) {
      if (error instanceof NotAFeed) return refused(error, request);
      throw error;
    }
  },
};

const dateOf = (entry: SitemapEntry): number => entry.publishedAt ?? entry.modifiedAt ?? 0;

/** Pages without a date are told apart by their known ids alone. */
const isFresh = (entry: SitemapEntry, seenTo: number): boolean =>
  dateOf(entry) === 0 || dateOf(entry) >= seenTo;

async function readChildren(
  index: Sitemap,
  request: CollectRequest,
  maxMaps: number,
  seenTo: number,
): Promise<SitemapEntry[]> {
  const newest = index.entries
    .filter((entry) => isFresh(entry, seenTo))
    .sort((a, b) => dateOf(b) - dateOf(a));
  const out: SitemapEntry[] = [];
  for (const child of newest.slice(0, maxMaps)) {
    const response = await request.fetcher.fetch({ url: child.url, kind: 'feed' });
    const map = readSitemap(response.body, maxEntries);
    if (!map.isIndex) out.push(...map.entries);
  }
  return out;
}
