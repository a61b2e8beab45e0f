import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import { reportFindingSchema } from '../domain/report-finding.ts';
import {
  narrativeIdSchema,
  periodOfKey,
  type TieredReport,
  tieredKey,
  tieredReportSchema,
  tieredStateSchema,
  tieredStepSchema,
} from '../domain/tiered-report.ts';
import { listOf, timestampSchema } from './common.ts';

export const periodKeySchema = z
  .string()
  .max(12)
  .describe('2028-TW1, or 2028-TAHUN for a year')
  .transform((text, context) => {
    const period = periodOfKey(text);
    if (period) return period;
    context.addIssue({
      code: 'custom',
      message: `"${text}" is no period: write it as 2028-TW1 or 2028-TAHUN`,
    });
    return z.NEVER;
  });

const unitCode = z.string().max(5).describe('RI, a province 35 or a regency 35.73');

export const beginReportSchema = z.object({ unit: unitCode, period: periodKeySchema });

export const reportListQuerySchema = z.object({
  period: listOf(z.string().max(12)).optional(),
  state: listOf(tieredStateSchema).optional(),
  unit: unitCode.optional(),
});

export const changeReportSchema = z.object({
  narrative: z.partialRecord(narrativeIdSchema, z.string().max(40_000)).optional(),
  figures: z.record(z.string().max(60), z.number().nullable()).optional(),
});

export const passReportSchema = z.object({
  reason: z.string().trim().max(2_000).nullable().default(null).describe('what the author says to findings'),
});
export const returnReportSchema = z.object({ reason: z.string().trim().min(5).max(2_000) });

export const unitPeriodSchema = z.object({ unit: unitCode.default('RI'), period: periodKeySchema });

export const apiTieredSchema = tieredReportSchema
  .omit({ period: true })
  .extend({
    period: z.string(),
    figuresAt: timestampSchema,
    handedInAt: timestampSchema.nullable(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    steps: z.array(tieredStepSchema.extend({ at: timestampSchema })),
  })
  .meta({ id: 'TieredReport' });
export const tieredListSchema = z.object({ reports: z.array(apiTieredSchema) });
export const findingListSchema = z.object({ findings: z.array(reportFindingSchema) });

export const toApiTiered = (report: TieredReport): z.infer<typeof apiTieredSchema> => ({
  ...report,
  period: tieredKey(report.period),
  figuresAt: toRfc3339(report.figuresAt),
  handedInAt: report.handedInAt === null ? null : toRfc3339(report.handedInAt),
  createdAt: toRfc3339(report.createdAt),
  updatedAt: toRfc3339(report.updatedAt),
  steps: report.steps.map((step) => ({ ...step, at: toRfc3339(step.at) })),
});

const moment = timestampSchema.nullable();
export const boardSchema = z.object({
  rows: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      state: z.union([tieredStateSchema, z.literal('missing')]),
      reportId: z.string().nullable(),
      dueAt: moment,
      handedInAt: moment,
      daysLate: z.number().int(),
      returns: z.number().int(),
    }),
  ),
  groups: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      handedIn: z.number().int(),
      late: z.number().int(),
      missing: z.number().int(),
      units: z.number().int(),
    }),
  ),
});
export const rollUpSchema = z.object({
  figures: z.array(
    z.object({ key: z.string(), label: z.string(), value: z.number().nullable(), units: z.number().int() }),
  ),
  coverage: z.object({
    handedIn: z.number().int(),
    units: z.number().int(),
    missing: z.array(z.string()),
  }),
});
