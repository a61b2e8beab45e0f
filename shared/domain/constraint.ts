import { z } from 'zod';
import { instantSchema } from './instant.ts';

/**
 * What a person decided about links; every later run obeys it and `undoneAt` takes it back.
 * `must_link`: both subjects' issues are one. `cannot_link`: never one. `pin`: the item stays in the issue.
 */
export const constraintSchema = z.object({
  id: z.string(),
  kind: z.enum(['must_link', 'cannot_link', 'pin']),
  /** An issue, story or item id. */
  left: z.string(),
  right: z.string(),
  by: z.string(),
  at: instantSchema,
  undoneAt: instantSchema.nullable(),
});
export type Constraint = z.infer<typeof constraintSchema>;
