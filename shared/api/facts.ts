import { z } from 'zod';
import {
  type Fact,
  factContentSchema,
  factSchema,
  factState,
  factStateSchema,
  factUseSchema,
} from '../domain/fact.ts';
import { type Instant, toRfc3339 } from '../domain/instant.ts';
import { topicSchema } from '../domain/labels.ts';
import { listOf, momentSchema, timestampSchema } from './common.ts';

const moment = timestampSchema.nullable();
const said = (at: Instant | null): string | null => (at === null ? null : toRfc3339(at));

export const apiFactSchema = factSchema
  .extend({
    approvedAt: moment,
    reviewAt: moment,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    withdrawnAt: moment,
    state: factStateSchema.describe('stale: past its review date; offered to nobody'),
  })
  .meta({ id: 'Fact' });

export const toApiFact = (fact: Fact, now: Instant): z.infer<typeof apiFactSchema> => ({
  ...fact,
  approvedAt: said(fact.approvedAt),
  reviewAt: said(fact.reviewAt),
  createdAt: toRfc3339(fact.createdAt),
  updatedAt: toRfc3339(fact.updatedAt),
  withdrawnAt: said(fact.withdrawnAt),
  state: factState(fact, now),
});

const reason = z.string().trim().min(3).max(500).describe('why; kept in the audit trail');
const version = z.number().int().positive().describe('the version that you read');
const by = z.string().trim().min(1).max(100).optional().describe('who acts, where people share a token');

export const factQuerySchema = z.object({
  q: z.string().max(200).optional().describe('words of the statement or its regulation'),
  topic: listOf(topicSchema).optional(),
  use: listOf(factUseSchema).optional(),
  review: z.enum(['due']).optional().describe('only those whose review date has passed'),
  approval: z.enum(['missing']).optional().describe('only those that nobody approved'),
  withdrawn: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  after: z.string().max(64).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const factPageSchema = z.object({ facts: z.array(apiFactSchema), nextCursor: z.string().nullable() });

export const factOfferQuerySchema = z.object({
  text: z.string().trim().min(3).max(5_000).optional(),
  claim: z.string().max(64).optional().describe('a claim instead of a text'),
  topic: topicSchema.optional().describe('those of this topic come first'),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
export const factOfferSchema = z.object({
  facts: z.array(
    z.object({
      fact: apiFactSchema,
      held: z.number().describe('share of the words of the text that the fact holds'),
      agrees: z.array(z.string()),
      fits: z.boolean().describe('so much in common that a draft may be written from it unasked'),
    }),
  ),
});

export const factBodySchema = factContentSchema.extend({
  unit: factContentSchema.shape.unit.optional().describe('default: the unit that you act in'),
  by,
  reason: reason.optional(),
});
export const factChangeSchema = factContentSchema.partial().extend({ version, by, reason });
export const factApprovalSchema = z.object({
  version,
  reviewAt: momentSchema.optional().describe('default: 7 days during a stage of an election, else 30'),
  by,
  reason: reason.optional(),
});
export const factApprovalsSchema = z.object({
  facts: z
    .array(z.object({ id: z.string().max(64), version }))
    .min(1)
    .max(200),
  reviewAt: momentSchema.optional(),
  by,
  reason: reason.optional(),
});
export const factActSchema = z.object({ version, by, reason });
export const factListSchema = z.object({ facts: z.array(apiFactSchema) });
