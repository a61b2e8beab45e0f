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
  /** Issues it has stood in, the first one first, the present one last: an act that is taken back returns it there. */
  homes: z.array(z.string()).optional(),
});
export type Story = z.infer<typeof storySchema>;
