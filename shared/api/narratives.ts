import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import { type Narrative, narrativeSchema } from '../domain/narrative.ts';
import { timestampSchema } from './common.ts';
import { apiIssueSchema } from './issues.ts';

const reason = z.string().trim().min(3).max(500).describe('why; kept in the audit trail');
const content = narrativeSchema.pick({ name: true, description: true, examples: true, impact: true });

export const narrativeBodySchema = content.extend({
  description: content.shape.description.default(''),
  examples: content.shape.examples.default([]),
  reason,
});
export const narrativeChangeSchema = content.partial().extend({ reason });
export const tieSchema = z.object({
  narrative: z.string().min(1).max(64).nullable().describe('null unties the issue'),
  reason,
});

export const apiNarrativeSchema = narrativeSchema
  .extend({ createdAt: timestampSchema, updatedAt: timestampSchema })
  .meta({ id: 'Narrative', description: 'A named claim or frame that returns; never expires' });
export const narrativeListSchema = z.object({
  narratives: z.array(
    apiNarrativeSchema.extend({
      issues: z.number().int(),
      firstAt: timestampSchema.nullable().describe('of its issues'),
      lastAt: timestampSchema.nullable(),
    }),
  ),
});
export const narrativeDetailSchema = z.object({
  narrative: apiNarrativeSchema,
  issues: z.array(apiIssueSchema).describe('tied issues, newest first, merged ones left out'),
});
export const narrativeSuggestionsSchema = z.object({
  tied: z.string().nullable(),
  suggestions: z.array(
    z.object({
      narrative: apiNarrativeSchema,
      score: z.number(),
      says: z.string(),
      resembles: z.string(),
      agrees: z.array(z.string()),
      lastAt: timestampSchema.nullable().describe('when an issue of it was last seen'),
    }),
  ),
});

export const toApiNarrative = (narrative: Narrative): z.infer<typeof apiNarrativeSchema> => ({
  ...narrative,
  createdAt: toRfc3339(narrative.createdAt),
  updatedAt: toRfc3339(narrative.updatedAt),
});
