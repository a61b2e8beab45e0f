import { z } from 'zod';
import { instantSchema } from './instant.ts';

/**
 * A named claim or frame that returns over months and years. People name it and tie issues to it; it never expires.
 * `version` grows with every write (optimistic lock).
 */
export const narrativeSchema = z.object({
  id: z.string(),
  name: z.string().min(5).max(200),
  /** What it says and why it returns. */
  description: z.string().max(2_000),
  /** How it is told, in people's words: by these an issue is recognised. */
  examples: z.array(z.string().min(5).max(500)).max(20),
  /** Impact 1 to 5 that its issues take; absent or null: what its own words say. */
  impact: z.number().int().min(1).max(5).nullable().optional(),
  createdBy: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: z.number().int().positive(),
});
export type Narrative = z.infer<typeof narrativeSchema>;
