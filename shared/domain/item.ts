import { z } from 'zod';
import { instantSchema } from './instant.ts';

export const platformSchema = z.enum([
  'news',
  'x',
  'facebook',
  'instagram',
  'tiktok',
  'youtube',
  'telegram',
  'whatsapp',
  'mastodon',
  'bluesky',
  'forum',
  'report',
  'other',
]);
export type Platform = z.infer<typeof platformSchema>;

export const metricsSchema = z.object({
  likes: z.number().int().nonnegative().default(0),
  replies: z.number().int().nonnegative().default(0),
  shares: z.number().int().nonnegative().default(0),
  views: z.number().int().nonnegative().default(0),
  /** Followers of the author when the item was collected. */
  followers: z.number().int().nonnegative().default(0),
});
export type Metrics = z.infer<typeof metricsSchema>;

/** Who wrote it. Private authors are pseudonymous: `name` is then a keyed hash. */
export const authorKindSchema = z.enum(['outlet', 'official', 'public', 'private']);

/** One article, post, comment or citizen report, as collected. */
export const itemSchema = z.object({
  /** 32 hex characters; see `itemId`. */
  id: z.string().length(32),
  platform: platformSchema,
  /** The source that brought it first. */
  sourceId: z.string(),
  /** The platform's own id, kept as it came. */
  nativeId: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  /** Plain text, never markup; at most `maxTextLength` characters. */
  text: z.string(),
  author: z.string().nullable(),
  authorKind: authorKindSchema,
  outlet: z.string().nullable(),
  publishedAt: instantSchema,
  collectedAt: instantSchema,
  metrics: metricsSchema,
  /** Grows when a known page was edited; starts at 1. */
  version: z.number().int().positive().default(1),
});
export type Item = z.infer<typeof itemSchema>;

/** Longest text an item keeps. Chosen: a long-read is 30,000 characters; the rest is evidence, not analysis. */
export const maxTextLength = 100_000;

/** Reach of an item: likes + replies + shares. */
export const interactionsOf = (metrics: Metrics): number => metrics.likes + metrics.replies + metrics.shares;
