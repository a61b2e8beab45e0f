import { z } from 'zod';
import { labelValuesSchema, type PersonLabel, personLabelSchema } from '../domain/correction.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { timestampSchema } from './common.ts';
import { apiItemSchema } from './items.ts';

export const labelBodySchema = z.object({
  values: labelValuesSchema.describe('what the person says; what is left out they did not judge'),
  by: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('who labels, where several people share a token; default: the bearer'),
  reason: z.string().trim().min(3).max(500).describe('why; kept in the audit trail'),
});

export const apiLabelSchema = personLabelSchema
  .extend({ at: timestampSchema })
  .meta({ id: 'Label', description: 'What a person said of an item, beside what the machine had said' });
export const labelAnswerSchema = z.object({ label: apiLabelSchema, item: apiItemSchema });
export const labelListSchema = z.object({ labels: z.array(apiLabelSchema) });

export const toApiLabel = (label: PersonLabel): z.infer<typeof apiLabelSchema> => ({
  ...label,
  at: toRfc3339(label.at),
});

export const labellingQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const labellingSchema = z.object({
  items: z.array(z.object({ item: apiItemSchema, score: z.number(), reason: z.string() })),
});

const figureSchema = z.object({
  value: z.number(),
  low: z.number().describe('95 % bootstrap interval'),
  high: z.number(),
});

const calibrationSchema = z.object({
  n: z.number().int(),
  /** Expected calibration error: mean distance of confidence and share right, over the bins. */
  ece: z.number(),
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      n: z.number().int(),
      confidence: z.number(),
      right: z.number(),
    }),
  ),
  reviewShare: z.number(),
  rightInReview: z.number(),
  rightElsewhere: z.number(),
});

const confusionSchema = z.object({
  classes: z.array(z.string()),
  /** A row per true class, in the order of `classes`; columns are what the machine said. */
  counts: z.array(z.array(z.number().int())),
});

const setReportSchema = z.object({
  n: z.number().int(),
  figures: z
    .record(z.string(), figureSchema)
    .describe('target F1, tone macro-F1, …; a label that nobody gave is left out'),
  calibration: calibrationSchema,
  confusion: z.object({ tone: confusionSchema, stance: confusionSchema, topic: confusionSchema }),
});
export type SetReport = z.infer<typeof setReportSchema>;

const driftSchema = z.object({
  items: z.number().int(),
  from: timestampSchema.nullable(),
  to: timestampSchema.nullable(),
  /** Population stability index per trait: below 0.1 alike, above 0.25 far apart. */
  stability: z.record(z.string(), z.number()),
  shares: z.record(z.string(), z.record(z.string(), z.object({ reference: z.number(), now: z.number() }))),
  /** Share of words the model never met in training: in the reference and now. */
  unknownWords: z.object({ reference: z.number(), now: z.number() }).nullable(),
});
export type Drift = z.infer<typeof driftSchema>;

export const qualityReportSchema = z
  .object({
    at: timestampSchema,
    /** The model in force: trained rows by label, and its hash. */
    model: z.object({ name: z.string(), sha256: z.string(), bytes: z.number().int() }).nullable(),
    gold: setReportSchema.nullable(),
    people: z.object({
      labels: z.number().int(),
      items: z.number().int(),
      persons: z.number().int(),
      /** Items on which two people's latest labels differ. */
      disputed: z.number().int(),
      kappa: z.record(z.string(), z.object({ pairs: z.number().int(), kappa: z.number() })),
      all: setReportSchema.nullable(),
      months: z.array(z.object({ month: z.string(), report: setReportSchema })),
      note: z.string(),
    }),
    drift: driftSchema.nullable(),
  })
  .meta({ id: 'QualityReport' });
export type QualityReport = z.infer<typeof qualityReportSchema>;
