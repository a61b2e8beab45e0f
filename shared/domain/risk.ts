import { z } from 'zod';

export const levelSchema = z.enum(['rendah', 'sedang', 'tinggi', 'kritis']);
export type Level = z.infer<typeof levelSchema>;
export const levels = levelSchema.options;

/** One reason a score has: what was seen and what it gave. */
export const partSchema = z.object({ code: z.string(), value: z.number(), evidence: z.string() });
export type Part = z.infer<typeof partSchema>;

/** Likelihood × impact on 5 × 5, with every part. `level` holds after the raises that `parts` lists. */
export const riskSchema = z.object({
  likelihood: z.number().int().min(1).max(5),
  impact: z.number().int().min(1).max(5),
  score: z.number().int().min(1).max(25),
  level: levelSchema,
  parts: z.array(partSchema),
});
export type Risk = z.infer<typeof riskSchema>;

/** Orders the feed: higher first. `reason` is one Indonesian sentence; `nextStep` what to do now. */
export const prioritySchema = z.object({
  score: z.number(),
  parts: z.array(partSchema),
  reason: z.string(),
  nextStep: z.string(),
});
export type Priority = z.infer<typeof prioritySchema>;
