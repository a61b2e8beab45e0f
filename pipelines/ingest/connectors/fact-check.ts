import { z } from 'zod';
import { readClaimReviews } from '../fact-check/claim-review.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { decodeText } from '../text/decode-text.ts';
import {
  type Collected,
  type CollectRequest,
  type Connector,
  cursorText,
  nothingNew,
  readSettings,
} from './connector.ts';
import { collectFactCheckFeed } from './fact-check-feed.ts';
import { collectGoogleFactChecks } from './fact-check-google.ts';
import { collectYudistira } from './fact-check-yudistira.ts';
import { validators } from './feed.ts';

const settings = z.object({
  /** `page` reads ClaimReview data from the page at `source.url`. */
  service: z.enum(['feed', 'yudistira', 'google', 'page']).default('feed'),
  query: z.string().min(2).max(300).default('pemilu'),
});

/** Fact-checks from others: they become claims with the checker's rating, never items, and never our verdict. */
export const factCheckConnector: Connector = {
  kind: 'fact_check',
  settings,
  async collect(request) {
    const { service, query } = readSettings(settings, request.source);
    if (service === 'yudistira') return collectYudistira(request);
    if (service === 'google') return collectGoogleFactChecks(request, query);
    return service === 'page' ? collectClaimReviewPage(request) : collectFactCheckFeed(request);
  },
};

async function collectClaimReviewPage(request: CollectRequest): Promise<Collected> {
  const { url } = request.source;
  const response = await request.fetcher.fetch({
    url,
    kind: 'page',
    etag: cursorText(request.cursor, 'etag'),
    lastModified: cursorText(request.cursor, 'lastModified'),
  });
  if (response.notModified) return nothingNew(request.cursor);
  const { text } = decodeText(response.body, { kind: 'html', contentType: response.headers.contentType });
  const article = await request.readPage(text, response.finalUrl);
  const claims = readClaimReviews(article.jsonLd, response.finalUrl);
  const drops =
    claims.length === 0
      ? [collectDrop('no_claim_review', url, 'Halaman tidak memuat data ClaimReview.')]
      : [];
  return { items: [], claims, drops, cursor: validators(response), notModified: false };
}
