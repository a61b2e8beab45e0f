import { z } from 'zod';
import { dayMs, type Instant, instantSchema } from './instant.ts';
import { platformSchema } from './item.ts';

export const verdictSchema = z.enum(['salah', 'menyesatkan', 'sebagian_benar', 'benar', 'belum_terbukti']);
export type Verdict = z.infer<typeof verdictSchema>;
export const claimStatusSchema = z.enum([...verdictSchema.options, 'belum_diperiksa']);
export type ClaimStatus = z.infer<typeof claimStatusSchema>;

/** First Draft's seven kinds. */
export const claimKindSchema = z.enum([
  'satire',
  'misleading',
  'imposter',
  'fabricated',
  'false_connection',
  'false_context',
  'manipulated',
]);

export const informationTypeSchema = z.enum(['misinformation', 'disinformation', 'malinformation']);

export const evidenceSchema = z.object({
  title: z.string().trim().min(1).max(500),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  /** Primary: regulation, decision, KPU data. */
  tier: z.enum(['primary', 'secondary']),
  /** SHA-256 of the copy in the evidence store; null when none was kept. */
  archiveHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One place where a person saw the claim; what the machine finds are links (`claim-link.ts`). */
export const sightingSchema = z.object({
  at: instantSchema.nullable(),
  platform: platformSchema.nullable(),
  url: z.string().max(2_000).nullable(),
  note: z.string().max(1_000),
  archiveHash: z.string().nullable().default(null),
});

const person = z.string().trim().min(1).max(100);

/** What people write of a claim; the rest of the record says who decided what, and when. */
export const claimContentSchema = z.object({
  /** The checkable assertion, verbatim. */
  text: z.string().trim().min(3).max(5_000),
  /** What is true, in plain words, with the true core first. */
  explanation: z.string().max(10_000),
  kind: claimKindSchema.nullable(),
  informationType: informationTypeSchema.nullable(),
  evidence: z.array(evidenceSchema).max(50),
  firstAppearedAt: instantSchema.nullable(),
  firstUrl: z.string().max(2_000).nullable(),
  sightings: z.array(sightingSchema).max(200),
  areas: z.array(z.string().max(5)).max(100),
  /** The stage of the election that it is about, as the calendar names it. */
  stage: z.string().max(100).nullable(),
  /** The unit that keeps it. */
  unit: z.string().max(5),
  /** The published clarification. */
  url: z.string().max(2_000).nullable(),
});
export type ClaimContent = z.infer<typeof claimContentSchema>;

/** A claim of one's own knowledge base. Only an authorised person sets `verdict`, and another one approves it. */
export const claimSchema = claimContentSchema.extend({
  id: z.string().min(1).max(64),
  verdict: claimStatusSchema,
  checker: person.nullable(),
  checkedAt: instantSchema.nullable(),
  approver: person.nullable(),
  approvedAt: instantSchema.nullable(),
  /** From this moment on the verdict is stale: shown as such, and offered to nobody. */
  reviewAt: instantSchema.nullable(),
  createdAt: instantSchema,
  createdBy: person,
  updatedAt: instantSchema,
  updatedBy: person,
  /** No longer kept, by a person's decision; nothing is ever removed. */
  withdrawnAt: instantSchema.nullable(),
  version: z.number().int().positive(),
});
export type Claim = z.infer<typeof claimSchema>;

/** How far a claim is: `stale` is an approved one whose review date has passed. */
export const claimStateSchema = z.enum(['unchecked', 'checked', 'approved', 'stale', 'withdrawn']);
export type ClaimState = z.infer<typeof claimStateSchema>;

export function claimState(
  claim: Pick<Claim, 'verdict' | 'approver' | 'reviewAt' | 'withdrawnAt'>,
  now: Instant,
): ClaimState {
  if (claim.withdrawnAt !== null) return 'withdrawn';
  if (claim.verdict === 'belum_diperiksa') return 'unchecked';
  if (claim.approver === null) return 'checked';
  return claim.reviewAt !== null && claim.reviewAt <= now ? 'stale' : 'approved';
}

/** How long an approved verdict holds before a person has to look again. */
export const reviewAfterMs = { duringStage: 7 * dayMs, otherwise: 30 * dayMs } as const;
