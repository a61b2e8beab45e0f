import { z } from 'zod';
import { claimKindSchema, claimStatusSchema } from './claim.ts';
import { instantSchema } from './instant.ts';

/**
 * What somebody else checked, as they say it: kept beside one's own claims, never edited by hand, and never the unit's
 * own verdict.
 */
export const factCheckSchema = z.object({
  /** 32 hex characters; the same review imported twice, or found by two sources, has the same one. */
  id: z.string(),
  /** The claim they reviewed. */
  text: z.string(),
  /** The headline of their review. */
  title: z.string(),
  /** Their name. */
  checker: z.string(),
  /** Their rating as written, and the verdict that it stands for. */
  rating: z.string().nullable(),
  verdict: claimStatusSchema,
  kind: claimKindSchema.nullable(),
  url: z.string().nullable(),
  firstAppearedAt: instantSchema.nullable(),
  checkedAt: instantSchema.nullable(),
  /** The source or file that brought it first. */
  sourceId: z.string(),
  importedAt: instantSchema,
  version: z.number().int().positive(),
});
export type FactCheck = z.infer<typeof factCheckSchema>;
