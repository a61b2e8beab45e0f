import { z } from 'zod';
import { hashId } from './ids.ts';
import { instantSchema } from './instant.ts';
import { levelSchema } from './risk.ts';

/** One kept file of an item: its name in the bundle and what the store knows it by. */
export const evidencePartSchema = z.object({
  name: z.string(),
  /** SHA-256 of the bytes, 64 hex characters. */
  hash: z.string().length(64),
  bytes: z.number().int().nonnegative(),
  contentType: z.string(),
});
export type EvidencePart = z.infer<typeof evidencePartSchema>;

/** Why it was kept: its own risk at first sight, its issue's, an edit, a citizen's report, or somebody asked. */
export const evidenceReasonSchema = z.enum(['risk', 'issue', 'edit', 'report', 'person']);

/** What was kept of one version of an item, and when. Never changed. */
export const evidenceRecordSchema = z.object({
  id: z.string(),
  itemId: z.string().length(32),
  version: z.number().int().positive(),
  at: instantSchema,
  reason: evidenceReasonSchema,
  level: levelSchema.nullable(),
  /** Where the page was, and when it was fetched; null where only text was there to keep. */
  url: z.string().nullable(),
  fetchedAt: instantSchema.nullable(),
  parts: z.array(evidencePartSchema).min(1),
});
export type EvidenceRecord = z.infer<typeof evidenceRecordSchema>;

/** One record an item, version and kind of keeping: the same page seen twice is kept once. */
export const evidenceRecordId = (itemId: string, version: number, withPage: boolean): string =>
  hashId(`evidence ${itemId} ${version} ${withPage ? 'page' : 'text'}`);
