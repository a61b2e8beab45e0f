import { z } from 'zod';
import type { SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';
import { type Connector, cursorText, readSettings } from './connector.ts';
import {
  asCount,
  asObject,
  asObjects,
  asText,
  fetchJson,
  type Json,
  postsToItems,
  withQuery,
} from './json-api.ts';

const settings = z.object({
  query: z.string().min(2).max(300),
  lang: z.string().length(2).default('id'),
  maxRequests: z.number().int().positive().max(20).default(5),
});

/** Largest page of searchPosts. */
const pageSize = 100;

/**
 * Bluesky's search (app.bsky.feed.searchPosts), newest first back to the last visit. `source.url` is the service, e.g.
 * https://api.bsky.app. Costs nothing; likes and followers are as of the visit.
 */
export const blueskyConnector: Connector = {
  kind: 'bluesky',
  settings,
  async collect(request) {
    const { query, lang, maxRequests } = readSettings(settings, request.source);
    const endpoint = `${request.source.url.replace(/\/+$/, '')}/xrpc/app.bsky.feed.searchPosts`;
    const since = cursorText(request.cursor, 'since');
    const posts: SocialPost[] = [];
    let page: string | undefined;
    for (let round = 0; round < maxRequests; round++) {
      const url = withQuery(endpoint, {
        q: query,
        sort: 'latest',
        lang,
        limit: pageSize,
        since,
        cursor: page,
      });
      const answer = asObject(await fetchJson(request, url));
      posts.push(...asObjects(answer['posts']).map(toPost));
      page = asText(answer['cursor']) || undefined;
      if (page === undefined) break;
    }
    const newest = posts.reduce<number | null>(
      (most, post) =>
        post.publishedAt !== null && post.publishedAt <= request.now && post.publishedAt > (most ?? 0)
          ? post.publishedAt
          : most,
      null,
    );
    const { items, drops } = postsToItems(posts, request);
    const cursor = newest === null ? request.cursor : { since: new Date(newest).toISOString() };
    return { items, claims: [], drops, cursor, notModified: posts.length === 0 };
  },
};

function toPost(post: Json): SocialPost {
  const record = asObject(post['record']);
  const author = asObject(post['author']);
  const uri = asText(post['uri']);
  const key = uri.split('/').at(-1) ?? '';
  const handle = asText(author['handle']);
  const owner = asText(author['did']) || handle;
  return {
    nativeId: uri,
    text: asText(record['text']),
    // The account's number leads there as well as its name, and says less about a person.
    url: owner === '' || key === '' ? null : `https://bsky.app/profile/${owner}/post/${key}`,
    publishedAt: parseDate(asText(record['createdAt'])),
    author: handle || null,
    isPublic: false,
    metrics: {
      likes: asCount(post['likeCount']),
      replies: asCount(post['replyCount']),
      shares: asCount(post['repostCount']) + asCount(post['quoteCount']),
    },
  };
}
