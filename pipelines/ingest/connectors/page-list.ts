import { z } from 'zod';
import type { FetchResponse } from '../../../shared/ports/fetcher.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { type FoundLink, type LinkSelectors, ListUnreadable, selectLinks } from '../page/select-links.ts';
import { decodeText } from '../text/decode-text.ts';
import { collectEntries } from './collect-entries.ts';
import { type Connector, cursorText, nothingNew, readSettings } from './connector.ts';
import { entryOf } from './entry.ts';
import { validators } from './feed.ts';

const selector = z.string().min(1).max(300);
const settings = z.object({
  /** `kpu` knows the shared CMS of KPU's offices; `css` takes the selectors below. */
  adapter: z.enum(['kpu', 'css']).default('css'),
  item: selector.optional(),
  link: selector.optional(),
  title: selector.optional(),
  date: selector.optional(),
  maxPages: z.number().int().positive().max(100).default(20),
});

/** KPU's offices share one CMS: `…/blog/category/NAME` lists links to `…/blog/read/SLUG`. */
const kpuSelectors: LinkSelectors = { item: 'a[href*="/blog/read/"]' };

/** Sites without a feed: a page that lists articles, read by CSS selectors. Needs a list page's address. */
export const pageListConnector: Connector = {
  kind: 'page_list',
  settings,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    const response = await request.fetcher.fetch({
      url: request.source.url,
      kind: 'page',
      etag: cursorText(request.cursor, 'etag'),
      lastModified: cursorText(request.cursor, 'lastModified'),
    });
    if (response.notModified) return nothingNew(request.cursor);
    const links = readList(response, chosen);
    if (links instanceof ListUnreadable) {
      const drops = [collectDrop('list_unreadable', request.source.url, links.reason)];
      return { ...nothingNew(request.cursor), drops, notModified: false };
    }
    const { remembered, ...collected } = await collectEntries(
      links.map((link) => entryOf({ link: link.url, title: link.title, publishedAt: link.publishedAt })),
      request,
      { fetchPages: true, maxPages: chosen.maxPages, fullTextLength: 1_200 },
    );
    const empty = 'Tidak ada tautan artikel yang cocok dengan pemilih.';
    const drops = links.length === 0 ? [collectDrop('empty_list', request.source.url, empty)] : [];
    return {
      ...collected,
      drops: [...drops, ...collected.drops],
      cursor: { ...validators(response), ...remembered },
      notModified: false,
    };
  },
};

function readList(response: FetchResponse, chosen: z.infer<typeof settings>): FoundLink[] | ListUnreadable {
  const { text } = decodeText(response.body, { kind: 'html', contentType: response.headers.contentType });
  const item = chosen.item ?? 'article a[href], h2 a[href], h3 a[href]';
  try {
    return selectLinks(
      text,
      response.finalUrl,
      chosen.adapter === 'kpu' ? kpuSelectors : { ...chosen, item },
    );
  } catch (error) {
    if (error instanceof ListUnreadable) return error;
    throw error;
  }
}
