import { z } from 'zod';

export const reportFindingKindSchema = z.enum([
  'copied_forward',
  'edited_lightly',
  'redated',
  'neighbour',
  'figures_identical',
  /** Days named in the text lie outside the report's period. */
  'dates_elsewhere',
  /** A figure differs from what the system's own data say. */
  'figures_contradict',
  'missing',
  'late',
]);
export type ReportFindingKind = z.infer<typeof reportFindingKindSchema>;

/** A passage beside the one it resembles. */
export const reportPassageSchema = z.object({
  section: z.string(),
  text: z.string(),
  /** Null where there is nothing to show beside it. */
  sourceText: z.string().nullable(),
  /** 0 to 1. */
  likeness: z.number(),
});
export type ReportPassage = z.infer<typeof reportPassageSchema>;

/** What a check found in one tiered report; a word to its author, never a verdict on them. */
export const reportFindingSchema = z.object({
  kind: reportFindingKindSchema,
  /** The file it was taken from; the period (`2028-TW1`) where that report is not at hand; null for missing and late. */
  source: z.string().nullable(),
  passages: z.array(reportPassageSchema),
  /** How sure, 0 to 1; 1 for missing and late. */
  score: z.number(),
  /** Why, in Indonesian. */
  explanation: z.string(),
});
export type ReportFinding = z.infer<typeof reportFindingSchema>;
