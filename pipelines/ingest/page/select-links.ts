import { load } from 'cheerio';
import { parseDate } from '../text/parse-date.ts';
import { oneLine } from '../text/plain-text.ts';
import { pageIsWithin } from './page-guard.ts';

export interface LinkSelectors {
  /** One box or link per article. */
  item: string;
  /** Inside the box: the link, the headline, the date. The box itself and its text when absent. */
  link?: string | undefined;
  title?: string | undefined;
  date?: string | undefined;
}

export interface FoundLink {
  url: string;
  title: string | null;
  publishedAt: number | null;
}

/** The page is too deep or too large for a tree of every element, or a selector is none. Reason in Indonesian. */
export class ListUnreadable extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'ListUnreadable';
    this.reason = reason;
  }
}

/** List pages measured have 3,000 tags at most; cheerio takes about 80 ms for this many. */
const limits = { maxDepth: 256, maxTags: 20_000, maxAttributes: 100 };

/** Articles listed on a page, found by CSS selectors. @throws ListUnreadable */
export function selectLinks(html: string, url: string, selectors: LinkSelectors): FoundLink[] {
  if (!pageIsWithin(html, limits)) throw new ListUnreadable('Halaman daftar terlalu rumit untuk dibaca.');
  const $ = load(html);
  const found = new Map<string, FoundLink>();
  try {
    for (const box of $(selectors.item).toArray().slice(0, 500)) {
      const at = $(box);
      const anchor = selectors.link
        ? at.find(selectors.link).first()
        : at.is('a')
          ? at
          : at.find('a[href]').first();
      const address = URL.parse(anchor.attr('href') ?? '', url)?.href;
      if (!address || !/^https?:/.test(address)) continue;
      const title = oneLine((selectors.title ? at.find(selectors.title).first() : anchor).text()) || null;
      const dateBox = selectors.date ? at.find(selectors.date).first() : at.find('time').first();
      const dateText = dateBox.attr('datetime') ?? oneLine(dateBox.text());
      const publishedAt = dateText === '' ? null : parseDate(dateText, { defaultOffset: 420 });
      const known = found.get(address);
      // A picture and its headline often link to the same article.
      found.set(address, {
        url: address,
        title: known?.title ?? title,
        publishedAt: known?.publishedAt ?? publishedAt,
      });
    }
  } catch {
    throw new ListUnreadable('Pemilih CSS tidak dapat dipakai; periksa penulisannya.');
  }
  return [...found.values()];
}
