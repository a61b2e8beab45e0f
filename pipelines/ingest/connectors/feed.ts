import { z } from 'zod';
import type { Drop } from '../../../shared/domain/drop.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { FetchResponse } from '../../../shared/ports/fetcher.ts';
import { type Feed, type FeedEntry, NotAFeed } from '../feed/feed.ts';
import { tryParseFeed } from '../feed/parse-feed.ts';
import { entryToItem } from '../item/entry-to-item.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { endsVisit, readArticlePage } from './article-pages.ts';
import {
  type Collected,
  type CollectRequest,
  type Connector,
  type Cursor,
  cursorText,
  nothingNew,
  readSettings,
} from './connector.ts';

const settings = z.object({
  /** Fetch the article page of an entry whose text is shorter than `fullTextLength`. */
  fetchPages: z.boolean().default(true),
  /** Pages fetched in one visit at most: with a second's pause each, a visit stays below its interval. */
  maxPages: z.number().int().min(0).max(200).default(30),
  /** Characters from which a feed's own text is taken for the whole article; a teaser measured has at most 900. */
  fullTextLength: z.number().int().positive().default(1_200),
  maxEntries: z.number().int().positive().max(2_000).default(500),
});
type FeedSettings = z.infer<typeof settings>;

/** RSS, RDF, Atom, CDF and JSON Feed, with the article's page where the feed has only a teaser. */
export const feedConnector: Connector = {
  kind: 'feed',
  settings,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    const response = await fetchFeed(request);
    if (response.notModified) return nothingNew(request.cursor);
    const feed = await readFeed(response, chosen.maxEntries, request);
    if (feed instanceof NotAFeed) return refused(feed, request);
    const collected = await collectEntries(feed.entries, request, chosen);
    return {
      ...collected,
      drops: [...skippedDrop(feed, request), ...collected.drops],
      cursor: validators(response),
      notModified: false,
    };
  },
};

/** A conditional request for the source's feed. */
export const fetchFeed = (request: CollectRequest, url = request.source.url): Promise<FetchResponse> =>
  request.fetcher.fetch({
    url,
    kind: 'feed',
    etag: cursorText(request.cursor, 'etag'),
    lastModified: cursorText(request.cursor, 'lastModified'),
  });

export const validators = (response: FetchResponse): Cursor => ({
  ...(response.headers.etag === null ? {} : { etag: response.headers.etag }),
  ...(response.headers.lastModified === null ? {} : { lastModified: response.headers.lastModified }),
});

/** From this size on a feed is read in another thread, where there is one: it takes the processor for over 20 ms. */
const largeFeed = 300_000;

export async function readFeed(
  response: FetchResponse,
  maxEntries: number,
  request: CollectRequest,
): Promise<Feed | NotAFeed> {
  const options = { contentType: response.headers.contentType, url: response.finalUrl, maxEntries };
  const beside = response.body.length >= largeFeed ? request.readFeed : undefined;
  const read = beside ? await beside(response.body, options) : tryParseFeed(response.body, options);
  return 'refused' in read ? new NotAFeed(read.refused) : read;
}

/** A body that is no feed is one counted refusal; the cursor stays, so that the next visit tries again. */
export const refused = (error: NotAFeed, request: CollectRequest): Collected => ({
  items: [],
  claims: [],
  drops: [collectDrop('not_a_feed', request.source.url, error.reason)],
  cursor: request.cursor,
  notModified: false,
});

export function skippedDrop(feed: Feed, request: CollectRequest): Drop[] {
  if (feed.skippedEntries === 0) return [];
  const detail = `Umpan memuat terlalu banyak entri; ${feed.skippedEntries} entri terakhir tidak dibaca.`;
  return [collectDrop('too_many_entries', request.source.url, detail)];
}

/** Entries → items, each new one with its page where the feed's text is too short. */
export async function collectEntries(
  entries: readonly FeedEntry[],
  request: CollectRequest,
  chosen: Pick<FeedSettings, 'fetchPages' | 'maxPages' | 'fullTextLength'>,
): Promise<Pick<Collected, 'items' | 'claims' | 'drops'>> {
  const drops: Drop[] = [];
  const items = new Map<string, Item>();
  const outcomes = entries.map((entry) => ({ entry, outcome: entryToItem(entry, request) }));
  const known = await request.knownIds(
    outcomes.flatMap(({ outcome }) => (outcome.item ? [outcome.item.id] : [])),
  );
  let pagesLeft = chosen.fetchPages ? chosen.maxPages : 0;
  for (const { entry, outcome } of outcomes) {
    if (!outcome.item) {
      drops.push(outcome.drop);
      continue;
    }
    let { item, notes } = outcome;
    if (items.has(item.id)) continue;
    if (
      pagesLeft > 0 &&
      item.url !== null &&
      item.text.length < chosen.fullTextLength &&
      !known.has(item.id)
    ) {
      pagesLeft -= 1;
      const read = await readArticlePage(request, item.url);
      drops.push(...read.drops);
      if (endsVisit(read.drops)) pagesLeft = 0;
      const withPage =
        read.page === null ? null : entryToItem(entry, request, { ...read.page, url: item.url });
      if (withPage?.item) ({ item, notes } = withPage);
    }
    drops.push(...notes);
    items.set(item.id, item);
  }
  return { items: [...items.values()], claims: [], drops };
}
