import { z } from 'zod';
import { collectDrop } from '../item/item-outcome.ts';
import { publicFollowers, type SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';
import {
  type Collected,
  type CollectRequest,
  type Connector,
  cursorText,
  needSecret,
  nothingNew,
  readSettings,
} from './connector.ts';
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

const settings = z.object({
  query: z.string().min(2).max(512),
  /** Dollars this source may spend in a calendar month (UTC); nothing is asked while it is 0. */
  monthlyCapUsd: z.number().min(0).max(10_000).default(0),
  /** What X charges for one post read; see its price list. */
  usdPerPost: z.number().positive().default(0.005),
  maxRequests: z.number().int().positive().max(20).default(1),
});

/** Bounds of max_results in recent search. */
const [fewest, most] = [10, 100];

/**
 * Recent search of the X API v2 (GET /2/tweets/search/recent), within a hard cap: a request is only sent when the most
 * it could cost still fits. Needs a bearer token (`x`); charged by post; reaches seven days back.
 */
export const xConnector: Connector = {
  kind: 'x',
  settings,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    const month = new Date(request.now).toISOString().slice(0, 7);
    let spent = request.cursor['month'] === month ? Number(request.cursor['spentUsd'] ?? 0) : 0;
    let sinceId = cursorText(request.cursor, 'sinceId');
    let next: string | undefined;
    const posts: SocialPost[] = [];
    for (let round = 0; round < chosen.maxRequests; round++) {
      const affordable = Math.min(
        most,
        Math.floor((chosen.monthlyCapUsd - spent + 1e-9) / chosen.usdPerPost),
      );
      if (affordable < fewest) {
        if (round === 0) return overCap(request, month, spent);
        break;
      }
      const answer = await search(request, {
        query: chosen.query,
        max_results: affordable,
        since_id: cursorText(request.cursor, 'sinceId'),
        next_token: next,
      });
      const tweets = asObjects(answer['data']);
      spent += tweets.length * chosen.usdPerPost;
      posts.push(...tweets.map((tweet) => toPost(tweet, usersOf(answer))));
      for (const tweet of tweets)
        sinceId = sinceId === undefined ? asText(tweet['id']) : laterId(sinceId, asText(tweet['id']));
      next = asText(asObject(answer['meta'])['next_token']) || undefined;
      if (next === undefined) break;
    }
    const { items, drops } = postsToItems(posts, request);
    const cursor = {
      month,
      spentUsd: Math.round(spent * 1e4) / 1e4,
      ...(sinceId === undefined ? {} : { sinceId }),
    };
    return { items, claims: [], drops, cursor, notModified: posts.length === 0 };
  },
};

function overCap(request: CollectRequest, month: string, spent: number): Collected {
  const detail = 'Batas biaya X bulan ini tercapai atau belum diisi; tidak ada permintaan yang dikirim.';
  const drops = [collectDrop('spending_cap', request.source.id, detail)];
  return { ...nothingNew({ ...request.cursor, month, spentUsd: spent }), drops, notModified: false };
}

async function search(
  request: CollectRequest,
  query: Record<string, string | number | undefined>,
): Promise<Json> {
  const url = withQuery(`${request.source.url.replace(/\/+$/, '')}/2/tweets/search/recent`, {
    ...query,
    'tweet.fields': 'created_at,author_id,public_metrics,lang',
    expansions: 'author_id',
    'user.fields': 'username,public_metrics',
  });
  return asObject(
    await fetchJson(request, url, { headers: { authorization: `Bearer ${needSecret(request, 'x')}` } }),
  );
}

const usersOf = (answer: Json): ReadonlyMap<string, Json> =>
  new Map(asObjects(asObject(answer['includes'])['users']).map((user) => [asText(user['id']), user]));

function toPost(tweet: Json, users: ReadonlyMap<string, Json>): SocialPost {
  const user = users.get(asText(tweet['author_id'])) ?? {};
  const counts = asObject(tweet['public_metrics']);
  const followers = asCount(asObject(user['public_metrics'])['followers_count']);
  const id = asText(tweet['id']);
  return {
    nativeId: id,
    text: asText(tweet['text']),
    url: `https://x.com/i/status/${id}`,
    publishedAt: parseDate(asText(tweet['created_at'])),
    author: asText(user['username']) || null,
    isPublic: followers >= publicFollowers,
    metrics: {
      likes: asCount(counts['like_count']),
      replies: asCount(counts['reply_count']),
      shares: asCount(counts['retweet_count']) + asCount(counts['quote_count']),
      views: asCount(counts['impression_count']),
      followers,
    },
  };
}
