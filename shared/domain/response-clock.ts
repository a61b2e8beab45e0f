import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { levelSchema } from './risk.ts';

/** What is owed to an issue: the first look, the first words, the facts, and news of them. */
export const clockStepSchema = z.enum(['triage', 'holding', 'clarification', 'update']);
export type ClockStep = z.infer<typeof clockStepSchema>;

/** A stop of the clock. It goes on running when `to` is set. */
export const clockPauseSchema = z.object({
  from: instantSchema,
  to: instantSchema.nullable(),
  by: z.string(),
  reason: z.string().min(1),
});
export type ClockPause = z.infer<typeof clockPauseSchema>;

/** What is kept of an issue's response clock; targets and states are computed from it. */
export const responseClockSchema = z.object({
  issueId: z.string(),
  unit: z.string(),
  level: levelSchema,
  /** First detection by this installation: measures count from here. */
  startedAt: instantSchema,
  /**
   * Since when the issue has its level or a higher one: its targets are due from here, because a matter that grew from
   * rendah to kritis could not have been triaged as one before it was.
   */
  levelAt: instantSchema,
  /** When each step was done last; absent while it is open. */
  doneAt: z.partialRecord(clockStepSchema, instantSchema),
  pauses: z.array(clockPauseSchema),
  /** Names of notices that were told: none is told twice. */
  told: z.array(z.string()),
});
export type ResponseClock = z.infer<typeof responseClockSchema>;
