import { z } from 'zod';
import { answerNotesSchema } from '../domain/answer.ts';
import { type Instant, toRfc3339 } from '../domain/instant.ts';
import { mayBePassedOn, noticeSchema, type Publication, publicationSchema } from '../domain/publication.ts';
import { cursorSchema, listOf, timestampSchema } from './common.ts';

export const apiPublicationSchema = publicationSchema
  .extend({
    firstAppearedAt: timestampSchema.nullable(),
    notices: z.array(noticeSchema.extend({ at: timestampSchema })),
    publishedAt: timestampSchema,
    updatedAt: timestampSchema,
    reviewAt: timestampSchema,
    mayBePassedOn: z.boolean().describe('neither withdrawn nor past its review date'),
  })
  .meta({ id: 'Publication' });

export const toApiPublication = (
  publication: Publication,
  now: Instant,
): z.infer<typeof apiPublicationSchema> => ({
  ...publication,
  firstAppearedAt: publication.firstAppearedAt === null ? null : toRfc3339(publication.firstAppearedAt),
  notices: publication.notices.map((notice) => ({ ...notice, at: toRfc3339(notice.at) })),
  publishedAt: toRfc3339(publication.publishedAt),
  updatedAt: toRfc3339(publication.updatedAt),
  reviewAt: toRfc3339(publication.reviewAt),
  mayBePassedOn: mayBePassedOn(publication, now),
});

export const publicationQuerySchema = z.object({
  unit: listOf(z.string().max(5)).optional(),
  state: listOf(publicationSchema.shape.state).optional(),
  issue: z.string().max(64).optional(),
  claim: z.string().max(64).optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const publicationListSchema = z.object({
  publications: z.array(apiPublicationSchema.omit({ texts: true, sources: true })),
  nextCursor: z.string().nullable(),
});
export const publicationVersionsSchema = z.object({ versions: z.array(apiPublicationSchema) });

const version = z.number().int().positive().describe('the version that you read');
const by = z.string().trim().min(1).max(100).optional().describe('who acts, where people share a token');
const reason = z.string().trim().min(3).max(500);

export const withdrawalSchema = z.object({
  version,
  notice: z.string().trim().min(10).max(600).describe('what the public reads in its place, in Indonesian'),
  by,
  reason,
});
export const correctionBodySchema = z.object({
  version,
  note: z
    .string()
    .trim()
    .min(10)
    .max(600)
    .describe('what changes, as the public will read it, in Indonesian'),
  facts: z.array(z.string().max(64)).max(20).optional(),
  notes: answerNotesSchema.partial().optional(),
  by,
  reason: reason.optional(),
});
