import { z } from 'zod';
import { publicFollowers, type SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';
import { htmlToText } from '../text/plain-text.ts';
import { type Connector, cursorText, readSettings } from './connector.ts';
import {
  asCount,
  asObject,
  asObjects,
  asText,
  fetchJson,
  type Json,
  laterId,
  postsToItems,
  withQuery,
} from './json-api.ts';

export const mastodonSettings = z.object({
  /** Without the sign; `source.url` is the instance, e.g. https://mastodon.social. */
  hashtag: z.string().regex(/^[\p{L}\p{N}_]{1,100}$/u, 'hanya huruf, angka, dan garis bawah'),
  /** Requests in one visit; 40 posts each. */
  maxRequests: z.number().int().positive().max(20).default(5),
  /** Also listen, so that posts come at once; needs a token (`mastodon`). Polling goes on and fills every gap. */
  stream: z.boolean().default(false),
  /** Where the instance streams, when it is another host; wss://… */
  streamUrl: z.url({ protocol: /^wss?$/ }).optional(),
});

/** Largest page the interface gives. */
const pageSize = 40;

/**
 * A hashtag's time-line on a Mastodon instance (GET /api/v1/timelines/tag/:hashtag), oldest of the new ones first, so
 * that an interruption leaves no gap. Needs nothing where the instance shows time-lines to strangers; 300 requests in
 * five minutes are free.
 */
export const mastodonConnector: Connector = {
  kind: 'mastodon',
  settings: mastodonSettings,
  async collect(request) {
    const { hashtag, maxRequests } = readSettings(mastodonSettings, request.source);
    const endpoint = `${request.source.url.replace(/\/+$/, '')}/api/v1/timelines/tag/${encodeURIComponent(hashtag)}`;
    let last = cursorText(request.cursor, 'lastId');
    const posts: SocialPost[] = [];
    for (let round = 0; round < maxRequests; round++) {
      const statuses = asObjects(
        await fetchJson(request, withQuery(endpoint, { limit: pageSize, min_id: last })),
      );
      posts.push(...statuses.map(mastodonPost));
      const first = last === undefined;
      for (const status of statuses)
        last = last === undefined ? asText(status['id']) : laterId(last, asText(status['id']));
      // The first visit takes the newest page only: there is no "since" to go forward from.
      if (first || statuses.length < pageSize) break;
    }
    const { items, drops } = postsToItems(posts, request);
    return {
      items,
      claims: [],
      drops,
      cursor: last === undefined ? {} : { lastId: last },
      notModified: posts.length === 0,
    };
  },
};

export function mastodonPost(status: Json): SocialPost {
  const account = asObject(status['account']);
  const followers = asCount(account['followers_count']);
  const warning = asText(status['spoiler_text']);
  const text = htmlToText(asText(status['content']));
  return {
    // The uri is the same on every instance, the id is not.
    nativeId: asText(status['uri']) || asText(status['id']),
    text: warning === '' ? text : `${warning}\n${text}`,
    url: asText(status['url']) || null,
    publishedAt: parseDate(asText(status['created_at'])),
    author: asText(account['acct']) || null,
    isPublic: followers >= publicFollowers,
    metrics: {
      likes: asCount(status['favourites_count']),
      replies: asCount(status['replies_count']),
      shares: asCount(status['reblogs_count']),
      followers,
    },
  };
}
