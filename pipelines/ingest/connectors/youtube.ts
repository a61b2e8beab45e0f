import { z } from 'zod';
import type { Drop } from '../../../shared/domain/drop.ts';
import { collectDrop } from '../item/item-outcome.ts';
import type { SocialPost } from '../item/post-to-item.ts';
import { parseDate } from '../text/parse-date.ts';
import { type CollectRequest, type Connector, needSecret, readSettings } from './connector.ts';
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
  /** The channel's own id, UC…; its uploads are the list UU…. */
  channelId: z.string().regex(/^UC[\w-]{22}$/, 'dimulai dengan UC, 24 huruf'),
  comments: z.boolean().default(true),
  /** Newest videos whose comments are read at every visit. */
  maxVideos: z.number().int().positive().max(50).default(5),
  /** Units a day; Google gives 10,000 to a project, shared by all its sources. */
  dailyQuota: z.number().int().positive().max(1_000_000).default(2_000),
});

/** Units of one list request (playlistItems.list, commentThreads.list); a search would cost 100. */
const listCost = 1;
/** Quota days begin at midnight Pacific; its winter time is the later one. */
const quotaDayOffsetMs = 8 * 3_600_000;

type Settings = z.infer<typeof settings>;

/** The day's count of units, kept in the cursor so that it survives a restart. */
interface Quota {
  day: number;
  used: number;
  limit: number;
}

function openQuota(request: CollectRequest, limit: number): Quota {
  const day = Math.floor((request.now - quotaDayOffsetMs) / 86_400_000);
  return { day, used: request.cursor['day'] === day ? asCount(request.cursor['used']) : 0, limit };
}

/** True when one more request fits into the day; it is then counted. */
function take(quota: Quota): boolean {
  if (quota.used + listCost > quota.limit) return false;
  quota.used += listCost;
  return true;
}

/**
 * A YouTube channel's new videos and the comments under the newest of them (Data API v3). Needs a key (`youtube`);
 * costs one unit a request, counted against the day's quota. `source.url`: https://www.googleapis.com/youtube/v3.
 */
export const youtubeConnector: Connector = {
  kind: 'youtube',
  settings,
  async collect(request) {
    const chosen = readSettings(settings, request.source);
    const quota = openQuota(request, chosen.dailyQuota);
    const drops: Drop[] = [];
    const videos = take(quota) ? await readVideos(request, chosen) : [];
    const since = asCount(request.cursor['since']);
    const posts = videos.map(videoToPost).filter((video) => (video.publishedAt ?? 0) > since);
    const newest = posts.reduce((most, post) => Math.max(most, post.publishedAt ?? 0), since);
    const { comments, seen } = await readAllComments(
      request,
      chosen.comments ? videos.slice(0, chosen.maxVideos) : [],
      quota,
      drops,
    );
    if (quota.used >= quota.limit) {
      drops.push(
        collectDrop('quota_exhausted', request.source.id, 'Kuota harian YouTube habis; dilanjutkan besok.'),
      );
    }
    const { items, drops: refused } = postsToItems([...posts, ...comments], request);
    const cursor = { day: quota.day, used: quota.used, since: newest, comments: seen };
    return { items, claims: [], drops: [...drops, ...refused], cursor, notModified: items.length === 0 };
  },
};

const endpoint = (request: CollectRequest, path: string): string =>
  `${request.source.url.replace(/\/+$/, '')}/${path}`;

async function readVideos(request: CollectRequest, chosen: Settings): Promise<Json[]> {
  const playlistId = `UU${chosen.channelId.slice(2)}`;
  const query = {
    part: 'snippet,contentDetails',
    playlistId,
    maxResults: 50,
    key: needSecret(request, 'youtube'),
  };
  return asObjects(
    asObject(await fetchJson(request, withQuery(endpoint(request, 'playlistItems'), query)))['items'],
  );
}

/** Videos whose newest comment is remembered; more than are ever asked at once. */
const rememberedVideos = 50;

/** New comments of these videos, as far as the quota reaches, and the newest one's time per video. */
async function readAllComments(
  request: CollectRequest,
  videos: readonly Json[],
  quota: Quota,
  drops: Drop[],
): Promise<{ comments: SocialPost[]; seen: Record<string, number> }> {
  const seen: Record<string, number> = {
    ...(asObject(request.cursor['comments']) as Record<string, number>),
  };
  const comments: SocialPost[] = [];
  const key = needSecret(request, 'youtube');
  for (const video of videos) {
    if (!take(quota)) break;
    const videoId = asText(asObject(video['contentDetails'])['videoId']);
    const query = { part: 'snippet', videoId, order: 'time', maxResults: 100, textFormat: 'plainText', key };
    const read = await readComments(request, withQuery(endpoint(request, 'commentThreads'), query), drops);
    comments.push(...read.filter((comment) => (comment.publishedAt ?? 0) > (seen[videoId] ?? 0)));
    seen[videoId] = read.reduce(
      (most, comment) => Math.max(most, comment.publishedAt ?? 0),
      seen[videoId] ?? 0,
    );
  }
  return { comments, seen: Object.fromEntries(Object.entries(seen).slice(-rememberedVideos)) };
}

/** Comments that are switched off are no failure of the source. */
async function readComments(request: CollectRequest, url: string, drops: Drop[]): Promise<SocialPost[]> {
  try {
    return asObjects(asObject(await fetchJson(request, url))['items']).map(commentToPost);
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
