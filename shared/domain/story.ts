import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** Near-duplicate and same-event items collapsed; closes after 72 h of silence. */
export const storySchema = z.object({
  id: z.string(),
  issueId: z.string().nullable(),
  title: z.string(),
  firstAt: instantSchema,
  lastAt: instantSchema,
  /** Unique items, and all items re-posts included. */
  unique: z.number().int(),
  items: z.number().int(),
  /** Issues it has stood in, the one in which it began first, the present one last. */
  homes: z.array(z.string()).optional(),
  /**
   * What brought it where it stands, in order: with the whole issue `from`, or alone where that is null; by an act of a
   * person, or by the machine where `by` is null. Absent while it never moved.
   */
  moves: z
    .array(z.object({ from: z.string().nullable(), to: z.string(), by: z.string().nullable() }))
    .optional(),
});
export type StoryMove = NonNullable<z.infer<typeof storySchema>['moves']>[number];
export type Story = z.infer<typeof storySchema>;
