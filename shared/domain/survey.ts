import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** A survey of public satisfaction (IKM) of one unit and span. */
export const surveySchema = z.object({
  id: z.string(),
  unit: z.string(),
  service: z.string().min(3).max(200),
  from: instantSchema,
  to: instantSchema,
  /** People served in the span, for the size of the sample; null where it is not counted. */
  population: z.number().int().nonnegative().nullable(),
  /** Whether the public form takes answers. */
  open: z.boolean(),
  createdAt: instantSchema,
});
export type Survey = z.infer<typeof surveySchema>;

/** Nine answers from 1 (not good) to 4 (very good), in the order of the elements. */
export const ikmAnswersSchema = z.array(z.number().int().min(1).max(4)).length(9);

export const surveyAnswerSchema = z.object({
  /** The same form sent twice is one answer. */
  id: z.string(),
  surveyId: z.string(),
  at: instantSchema,
  answers: ikmAnswersSchema,
  suggestion: z.string().max(2_000).nullable(),
});
export type SurveyAnswer = z.infer<typeof surveyAnswerSchema>;
