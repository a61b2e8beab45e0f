import { z } from 'zod';
import type { FeedEntry } from '../feed/feed.ts';
import { NotAFeed } from '../feed/feed.ts';
import { collectEntries } from './collect-entries.ts';
import { type Connector, nothingNew, readSettings } from './connector.ts';
import { fetchFeed, readFeed, refused, skippedDrop, validators } from './feed.ts';

const settings = z.object({
  /** Words as one types them into the search; `source.url` is used when absent. */
  query: z.string().min(2).max(500).optional(),
  maxEntries: z.number().int().positive().max(100).default(100),
});

/** The RSS search of Google News in Indonesian for these words. */
export const googleNewsUrl = (query: string): string =>
  `https://news.google.com/rss/search?q=${encodeURIComponent(query)}&hl=id&gl=ID&ceid=ID:id`;

/**
 * Google News: headlines only, since its links are redirects that lead nowhere without a browser. One article is known
 * by headline and outlet, so the same one by two queries is one item. Needs nothing, costs nothing, 100 results a query.
 */
export const googleNewsConnector: Connector = {
  kind: 'google_news',
  settings,
  async collect(request) {
    const { query, maxEntries } = readSettings(settings, request.source);
    const response = await fetchFeed(
      request,
      query === undefined ? request.source.url : googleNewsUrl(query),
    );
    if (response.notModified) return nothingNew(request.cursor);
    const feed = await readFeed(response, maxEntries, request);
    if (feed instanceof NotAFeed) return refused(feed, request);
    const entries = feed.entries.map(withoutOutlet);
    const { remembered: _seen, ...collected } = await collectEntries(entries, request, {
      fetchPages: false,
      maxPages: 0,
      fullTextLength: 1,
    });
    return {
      ...collected,
      drops: [...skippedDrop(feed, request), ...collected.drops],
      cursor: validators(response),
      notModified: false,
    };
  },
};

/** "Judul - Outlet" with the outlet beside it; the description repeats the headline in a link. */
function withoutOutlet(entry: FeedEntry): FeedEntry {
  const outlet = entry.sourceTitle;
  const end = outlet === null ? '' : ` - ${outlet}`;
  const title =
    entry.title !== null && end !== '' && entry.title.endsWith(end)
      ? entry.title.slice(0, -end.length)
      : entry.title;
  return { ...entry, title, summary: null, content: null };
}
