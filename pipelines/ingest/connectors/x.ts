import { z } from 'zod';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { HttpFailure } from '../../../shared/ports/fetcher.ts';
import { collectDrop } from '../item/item-outcome.ts';
import { publicFollowers, type SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';
import {
  type Account,
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
  wasNeverSent,
  withQuery,
} from './json-api.ts';

const settings = z.object({
  query: z.string().min(2).max(512),
  /**
   * Dollars that all X sources together may spend in a calendar month (UTC), as far as this one heeds it; nothing is
   * asked while it is 0.
   */
  monthlyCapUsd: z.number().min(0).max(10_000).default(0),
  /** What X charges for one post read, and for the author that comes with it; its price list of 2026. */
  usdPerPost: z.number().positive().max(10).default(0.005),
  usdPerUser: z.number().min(0).max(10).default(0.01),
  maxRequests: z.number().int().positive().max(20).default(1),
});
type Settings = z.infer<typeof settings>;

/** Bounds of max_results in recent search. */
const [fewest, most] = [10, 100];

/** Spending is counted in millionths of a dollar: sums of whole numbers are exact. */
const perUsd = 1_000_000;
const micros = (usd: number): number => Math.ceil(usd * perUsd - 1e-6);

const account = (source: Source, now: Instant): Account => ({
  service: 'x',
  period: new Date(now).toISOString().slice(0, 7),
  limit: Math.floor(readSettings(settings, source).monthlyCapUsd * perUsd + 1e-6),
  unit: 'USD',
  perUnit: perUsd,
});

/**
 * Recent search of the X API v2 (GET /2/tweets/search/recent), within a hard cap: the most that a request could cost
 * is taken before it is sent. Needs a bearer token (`x`); charged by post and author; reaches seven days back.
 */
export const xConnector: Connector = {
  kind: 'x',
  settings,
  account,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    let sinceId = cursorText(request.cursor, 'sinceId');
    let next: string | undefined;
    const posts: SocialPost[] = [];
    for (let round = 0; round < chosen.maxRequests; round++) {
      const answer = await searchWithin(request, chosen, {
        query: chosen.query,
        since_id: cursorText(request.cursor, 'sinceId'),
        next_token: next,
      });
      if (answer === null && round === 0) return overCap(request);
      if (answer === null) break;
      const tweets = asObjects(answer['data']);
      posts.push(...tweets.map((tweet) => toPost(tweet, usersOf(answer))));
      for (const tweet of tweets)
        sinceId = sinceId === undefined ? asText(tweet['id']) : laterId(sinceId, asText(tweet['id']));
      next = asText(asObject(answer['meta'])['next_token']) || undefined;
      if (next === undefined) break;
    }
    const { items, drops } = postsToItems(posts, request);
    const cursor = sinceId === undefined ? {} : { sinceId };
    return { items, claims: [], drops, cursor, notModified: posts.length === 0 };
  },
};

function overCap(request: CollectRequest): Collected {
  const { monthlyCapUsd, usdPerPost, usdPerUser } = readSettings(settings, request.source);
  const least = (fewest * (usdPerPost + usdPerUser)).toFixed(2).replace('.', ',');
  const why =
    monthlyCapUsd === 0
      ? 'Batas biaya X (monthlyCapUsd) belum diisi'
      : `Sisa batas biaya X bulan ini tidak cukup untuk permintaan terkecil ($${least})`;
  const detail = `${why}; tidak ada permintaan yang dikirim.`;
  const drops = [collectDrop('spending_cap', request.source.id, detail)];
  return { ...nothingNew(request.cursor), drops, notModified: false };
}

type Query = Record<string, string | number | undefined>;

/** Takes what a request for as many posts as still fit could cost at the most; 0 when not even the smallest fits. */
async function reserve({ allowance }: CollectRequest, { service, period, limit }: Account, price: number) {
  for (;;) {
    const left = limit - (await allowance.used(service, period));
    const affordable = Math.min(most, Math.floor(left / price));
    if (affordable < fewest) return 0;
    // refused when another process took in between: what is left is smaller now
    if (await allowance.take(service, period, affordable * price, limit)) return affordable;
  }
}

/** A search that cannot break the cap; what it did not cost is given back. Null, and nothing is sent, over the cap. */
async function searchWithin(request: CollectRequest, chosen: Settings, query: Query): Promise<Json | null> {
  const own = account(request.source, request.now);
  const token = needSecret(request, 'x'); // before anything is taken
  const { allowance } = request;
  const [postPrice, userPrice] = [micros(chosen.usdPerPost), micros(chosen.usdPerUser)];
  const affordable = await reserve(request, own, postPrice + userPrice);
  if (affordable === 0) return null;
  const reserved = affordable * (postPrice + userPrice);
  try {
    const answer = await search(request, token, { ...query, max_results: affordable });
    const cost = asObjects(answer['data']).length * postPrice + usersOf(answer).size * userPrice;
    // X answered with more than it was asked for: counted all the same
    if (cost > reserved)
      await allowance.take(own.service, own.period, cost - reserved, Number.MAX_SAFE_INTEGER);
    else await allowance.giveBack(own.service, own.period, reserved - cost);
    return answer;
  } catch (error) {
    // only answers with data are charged; one that was lost on its way may have been
    if (error instanceof HttpFailure || wasNeverSent(error))
      await allowance.giveBack(own.service, own.period, reserved);
    throw error;
  }
}

async function search(request: CollectRequest, token: string, query: Query): Promise<Json> {
  const url = withQuery(`${request.source.url.replace(/\/+$/, '')}/2/tweets/search/recent`, {
    ...query,
    'tweet.fields': 'created_at,author_id,public_metrics,lang',
    expansions: 'author_id',
    'user.fields': 'username,public_metrics',
  });
  return asObject(await fetchJson(request, url, { headers: { authorization: `Bearer ${token}` } }));
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
