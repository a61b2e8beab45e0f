import { z } from 'zod';
import { instantSchema } from './instant.ts';

/**
 * What a person decided; every later run obeys it and `undoneAt` takes it back.
 * `must_link`: both subjects' issues are one. `cannot_link`: never one. `pin`: the item stays in the issue.
 * `split`: `stories` are taken out of the issue `left` and are together the new issue `right`; those that stood beside
 * them then, `stays`, are none of it. `rename`: the issue `left` (and `right`) bears `title`; no matter of links.
 */
export const constraintSchema = z.object({
  id: z.string(),
  kind: z.enum(['must_link', 'cannot_link', 'pin', 'split', 'rename']),
  /** An issue, story or item id. */
  left: z.string(),
  right: z.string(),
  /** Of a split: ids of stories. */
  stories: z.array(z.string()).optional(),
  stays: z.array(z.string()).optional(),
  /** Of a pin: the issues that the item stood in then, the most local one first; none while it stood in none. */
  from: z.array(z.string()).optional(),
  /** Of a rename. */
  title: z.string().optional(),
  by: z.string(),
  at: instantSchema,
  undoneAt: instantSchema.nullable(),
});
export type Constraint = z.infer<typeof constraintSchema>;
