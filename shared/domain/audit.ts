import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** One line of the hash chain: `hash` covers the line and the hash before it. */
export const auditEntrySchema = z.object({
  sequence: z.number().int().positive(),
  at: instantSchema,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  /** What else it is about: it is found from there, too. */
  about: z.array(z.string()).optional(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
