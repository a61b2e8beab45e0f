import { z } from 'zod';
import type { Drop } from '../../../shared/domain/drop.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { HttpFailure } from '../../../shared/ports/fetcher.ts';
import { collectDrop } from '../item/item-outcome.ts';
import type { SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';
import {
  type Account,
  type CollectRequest,
  type Connector,
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
  postsToItems,
  wasNeverSent,
  withQuery,
} from './json-api.ts';

const settings = z.object({
  /** The channel's own id, UC…; its uploads are the list UU…. */
  channelId: z.string().regex(/^UC[\w-]{22}$/, 'dimulai dengan UC, 24 huruf'),
  comments: z.boolean().default(true),
  /** Newest videos whose comments are read at every visit. */
  maxVideos: z.number().int().positive().max(50).default(5),
  /** Units a day for all YouTube sources together, as far as this one heeds it; Google gives 10,000 to a project. */
  dailyQuota: z.number().int().positive().max(1_000_000).default(10_000),
});

/** Units of one list request (playlistItems.list, commentThreads.list), refused ones too; a search would cost 100. */
const listCost = 1;
/** Google's quota day begins at midnight Pacific time, summer time and all. */
const quotaDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });

type Settings = z.infer<typeof settings>;

const account = (source: Source, now: Instant): Account => ({
  service: 'youtube',
  period: quotaDay.format(now),
  limit: readSettings(settings, source).dailyQuota,
  unit: 'unit',
  perUnit: 1,
});

/** Google's own word that the day's units are gone: another program may use the same key. */
const isOverQuota = (error: unknown): boolean =>
  error instanceof HttpFailure && /quotaExceeded|dailyLimitExceeded/.test(error.bodyStart);

/** One list request, counted before it is sent; null, and nothing is sent, when the day's quota does not reach. */
async function ask(request: CollectRequest, url: string): Promise<Json | null> {
  const { service, period, limit } = account(request.source, request.now);
  if (!(await request.allowance.take(service, period, listCost, limit))) return null;
  try {
    return asObject(await fetchJson(request, url));
  } catch (error) {
    if (wasNeverSent(error)) await request.allowance.giveBack(service, period, listCost);
    if (!isOverQuota(error)) throw error;
    // nobody asks again today
    const left = limit - (await request.allowance.used(service, period));
    await request.allowance.take(service, period, Math.max(0, left), limit);
    return null;
  }
}

/**
 * A YouTube channel's new videos and the comments under the newest of them (Data API v3). Needs a key (`youtube`);
 * costs one unit a request, counted against the day's quota. `source.url`: https://www.googleapis.com/youtube/v3.
 */
export const youtubeConnector: Connector = {
  kind: 'youtube',
  settings,
  account,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    const videos = await readVideos(request, chosen);
    if (videos === null)
      return { ...nothingNew(request.cursor), drops: [exhausted(request)], notModified: false };
    const since = asCount(request.cursor['since']);
    const posts = videos.map(videoToPost).filter((video) => (video.publishedAt ?? 0) > since);
    const newest = posts.reduce((most, post) => Math.max(most, post.publishedAt ?? 0), since);
    const { comments, seen, drops } = await readAllComments(
      request,
      chosen.comments ? videos.slice(0, chosen.maxVideos) : [],
    );
    const { items, drops: refused } = postsToItems([...posts, ...comments], request);
    const cursor = { since: newest, comments: seen };
    return { items, claims: [], drops: [...drops, ...refused], cursor, notModified: items.length === 0 };
  },
};

const exhausted = ({ source }: CollectRequest): Drop =>
  collectDrop('quota_exhausted', source.id, 'Kuota harian YouTube habis; dilanjutkan besok.');

const endpoint = (request: CollectRequest, path: string): string =>
  `${request.source.url.replace(/\/+$/, '')}/${path}`;

async function readVideos(request: CollectRequest, chosen: Settings): Promise<Json[] | null> {
  const playlistId = `UU${chosen.channelId.slice(2)}`;
  const query = {
    part: 'snippet,contentDetails',
    playlistId,
    maxResults: 50,
    key: needSecret(request, 'youtube'),
  };
  const answer = await ask(request, withQuery(endpoint(request, 'playlistItems'), query));
  return answer && asObjects(answer['items']);
}

/** Videos whose newest comment is remembered; more than are ever asked at once. */
const rememberedVideos = 50;

/** New comments of these videos, as far as the quota reaches, and the newest one's time per video. */
async function readAllComments(
  request: CollectRequest,
  videos: readonly Json[],
): Promise<{ comments: SocialPost[]; seen: Record<string, number>; drops: Drop[] }> {
  const seen: Record<string, number> = {
    ...(asObject(request.cursor['comments']) as Record<string, number>),
  };
  const comments: SocialPost[] = [];
  const drops: Drop[] = [];
  const key = needSecret(request, 'youtube');
  for (const video of videos) {
    const videoId = asText(asObject(video['contentDetails'])['videoId']);
    const query = { part: 'snippet', videoId, order: 'time', maxResults: 100, textFormat: 'plainText', key };
    const read = await readComments(request, withQuery(endpoint(request, 'commentThreads'), query), drops);
    if (read === null) {
      drops.push(exhausted(request));
      break;
    }
    comments.push(...read.filter((comment) => (comment.publishedAt ?? 0) > (seen[videoId] ?? 0)));
    seen[videoId] = read.reduce(
      (most, comment) => Math.max(most, comment.publishedAt ?? 0),
      seen[videoId] ?? 0,
    );
  }
  return { comments, seen: Object.fromEntries(Object.entries(seen).slice(-rememberedVideos)), drops };
}

/** Comments that are switched off are no failure of the source; null when the quota is used up. */
async function readComments(
  request: CollectRequest,
  url: string,
  drops: Drop[],
): Promise<SocialPost[] | null> {
  try {
    const answer = await ask(request, url);
    return answer && asObjects(answer['items']).map(commentToPost);
  } catch (error) {
    if (!isCommentsOff(error)) throw error;
    drops.push(
      collectDrop(
        'comments_off',
        new URL(url).searchParams.get('videoId') ?? url,
        'Komentar video ini dimatikan.',
      ),
    );
    return [];
  }
}

const isCommentsOff = (error: unknown): boolean =>
  error instanceof Error && 'bodyStart' in error && String(error.bodyStart).includes('commentsDisabled');

function videoToPost(video: Json): SocialPost {
  const snippet = asObject(video['snippet']);
  const id = asText(asObject(video['contentDetails'])['videoId']);
  return {
    nativeId: id,
    title: asText(snippet['title']),
    text: asText(snippet['description']),
    url: `https://www.youtube.com/watch?v=${id}`,
    publishedAt: parseDate(
      asText(asObject(video['contentDetails'])['videoPublishedAt']) || asText(snippet['publishedAt']),
    ),
    author: asText(snippet['channelTitle']) || null,
    isPublic: true,
    metrics: {},
  };
}

function commentToPost(thread: Json): SocialPost {
  const outer = asObject(thread['snippet']);
  const comment = asObject(outer['topLevelComment']);
  const snippet = asObject(comment['snippet']);
  const id = asText(comment['id']) || asText(thread['id']);
  return {
    nativeId: id,
    text: asText(snippet['textOriginal']) || asText(snippet['textDisplay']),
    url: `https://www.youtube.com/watch?v=${asText(outer['videoId'])}&lc=${id}`,
    publishedAt: parseDate(asText(snippet['publishedAt'])),
    author: asText(snippet['authorDisplayName']) || null,
    isPublic: false,
    metrics: { likes: asCount(snippet['likeCount']), replies: asCount(outer['totalReplyCount']) },
  };
}
