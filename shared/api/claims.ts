import { z } from 'zod';
import {
  type Claim,
  claimContentSchema,
  claimSchema,
  claimState,
  claimStateSchema,
  claimStatusSchema,
  sightingSchema,
  verdictSchema,
} from '../domain/claim.ts';
import { type FactCheck, factCheckSchema } from '../domain/fact-check.ts';
import { type Instant, toRfc3339 } from '../domain/instant.ts';
import { cursorSchema, listOf, momentSchema, timestampSchema } from './common.ts';

const moment = timestampSchema.nullable();

/** A claim as it travels: every time in RFC 3339. Exports hold the same. */
export const apiClaimSchema = claimSchema
  .extend({
    sightings: z.array(sightingSchema.extend({ at: moment })).max(200),
    firstAppearedAt: moment,
    checkedAt: moment,
    approvedAt: moment,
    reviewAt: moment,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    withdrawnAt: moment,
  })
  .meta({ id: 'Claim' });
export type ApiClaim = z.infer<typeof apiClaimSchema>;

export const apiFactCheckSchema = factCheckSchema
  .extend({ firstAppearedAt: moment, checkedAt: moment, importedAt: timestampSchema })
  .meta({ id: 'FactCheck', description: 'What somebody else checked; never the own verdict' });
export type ApiFactCheck = z.infer<typeof apiFactCheckSchema>;

const said = (at: Instant | null): string | null => (at === null ? null : toRfc3339(at));
const read = (text: string | null): Instant | null => (text === null ? null : Date.parse(text));

export const toApiClaim = (claim: Claim): ApiClaim => ({
  ...claim,
  sightings: claim.sightings.map((one) => ({ ...one, at: said(one.at) })),
  firstAppearedAt: said(claim.firstAppearedAt),
  checkedAt: said(claim.checkedAt),
  approvedAt: said(claim.approvedAt),
  reviewAt: said(claim.reviewAt),
  createdAt: toRfc3339(claim.createdAt),
  updatedAt: toRfc3339(claim.updatedAt),
  withdrawnAt: said(claim.withdrawnAt),
});

export const fromApiClaim = (claim: ApiClaim): Claim => ({
  ...claim,
  sightings: claim.sightings.map((one) => ({ ...one, at: read(one.at) })),
  firstAppearedAt: read(claim.firstAppearedAt),
  checkedAt: read(claim.checkedAt),
  approvedAt: read(claim.approvedAt),
  reviewAt: read(claim.reviewAt),
  createdAt: Date.parse(claim.createdAt),
  updatedAt: Date.parse(claim.updatedAt),
  withdrawnAt: read(claim.withdrawnAt),
});

export const toApiFactCheck = (check: FactCheck): ApiFactCheck => ({
  ...check,
  firstAppearedAt: said(check.firstAppearedAt),
  checkedAt: said(check.checkedAt),
  importedAt: toRfc3339(check.importedAt),
});

export const fromApiFactCheck = (check: ApiFactCheck): FactCheck => ({
  ...check,
  firstAppearedAt: read(check.firstAppearedAt),
  checkedAt: read(check.checkedAt),
  importedAt: Date.parse(check.importedAt),
});

export const shownClaimSchema = apiClaimSchema
  .extend({ state: claimStateSchema.describe('stale: approved, but past its review date; not offered') })
  .meta({ id: 'ShownClaim' });
export const toShownClaim = (claim: Claim, now: Instant): z.infer<typeof shownClaimSchema> => ({
  ...toApiClaim(claim),
  state: claimState(claim, now),
});

export const claimQuerySchema = z.object({
  q: z.string().max(200).optional().describe('words of the claim'),
  verdict: listOf(claimStatusSchema).optional(),
  unit: listOf(z.string().max(5)).optional().describe('kept by these units; a province holds its regencies'),
  review: z.enum(['due']).optional().describe('only those whose review date has passed'),
  withdrawn: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: cursorSchema.optional(),
});

export const claimPageSchema = z.object({
  claims: z.array(shownClaimSchema),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});

export const factCheckQuerySchema = z.object({
  q: z.string().max(200).optional().describe('words of the claim or the headline'),
  after: z.string().max(64).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export const factCheckPageSchema = z.object({
  factChecks: z.array(apiFactCheckSchema),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});

const by = z.string().trim().min(1).max(100).describe('who acts, where people share a token');
const reason = z.string().trim().min(3).max(500).describe('why; kept in the audit trail');
const version = z.number().int().positive().describe('the version that you read');
const seenAt = momentSchema.nullable();

const contentBody = claimContentSchema.extend({
  firstAppearedAt: seenAt,
  sightings: z.array(sightingSchema.extend({ at: seenAt })).max(200),
});

export const claimBodySchema = contentBody.partial().extend({
  text: claimContentSchema.shape.text.optional(),
  fromFactCheck: z.string().max(64).optional().describe('take text and source over from this fact-check'),
  by: by.optional(),
  reason: reason.optional(),
});
export const claimChangeSchema = contentBody.partial().extend({ version, by: by.optional(), reason });
export const claimVerdictSchema = z.object({
  version,
  verdict: z
    .enum([...verdictSchema.options, 'belum_diperiksa'])
    .describe('salah needs one primary or two independent secondary sources'),
  evidence: claimContentSchema.shape.evidence.optional(),
  explanation: claimContentSchema.shape.explanation.optional(),
  by: by.optional(),
  reason,
});
export const claimApprovalSchema = z.object({
  version,
  reviewAt: momentSchema.optional().describe('default: 7 days during a stage of an election, else 30'),
  by: by.optional(),
  reason: reason.optional(),
});
export const claimActSchema = z.object({ version, by: by.optional(), reason });
export const claimVersionsSchema = z.object({ versions: z.array(apiClaimSchema) });
