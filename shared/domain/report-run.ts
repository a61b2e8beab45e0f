import { z } from 'zod';
import { hashId } from './ids.ts';
import { instantSchema } from './instant.ts';

export const mapFormatSchema = z.enum(['xlsx', 'csv', 'pdf', 'docx', 'html', 'json']);
export const exportKindSchema = z.enum(['items', 'issues', 'claims', 'audit']);
export type ExportKind = z.infer<typeof exportKindSchema>;

/** What a run makes: an opinion map in some formats, or rows for others. */
export const runRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opinion_map'),
    unit: z.string(),
    /** `2026-W47`, `2026-11`, `2026-11-16`, `2026-11-16..2026-11-20`; an issue's number makes its dossier. */
    span: z.string().max(40),
    formats: z.array(mapFormatSchema).min(1),
  }),
  z.object({
    kind: z.literal('export'),
    unit: z.string(),
    what: exportKindSchema,
    filter: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  }),
]);
export type RunRequest = z.infer<typeof runRequestSchema>;

/** A file or a large export that is made in the background, with what became of it. */
export const reportRunSchema = z.object({
  id: z.string(),
  unit: z.string(),
  request: runRequestSchema,
  state: z.enum(['queued', 'running', 'done', 'failed']),
  by: z.string(),
  requestedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Rows written so far; 0 for maps. */
  rows: z.number().int(),
  /** Where an export goes on after a break; opaque to others. */
  cursor: z.unknown(),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
  /** In plain words; null unless it failed. */
  error: z.string().nullable(),
});
export type ReportRun = z.infer<typeof reportRunSchema>;

/** A scheduled map has one run however often its turn comes. */
export const scheduledRunId = (unit: string, span: string): string => hashId(`opinion map ${unit} ${span}`);
