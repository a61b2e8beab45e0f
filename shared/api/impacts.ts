import { z } from 'zod';
import { personImpactSchema } from '../domain/issue.ts';

/** A person's word on the impact of an issue. */
export const impactBodySchema = z.object({
  impact: personImpactSchema.shape.value
    .nullable()
    .describe(
      '1 satire, 2 an officer’s good name, 3 local confusion, 4 votes or a local result, 5 a national result, violence or safety',
    ),
  reason: z.string().trim().min(3).max(500).describe('shown with the risk, and kept in the audit trail'),
});
