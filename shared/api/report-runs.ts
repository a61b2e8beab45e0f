import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import { platformSchema } from '../domain/item.ts';
import { stanceSchema, targetToneSchema, topicSchema } from '../domain/labels.ts';
import { exportKindSchema, mapFormatSchema, type ReportRun, reportRunSchema } from '../domain/report-run.ts';
import { levelSchema } from '../domain/risk.ts';
import { cursorSchema, momentSchema, timestampSchema } from './common.ts';

const unitCode = z.string().max(5).describe('RI, a province 35 or a regency 35.73');

export const mapQuerySchema = z.object({
  unit: unitCode.default('RI'),
  span: z
    .string()
    .max(40)
    .describe('2026-W47, 2026-11, 2026-11-16, 2026-11-16..2026-11-20, or an issue: ISU-2026-000123'),
});

export const mapRunSchema = mapQuerySchema.extend({
  formats: z
    .array(mapFormatSchema)
    .min(1)
    .default([...mapFormatSchema.options]),
});

const names = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(50).optional();

/** The same filters as the lists have; what a kind of row does not know is refused. */
export const exportRequestSchema = z.object({
  what: exportKindSchema,
  unit: unitCode.default('RI'),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  topics: names(topicSchema),
  tones: names(targetToneSchema).describe('items only'),
  platforms: names(platformSchema).describe('items only'),
  areas: names(z.string().max(5)).describe('items only'),
  outlets: names(z.string().max(200)).describe('items only'),
  stances: names(stanceSchema).describe('items only'),
  issueIds: names(z.string().max(64)).describe('items only'),
  storyIds: names(z.string().max(64)).describe('items only'),
  uniqueOnly: z.boolean().optional().describe('items only; true: without re-posts'),
  levels: names(levelSchema).describe('issues only'),
  text: z.string().max(200).optional(),
});
export type ExportCall = z.infer<typeof exportRequestSchema>;

export const apiRunSchema = reportRunSchema
  .omit({ cursor: true })
  .extend({
    requestedAt: timestampSchema,
    finishedAt: timestampSchema.nullable(),
    links: z.array(z.string()),
  })
  .meta({ id: 'ReportRun' });

export const runListSchema = z.object({ runs: z.array(apiRunSchema), nextCursor: z.string().nullable() });
export const runQuerySchema = z.object({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const rowFormats = ['csv', 'jsonl', 'xlsx'] as const;

/** A run with the addresses of its files; an export comes in every format. */
export function toApiRun({ cursor: _cursor, ...run }: ReportRun): z.infer<typeof apiRunSchema> {
  const names =
    run.state !== 'done'
      ? []
      : run.request.kind === 'export'
        ? rowFormats.map((format) => `rows.${format}`)
        : run.files.map(({ name }) => name);
  return {
    ...run,
    requestedAt: toRfc3339(run.requestedAt),
    finishedAt: run.finishedAt === null ? null : toRfc3339(run.finishedAt),
    links: names.map((name) => `/v1/report-runs/${run.id}/files/${encodeURIComponent(name)}`),
  };
}
