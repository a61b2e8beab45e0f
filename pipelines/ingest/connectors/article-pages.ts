import type { Drop } from '../../../shared/domain/drop.ts';
import { FetchError } from '../../../shared/ports/fetcher.ts';
import type { PageAddition } from '../item/entry-to-item.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { decodeText } from '../text/decode-text.ts';
import { type CollectRequest, fetchDrop, type SeenPage } from './connector.ts';

export interface ReadArticle {
  page: PageAddition | null;
  /** The page as it came; null exactly when `page` is. */
  seen: SeenPage | null;
  drops: readonly Drop[];
}

const htmlTypes = /html|xml|^text\/plain|^$/i;

/** Fetches and reads one article page. What goes wrong is a counted drop, and the item does without the page. */
export async function readArticlePage(request: CollectRequest, url: string): Promise<ReadArticle> {
  try {
    const response = await request.fetcher.fetch({ url, kind: 'page' });
    if (!htmlTypes.test(response.headers.contentType ?? '')) {
      return {
        page: null,
        seen: null,
        drops: [collectDrop('not_a_page', url, `Bukan halaman web: ${response.headers.contentType}.`)],
      };
    }
    const { text } = decodeText(response.body, { kind: 'html', contentType: response.headers.contentType });
    const article = await request.readPage(text, response.finalUrl);
    const drops = article.whole
      ? []
      : [collectDrop('page_cut', url, 'Halaman terlalu rumit; hanya bagian awalnya yang dibaca.')];
    const { title, author, publishedAt, canonicalUrl } = article;
    return {
      page: { text: article.text, title, author, publishedAt, url: canonicalUrl ?? response.finalUrl },
      seen: {
        html: response.body,
        headers: response.received,
        status: response.status,
        url: response.finalUrl,
        at: request.now,
      },
      drops,
    };
  } catch (error) {
    if (error instanceof FetchError) return { page: null, seen: null, drops: [fetchDrop(error)] };
    const detail = `Halaman tidak terbaca: ${error instanceof Error ? error.message : String(error)}`;
    return { page: null, seen: null, drops: [collectDrop('page_unreadable', url, detail)] };
  }
}

/** True when the host wants to be left alone: further pages of the same visit would be refused anyway. */
export const endsVisit = (drops: readonly Drop[]): boolean =>
  drops.some((drop) => drop.code === 'host_backed_off');
