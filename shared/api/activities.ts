import { z } from 'zod';
import { type Activity, activityKindSchema, activitySchema } from '../domain/activity.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { type Survey, surveySchema } from '../domain/survey.ts';
import { listOf, momentSchema, timestampSchema } from './common.ts';

const unitCode = z.string().max(5).describe('RI, a province 35 or a regency 35.73');

/** One entry of the log, as a person writes it. */
export const writeActivitySchema = activitySchema.pick({ kind: true, title: true }).extend({
  unit: unitCode,
  at: momentSchema,
  place: activitySchema.shape.place.default(null),
  audience: activitySchema.shape.audience.default(null),
  note: activitySchema.shape.note.default(null),
  links: activitySchema.shape.links.default([]),
  checklist: activitySchema.shape.checklist.default({}).describe('by rule; see GET /v1/tiered-guides'),
});

export const activityQuerySchema = z.object({
  unit: unitCode.optional(),
  kind: listOf(activityKindSchema).optional(),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const apiActivitySchema = activitySchema
  .omit({ proofs: true })
  .extend({ at: timestampSchema, createdAt: timestampSchema })
  .meta({ id: 'Activity' });
export const activityListSchema = z.object({ activities: z.array(apiActivitySchema) });

export const toApiActivity = ({
  proofs: _own,
  ...activity
}: Activity): z.infer<typeof apiActivitySchema> => ({
  ...activity,
  at: toRfc3339(activity.at),
  createdAt: toRfc3339(activity.createdAt),
});

export const writeSurveySchema = z.object({
  unit: unitCode,
  service: surveySchema.shape.service,
  from: momentSchema,
  to: momentSchema,
  population: surveySchema.shape.population.default(null).describe('people served in the span'),
  open: z.boolean().default(true).describe('whether the public form takes answers'),
});

export const apiSurveySchema = surveySchema
  .extend({ from: timestampSchema, to: timestampSchema, createdAt: timestampSchema, form: z.string() })
  .meta({ id: 'Survey' });

const band = z.enum(['A', 'B', 'C', 'D']);
export const ikmSchema = z
  .object({
    index: z.number(),
    band,
    meaning: z.string(),
    elements: z.array(
      z.object({
        name: z.string(),
        respondents: z.number().int(),
        mean: z.number(),
        value: z.number(),
        band,
      }),
    ),
  })
  .nullable();

export const surveyDetailSchema = z.object({
  survey: apiSurveySchema,
  respondents: z.number().int(),
  /** By Krejcie and Morgan; null where the population is not known. */
  sampleSize: z.number().int().nullable(),
  result: ikmSchema.describe('null without answers'),
});
export const surveyListSchema = z.object({ surveys: z.array(apiSurveySchema) });

export const surveyImportSchema = z.object({
  rows: z
    .array(z.array(z.string().max(5_000)).max(200))
    .min(1)
    .max(20_000)
    .describe('the first is the head'),
});
export const surveyImportResultSchema = z.object({
  added: z.number().int(),
  known: z.number().int(),
  suggestions: z.number().int(),
  refused: z.array(z.object({ row: z.number().int(), reason: z.string() })),
});

export const toApiSurvey = (survey: Survey): z.infer<typeof apiSurveySchema> => ({
  ...survey,
  from: toRfc3339(survey.from),
  to: toRfc3339(survey.to),
  createdAt: toRfc3339(survey.createdAt),
  form: `/v1/public/surveys/${survey.id}`,
});

/** One rule of the output standards, as it was found for an activity. */
export const standardRuleSchema = z.object({
  key: z.string(),
  rule: z.string(),
  met: z.boolean().nullable().describe('null: nobody looked'),
  links: z.array(z.string()),
  note: z.string(),
  by: z.string().nullable(),
  at: timestampSchema.nullable(),
});
export const activityStandardSchema = z.object({
  activity: z.string(),
  rules: z.array(standardRuleSchema),
  looked: z.number().int(),
  met: z.number().int(),
});
export const standardBodySchema = z
  .object({
    met: z.boolean().nullable(),
    links: z
      .array(z.url({ protocol: /^https?$/ }).max(2_000))
      .max(10)
      .default([]),
    note: z.string().trim().max(500).default(''),
  })
  .strict();
