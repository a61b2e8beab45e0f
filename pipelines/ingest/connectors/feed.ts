import { z } from 'zod';
import type { Drop } from '../../../shared/domain/drop.ts';
import type { FetchResponse } from '../../../shared/ports/fetcher.ts';
import { type Feed, NotAFeed } from '../feed/feed.ts';
import { tryParseFeed } from '../feed/parse-feed.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { collectEntries } from './collect-entries.ts';
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
    const { remembered, ...collected } = await collectEntries(feed.entries, request, chosen);
    return {
      ...collected,
      drops: [...skippedDrop(feed, request), ...collected.drops],
      cursor: { ...validators(response), ...remembered },
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
