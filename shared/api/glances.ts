import { z } from 'zod';
import { clockStepSchema } from '../domain/response-clock.ts';
import { listOf, timestampSchema } from './common.ts';

export const glanceQuerySchema = z.object({
  issue: listOf(z.string().max(64)).describe('ids of issues, at most 50'),
});

/** What a list shows of an issue beside the issue itself. */
export const glanceSchema = z
  .object({
    issue: z.string().describe('id'),
    spark: z.array(z.number().int()).describe('items in each bucket, oldest first, the last one ends now'),
    ownerName: z.string().nullable(),
    clock: z
      .object({
        step: clockStepSchema,
        name: z.string().describe('what an officer calls the step'),
        startedAt: timestampSchema,
        dueAt: timestampSchema.nullable().describe('null while the clock is paused without an end'),
        share: z.number().describe('of the running time that has passed; over 1 is late'),
        state: z.enum(['late', 'at_risk', 'running', 'paused']),
      })
      .nullable()
      .describe('the target that is owed next; null when nothing is owed'),
  })
  .meta({ id: 'IssueGlance' });
export type IssueGlance = z.infer<typeof glanceSchema>;

export const glanceListSchema = z.object({
  bucketMs: z.number().int(),
  endAt: timestampSchema,
  glances: z.array(glanceSchema),
});
