import type { Drop } from '../../../shared/domain/drop.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { entryToItem } from '../item/entry-to-item.ts';
import { endsVisit, readArticlePage } from './article-pages.ts';
import type { Collected, CollectRequest, SeenPage } from './connector.ts';
import {
  fingerprintOf,
  isWorthRereading,
  keepSeen,
  minuteOf,
  readSeen,
  type SeenEntries,
  seenKey,
} from './seen-entries.ts';

export interface EntrySettings {
  /** Fetch the article page of an entry whose text is shorter than `fullTextLength`. */
  fetchPages: boolean;
  /** Pages fetched in one visit at most: with a second's pause each, a visit stays below its interval. */
  maxPages: number;
  /** Characters from which a list's own text is taken for the whole article. */
  fullTextLength: number;
}

/** Known pages that are read again in one visit; news has the right of way. */
const maxRereads = 5;

type Entries = Pick<Collected, 'items' | 'claims' | 'drops'> & {
  reread: { item: Item; page: SeenPage | null }[];
  /** To be kept in the cursor. */
  remembered: { seen?: SeenEntries };
};

interface Visit {
  request: CollectRequest;
  chosen: EntrySettings;
  drops: Drop[];
  pagesLeft: number;
  rereadsLeft: number;
}

/**
 * Entries → items, each new one with its page where the list's text is too short. A known one whose entry changed, or
 * whose page was not looked at for hours, is read again.
 */
export async function collectEntries(
  entries: readonly FeedEntry[],
  request: CollectRequest,
  chosen: EntrySettings,
): Promise<Entries> {
  const pagesLeft = chosen.fetchPages ? chosen.maxPages : 0;
  const visit: Visit = { request, chosen, drops: [], pagesLeft, rereadsLeft: maxRereads };
  const items = new Map<string, Item>();
  const reread: Entries['reread'] = [];
  const before = readSeen(request.cursor);
  const seen = new Map<string, readonly [string, number]>();
  const outcomes = entries.map((entry) => ({ entry, outcome: entryToItem(entry, request) }));
  const known = await request.knownIds(
    outcomes.flatMap(({ outcome }) => (outcome.item ? [outcome.item.id] : [])),
  );
  for (const { entry, outcome } of outcomes) {
    if (!outcome.item) {
      visit.drops.push(outcome.drop);
      continue;
    }
    const { item, notes } = outcome;
    if (items.has(item.id)) continue;
    const last = before[seenKey(item.id)];
    const fingerprint = fingerprintOf(entry);
    let readAt = last?.[1] ?? minuteOf(request.now);
    if (!known.has(item.id)) items.set(item.id, await readNew(visit, entry, item, notes));
    else {
      items.set(item.id, item);
      visit.drops.push(...notes);
      if (visit.rereadsLeft > 0 && isWorthRereading(last, fingerprint, request.now)) {
        const again = await readAgain(visit, entry, item);
        if (again) reread.push(again);
        readAt = minuteOf(request.now);
      }
    }
    seen.set(seenKey(item.id), [fingerprint, readAt]);
  }
  return { items: [...items.values()], claims: [], drops: visit.drops, reread, remembered: keepSeen(seen) };
}

/** A new entry with its page, where it needs one. */
async function readNew(visit: Visit, entry: FeedEntry, item: Item, notes: readonly Drop[]): Promise<Item> {
  const needsPage = item.url !== null && item.text.length < visit.chosen.fullTextLength;
  const read = needsPage ? await readPageOf(visit, entry, item) : null;
  visit.drops.push(...(read?.notes ?? notes));
  if (read) await visit.request.sawPage?.(read.item, read.page);
  return read?.item ?? item;
}

/** A known entry as it reads now; null when it cannot be compared with what is known of it. */
async function readAgain(
  visit: Visit,
  entry: FeedEntry,
  item: Item,
): Promise<{ item: Item; page: SeenPage | null } | null> {
  visit.rereadsLeft -= 1;
  // A long text in the list was taken for the whole article, so it is compared with itself.
  if (item.text.length >= visit.chosen.fullTextLength) return { item, page: null };
  return readPageOf(visit, entry, item);
}

async function readPageOf(
  visit: Visit,
  entry: FeedEntry,
  item: Item,
): Promise<{ item: Item; page: SeenPage; notes: readonly Drop[] } | null> {
  if (visit.pagesLeft <= 0 || item.url === null) return null;
  visit.pagesLeft -= 1;
  const read = await readArticlePage(visit.request, item.url);
  visit.drops.push(...read.drops);
  if (endsVisit(read.drops)) visit.pagesLeft = 0;
  if (read.page === null || read.seen === null) return null;
  // The entry's own address names the item: the page may call itself otherwise the next time.
  const outcome = entryToItem(entry, visit.request, { ...read.page, url: item.url });
  return outcome.item ? { item: outcome.item, page: read.seen, notes: outcome.notes } : null;
}
