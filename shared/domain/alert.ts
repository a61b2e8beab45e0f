import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { levelSchema } from './risk.ts';

export const alertRuleSchema = z.enum([
  'busy_z',
  'quiet_tail',
  'cold_start',
  'negative_jump',
  'claim_match',
  'source_silent',
  'clock_at_risk',
  'level_doubled',
  'recovered',
  'escalated',
]);

/** Every alert explains itself: what was seen, what was usual, and why that is worth a message. */
export const alertSchema = z.object({
  id: z.string(),
  rule: alertRuleSchema,
  issueId: z.string().nullable(),
  /** The series' unit: `RI`, a province or a regency. */
  unit: z.string(),
  at: instantSchema,
  /** Loud enough to push; otherwise it waits for the digest. */
  push: z.boolean(),
  level: levelSchema,
  observed: z.number(),
  baseline: z.number(),
  factor: z.number(),
  /** z or p, whichever the rule uses; null where neither applies. */
  statistic: z.number().nullable(),
  /** One sentence in Indonesian. */
  sentence: z.string(),
  /** Why it does not push, in Indonesian; null when it does. */
  held: z.string().nullable().default(null),
  /** The largest at that moment, at most three. */
  storyIds: z.array(z.string()),
  /** The first item that was seen of it. */
  firstItemId: z.string().nullable(),
  /** Items by platform, and places, as they were. */
  platforms: z.record(z.string(), z.number()).default({}),
  areas: z.array(z.string()).default([]),
  /** Length of the buckets that were counted: an hour, or a quarter where it is watched closer. */
  bucketMinutes: z.number().int().positive().default(60),
  /** Voices in each bucket up to the alert's own, oldest first, at most 48; empty where nothing is counted. */
  counts: z.array(z.number()).default([]),
  falseAlarm: z.boolean().default(false),
});
export type Alert = z.infer<typeof alertSchema>;
