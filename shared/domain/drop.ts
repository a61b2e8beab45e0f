import { z } from 'zod';

/** Why something was refused: `code` is counted, `detail` is read by people. */
export const dropSchema = z.object({
  stage: z.enum(['collect', 'enrich', 'link', 'watch']),
  code: z.string(),
  detail: z.string(),
  /** What was refused: a URL, a line number, an item's id. */
  subject: z.string(),
});
export type Drop = z.infer<typeof dropSchema>;
