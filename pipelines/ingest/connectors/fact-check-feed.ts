import { concludedRating, kindOf, splitTitle, verdictOf } from '../fact-check/rating.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { NotAFeed } from '../feed/feed.ts';
import { withoutTracking } from '../item/canonical-url.ts';
import { htmlToText } from '../text/plain-text.ts';
import { type Collected, type CollectRequest, type FoundClaim, nothingNew } from './connector.ts';
import { fetchFeed, readFeed, refused, skippedDrop, validators } from './feed.ts';

/** Fact-checks by RSS (TurnBackHoax, Cekfakta and outlets' own): the rating stands before the title. */
export async function collectFactCheckFeed(request: CollectRequest): Promise<Collected> {
  const response = await fetchFeed(request);
  if (response.notModified) return nothingNew(request.cursor);
  const feed = await readFeed(response, 500, request);
  if (feed instanceof NotAFeed) return refused(feed, request);
  const checker = request.source.outlet ?? request.source.name;
  const claims = feed.entries.flatMap((entry) => toClaim(entry, checker) ?? []);
  return {
    items: [],
    claims,
    drops: skippedDrop(feed, request),
    cursor: validators(response),
    notModified: false,
  };
}

function toClaim(entry: FeedEntry, checker: string): FoundClaim | null {
  if (entry.title === null) return null;
  const { claim, rating: titled } = splitTitle(entry.title);
  const body = entry.content === null ? (entry.summary ?? '') : htmlToText(entry.content);
  const rating = titled ?? concludedRating(body);
  // Mafindo names the kind in the text: "Kategori: Konten yang Menyesatkan".
  const category = /(?:kategori|category)\s*:?\s*([^\n.]{3,60})/i.exec(body.slice(0, 5_000))?.[1] ?? '';
  return {
    text: claim,
    title: entry.title,
    checker,
    rating,
    verdict: rating === null ? 'belum_diperiksa' : verdictOf(rating),
    kind: kindOf(category),
    url: entry.link === null ? null : withoutTracking(entry.link),
    firstAppearedAt: null,
    checkedAt: entry.publishedAt ?? entry.updatedAt,
  };
}
