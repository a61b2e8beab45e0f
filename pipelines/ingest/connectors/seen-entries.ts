import { hourMs, type Instant } from '../../../shared/domain/instant.ts';
import { hashString } from '../../../shared/text/hash.ts';
import type { FeedEntry } from '../feed/feed.ts';
import type { Cursor } from './connector.ts';

/** What a list said of its entries, by the start of the item's id: a fingerprint and when the page was last read. */
export type SeenEntries = Readonly<Record<string, readonly [fingerprint: string, readAtMinute: number]>>;

/** Characters of an id that tell the entries of one list apart. */
const keyLength = 12;
/** Entries remembered; longer lists are archives, whose old entries are not edited any more. */
const maxSeen = 300;

export const seenKey = (itemId: string): string => itemId.slice(0, keyLength);

/** Changes when the list's words on an entry change. */
export const fingerprintOf = (entry: FeedEntry): string =>
  hashString([entry.title, entry.summary, entry.content, entry.updatedAt].join('\n')).toString(36);

export function readSeen(cursor: Cursor): SeenEntries {
  const seen = cursor['seen'];
  return typeof seen === 'object' && seen !== null ? (seen as SeenEntries) : {};
}

/** Only what was seen at this visit is remembered, and no more than `maxSeen` of it. */
export const keepSeen = (seen: Map<string, readonly [string, number]>): { seen?: SeenEntries } =>
  seen.size === 0 ? {} : { seen: Object.fromEntries([...seen].slice(0, maxSeen)) };

/** A known page is looked at again after this long, since outlets mend articles without telling. Chosen: twice a working day. */
const rereadAfterMs = 6 * hourMs;

export const minuteOf = (at: Instant): number => Math.floor(at / 60_000);

/** Whether a known entry is worth another look. */
export const isWorthRereading = (
  before: readonly [string, number] | undefined,
  fingerprint: string,
  now: Instant,
): boolean =>
  before !== undefined && (before[0] !== fingerprint || now - before[1] * 60_000 >= rereadAfterMs);
