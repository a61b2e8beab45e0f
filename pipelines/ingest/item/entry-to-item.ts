import type { Drop } from '../../../shared/domain/drop.ts';
import { itemId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { htmlToText } from '../text/plain-text.ts';
import { canonicalUrl, titleSourceKey, withoutTracking } from './canonical-url.ts';
import { cleanText } from './clean-text.ts';
import { believeDate, collectDrop, type ItemOutcome } from './item-outcome.ts';

export interface ToItemContext {
  source: Source;
  now: Instant;
}

/** What an article page adds to its feed entry. */
export interface PageAddition {
  text: string;
  title: string | null;
  author: string | null;
  publishedAt: Instant | null;
  /** Where the page says it lives, or where redirects led. */
  url: string | null;
}

/**
 * A feed entry as an item. The page's text wins over the feed's when there is more of it; the same page by two feeds
 * gets one id.
 */
export function entryToItem(
  entry: FeedEntry,
  context: ToItemContext,
  page: PageAddition | null = null,
): ItemOutcome {
  const { source, now } = context;
  const address = page?.url ?? entry.link;
  const canonical = address === null ? null : canonicalUrl(address);
  const subject = address ?? entry.id ?? entry.title ?? source.url;
  const cleaned = cleanText(longestText(entry, page));
  const title = cleanText(entry.title ?? page?.title ?? '').text.slice(0, 500) || null;
  if (cleaned.text === '' && title === null) {
    return { item: null, drop: collectDrop('empty_entry', subject, 'Entri tanpa judul dan tanpa isi.') };
  }
  const redirects = source.kind === 'google_news' && page === null;
  if (canonical === null && entry.id === null && title === null) {
    return {
      item: null,
      drop: collectDrop('no_identity', subject, 'Entri tanpa alamat, tanpa tanda pengenal, dan tanpa judul.'),
    };
  }
  const nativeId =
    redirects && title ? titleSourceKey(title, entry.sourceTitle) : (entry.id ?? canonical ?? title!);
  const stated = entry.publishedAt ?? entry.createdAt ?? entry.updatedAt ?? page?.publishedAt ?? null;
  const date = believeDate(stated, now, subject);
  const item: Item = {
    id:
      canonical === null || redirects
        ? itemId({ platform: source.platform, nativeId })
        : itemId({ canonicalUrl: canonical }),
    platform: source.platform,
    sourceId: source.id,
    nativeId,
    url: address === null ? null : withoutTracking(address),
    title,
    text: cleaned.text === '' ? title! : cleaned.text,
    author: entry.author?.name ?? page?.author ?? null,
    authorKind: 'outlet',
    outlet: redirects ? (entry.sourceTitle ?? source.outlet) : source.outlet,
    publishedAt: date.at,
    collectedAt: now,
    metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
    version: 1,
  };
  return { item, notes: [...date.notes, ...textNotes(cleaned, subject)] };
}

function longestText(entry: FeedEntry, page: PageAddition | null): string {
  const content = entry.content === null ? '' : htmlToText(entry.content);
  const candidates = [page?.text ?? '', content, entry.summary ?? ''];
  return candidates.reduce((best, next) => (next.length > best.length ? next : best), '');
}

export function textNotes(cleaned: { capped: boolean; repaired: boolean }, subject: string): Drop[] {
  const notes: Drop[] = [];
  if (cleaned.capped)
    notes.push(
      collectDrop('text_capped', subject, 'Teks terlalu panjang; hanya bagian awalnya yang disimpan.'),
    );
  if (cleaned.repaired)
    notes.push(collectDrop('text_repaired', subject, 'Teks memuat karakter rusak; karakter itu dibuang.'));
  return notes;
}

/** Shorter lines of a page are dates, counters and captions, which change by themselves. */
const proseLength = 40;

const prose = (text: string): string => {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const long = lines.filter((line) => line.length >= proseLength);
  return (long.length > 0 ? long : lines).join('\n');
};

/**
 * The known item with what a page says now: a new version when the title or the running text changed, else the known one
 * itself. Id, first collection and publication stay.
 */
export function nextVersion(known: Item, seen: Item): Item {
  if (prose(known.text) === prose(seen.text) && known.title === seen.title) return known;
  return {
    ...seen,
    id: known.id,
    sourceId: known.sourceId,
    nativeId: known.nativeId,
    collectedAt: known.collectedAt,
    publishedAt: known.publishedAt,
    version: known.version + 1,
  };
}
