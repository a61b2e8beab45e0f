import { itemId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Item, Metrics } from '../../../shared/domain/item.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { withoutTracking } from './canonical-url.ts';
import { cleanText } from './clean-text.ts';
import { textNotes } from './entry-to-item.ts';
import { believeDate, collectDrop, type ItemOutcome } from './item-outcome.ts';

/** A post or comment as a platform's interface gives it. */
export interface SocialPost {
  nativeId: string;
  text: string;
  title?: string | null;
  url: string | null;
  publishedAt: Instant | null;
  /** The name others see; hashed unless `isPublic`. */
  author: string | null;
  /** A channel, an office or an account with reach, rather than a private person. */
  isPublic: boolean;
  metrics: Partial<Metrics>;
}

export interface PostContext {
  source: Source;
  now: Instant;
  pseudonymise(name: string): string;
}

/** Accounts with this many followers are public (DOMAIN's threshold for reach). */
export const publicFollowers = 100_000;

/** A social post as an item; private authors become pseudonyms. The address stays as the platform gives it: it alone leads there. */
export function postToItem(post: SocialPost, context: PostContext): ItemOutcome {
  const { source, now } = context;
  const subject = post.url ?? post.nativeId;
  const cleaned = cleanText(post.text);
  const title = cleanText(post.title ?? '').text.slice(0, 500) || null;
  if (cleaned.text === '' && title === null) {
    return { item: null, drop: collectDrop('empty_text', subject, 'Unggahan tanpa teks.') };
  }
  const date = believeDate(post.publishedAt, now, subject);
  const item: Item = {
    id: itemId({ platform: source.platform, nativeId: post.nativeId }),
    platform: source.platform,
    sourceId: source.id,
    nativeId: post.nativeId,
    url: post.url === null ? null : withoutTracking(post.url),
    title,
    text: cleaned.text || title!,
    author: post.author !== null && !post.isPublic ? context.pseudonymise(post.author) : post.author,
    authorKind: post.isPublic ? 'public' : 'private',
    outlet: null,
    publishedAt: date.at,
    collectedAt: now,
    metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0, ...post.metrics },
    version: 1,
  };
  return { item, notes: [...date.notes, ...textNotes(cleaned, subject)] };
}
