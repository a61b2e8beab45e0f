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
  storyIds: z.array(z.string()),
  firstItemId: z.string().nullable(),
  falseAlarm: z.boolean().default(false),
});
export type Alert = z.infer<typeof alertSchema>;
