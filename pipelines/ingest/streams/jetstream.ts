import { asObject, asText } from '../connectors/json-api.ts';
import type { SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';

export interface JetstreamEvent {
  /** Microseconds since 1970; the cursor to go on from. */
  timeUs: number;
  /** Null when the event is no new post. */
  post: SocialPost | null;
}

/** Events repeated when going on after a loss: instances' clocks differ a little, and ids make repeats harmless. */
const overlapUs = 5_000_000;

/** Where to subscribe to all new posts, from a cursor on. @param endpoint e.g. wss://jetstream2.us-east.bsky.network */
export function jetstreamUrl(endpoint: string, cursor: number | null): string {
  const url = new URL('/subscribe', endpoint);
  url.searchParams.set('wantedCollections', 'app.bsky.feed.post');
  if (cursor !== null) url.searchParams.set('cursor', String(cursor - overlapUs));
  return url.href;
}

/** One Jetstream message; null when it is none. @param matches chooses posts by text and stated languages */
export function readJetstreamEvent(
  message: string,
  matches: (text: string, languages: readonly string[]) => boolean,
): JetstreamEvent | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return null;
  }
  const event = asObject(parsed);
  const timeUs = Number(event['time_us']);
  if (!Number.isSafeInteger(timeUs)) return null;
  const commit = asObject(event['commit']);
  const record = asObject(commit['record']);
  const text = asText(record['text']);
  const languages = Array.isArray(record['langs']) ? record['langs'].map(asText) : [];
  const isPost =
    commit['operation'] === 'create' && commit['collection'] === 'app.bsky.feed.post' && text !== '';
  if (!isPost || !matches(text, languages)) return { timeUs, post: null };
  const did = asText(event['did']);
  const key = asText(commit['rkey']);
  const post: SocialPost = {
    nativeId: `at://${did}/app.bsky.feed.post/${key}`,
    text,
    url: `https://bsky.app/profile/${did}/post/${key}`,
    publishedAt: parseDate(asText(record['createdAt'])),
    author: did || null,
    isPublic: false,
    metrics: {},
  };
  return { timeUs, post };
}
