import { z } from 'zod';
import { type Instant, toRfc3339 } from '../domain/instant.ts';
import { type Referral, referralSchema } from '../domain/referral.ts';
import { timestampSchema } from './common.ts';

const moment = timestampSchema.nullable();
const said = (at: Instant | null): string | null => (at === null ? null : toRfc3339(at));

export const apiReferralSchema = referralSchema
  .extend({ requestedAt: timestampSchema, approvedAt: moment, sentAt: moment, updatedAt: timestampSchema })
  .meta({ id: 'Referral' });
export const toApiReferral = (referral: Referral): z.infer<typeof apiReferralSchema> => ({
  ...referral,
  requestedAt: toRfc3339(referral.requestedAt),
  approvedAt: said(referral.approvedAt),
  sentAt: said(referral.sentAt),
  updatedAt: toRfc3339(referral.updatedAt),
});

const version = z.number().int().positive().describe('the version that you read');
const by = z.string().trim().min(1).max(100).optional().describe('who acts, where people share a token');
const reason = z.string().trim().min(3).max(500).optional();

export const referralBodySchema = z.object({
  issue: z.string().max(64).describe('id or number'),
  claim: z.string().max(64).optional().describe('default: the claim that is linked to the issue'),
  to: referralSchema.shape.to,
  platform: z.string().trim().min(2).max(60).optional(),
  items: z
    .array(z.string().regex(/^[0-9a-f]{32}$/))
    .min(1)
    .max(200)
    .optional()
    .describe('default: up to 50 items of the issue that spread the claim and are no criticism'),
  grounds: referralSchema.shape.grounds.describe(
    'which rule is touched and what is asked for, in Indonesian',
  ),
  by,
  reason,
});
export const referralActSchema = z.object({ version, by, reason });
export const referralSentSchema = referralActSchema.extend({
  receipt: z.string().trim().min(1).max(200).optional().describe('what the receiver filed it under'),
});
export const referralListSchema = z.object({ referrals: z.array(apiReferralSchema) });
export const referralQuerySchema = z.object({
  issue: z.string().max(64).optional().describe('id or number'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
