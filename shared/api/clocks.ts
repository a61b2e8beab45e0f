import { z } from 'zod';
import { clockStepSchema } from '../domain/response-clock.ts';
import { levelSchema } from '../domain/risk.ts';
import { timestampSchema } from './common.ts';

const targetSchema = z.object({
  step: clockStepSchema,
  /** What an officer calls it. */
  name: z.string(),
  /** Null while the clock is paused without an end. */
  dueAt: timestampSchema.nullable(),
  doneAt: timestampSchema.nullable(),
  /** Share of the target's running time that has passed; over 1 is late, 0 once it is done. */
  share: z.number(),
  state: z.enum(['met', 'late', 'at_risk', 'running', 'paused']),
});

/** The response clock of an issue as it stands. */
export const apiClockSchema = z
  .object({
    issue: z.string(),
    unit: z.string(),
    zone: z.string(),
    level: levelSchema,
    startedAt: timestampSchema,
    levelAt: timestampSchema,
    /** Round the clock within the voting window; office hours otherwise. */
    alwaysRunning: z.boolean(),
    targets: z.array(targetSchema),
    pauses: z.array(
      z.object({
        from: timestampSchema,
        to: timestampSchema.nullable(),
        by: z.string(),
        reason: z.string(),
      }),
    ),
    escalations: z.array(
      z.object({
        at: timestampSchema,
        from: z.string(),
        to: z.string().nullable(),
        tell: z.array(z.string()),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'ResponseClock' });
export type ApiClock = z.infer<typeof apiClockSchema>;

export const clockStepBodySchema = z.object({ step: clockStepSchema });
export const pauseBodySchema = z.object({ reason: z.string().trim().min(1).max(500) });
