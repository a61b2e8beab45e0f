import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { platformSchema } from './item.ts';

export const sourceKindSchema = z.enum([
  'feed',
  'google_news',
  'sitemap',
  'page_list',
  'mastodon',
  'bluesky',
  'bluesky_stream',
  'telegram',
  'youtube',
  'x',
  'fact_check',
  'mail',
  'import',
  'report',
]);
export const sourceStateSchema = z.enum(['well', 'silent', 'flooding', 'failing', 'blocked', 'off']);
export type SourceState = z.infer<typeof sourceStateSchema>;

/** Where items come from: its address, pace and what it needs. */
export const sourceSchema = z.object({
  id: z.string(),
  kind: sourceKindSchema,
  name: z.string(),
  url: z.string(),
  platform: platformSchema,
  outlet: z.string().nullable(),
  /** national 3, regional 2, local 1. */
  outletTier: z.number().int().min(1).max(3),
  /** The outlet's home, used when a text names no place. */
  homeArea: z.string().nullable(),
  intervalMinutes: z.number().int().positive(),
  enabled: z.boolean(),
  /** Kind-specific settings, validated by the connector. */
  settings: z.record(z.string(), z.unknown()).default({}),
});
export type Source = z.infer<typeof sourceSchema>;

/** What the last visits to a source gave. */
export const sourceHealthSchema = z.object({
  sourceId: z.string(),
  state: sourceStateSchema,
  stateSince: instantSchema,
  lastTryAt: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  lastNewItemAt: instantSchema.nullable(),
  httpStatus: z.number().int().nullable(),
  /** In plain words, for the officer; null when well. */
  error: z.string().nullable(),
  failures: z.number().int().nonnegative(),
  /** Not to be visited before; null when its interval alone decides. */
  nextTryAt: instantSchema.nullable(),
  /** Every change of state, newest last; at most 50 are kept. */
  changes: z.array(z.object({ at: instantSchema, state: sourceStateSchema })),
  /** New items of the UTC day so far, and the median of the whole days before it. */
  itemsToday: z.number().int().nonnegative(),
  itemsUsual: z.number().nonnegative(),
  /** Entries of the last visit that could not be read. */
  refusals: z.number().int().nonnegative(),
  /** When the officer was told that it is dead; null while it is not. */
  noticeAt: instantSchema.nullable(),
  /** Conditional request and connector state, opaque to others. */
  cursor: z.record(z.string(), z.unknown()),
});
export type SourceHealth = z.infer<typeof sourceHealthSchema>;
