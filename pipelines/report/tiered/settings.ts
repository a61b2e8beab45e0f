import { z } from 'zod';
import { dayMs, type Instant } from '../../../shared/domain/instant.ts';
import type { TieredPeriod, TieredState } from '../../../shared/domain/tiered-report.ts';
import type { Zone } from '../../watch/local-time.ts';
import { tieredBounds } from './tiered-bounds.ts';

const days = z.number().int().min(0).max(180);
const deadlinesSchema = z.object({
  draft: days,
  chair_review: days,
  province_review: days,
  national_review: days,
});

/** Days after the end of a period by which each step is done, and when people are reminded [D]. */
export const tieredSettingsSchema = z.object({
  quarter: deadlinesSchema.default({ draft: 7, chair_review: 10, province_review: 15, national_review: 20 }),
  year: deadlinesSchema.default({ draft: 14, chair_review: 17, province_review: 24, national_review: 31 }),
  /** Days before a deadline on which those who are to act are reminded, and each day after it up to a week. */
  remindDaysBefore: z.array(days).max(10).default([7, 3, 1]),
  /** A figure that differs from the system's by more than this share is asked about. */
  contradictionShare: z.number().min(0).max(1).default(0.1),
});
export type TieredSettings = z.infer<typeof tieredSettingsSchema>;

export const defaultTieredSettings: TieredSettings = tieredSettingsSchema.parse({});

/** The name under which an installation's own settings are kept. */
export const tieredSettingsName = 'reports.tiered';

/** The last instant at which a report in this state is in time; null once it is accepted. */
export function dueAt(
  settings: TieredSettings,
  period: TieredPeriod,
  state: TieredState,
  zone: Zone,
): Instant | null {
  if (state === 'accepted') return null;
  const allowed = (period.quarter === null ? settings.year : settings.quarter)[state];
  return tieredBounds(period, zone).to + allowed * dayMs;
}
