import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** Bawaslu, the agency channel of a platform, or the legal section of the own house. */
export const referralTargetSchema = z.enum(['bawaslu', 'platform', 'legal']);
export type ReferralTarget = z.infer<typeof referralTargetSchema>;

export const referralTargetNames: Readonly<Record<ReferralTarget, string>> = {
  bawaslu: 'Badan Pengawas Pemilihan Umum',
  platform: 'Pengelola platform (jalur lembaga)',
  legal: 'Bagian Hukum',
};

export const referralStateSchema = z.enum(['draft', 'approved', 'sent', 'cancelled']);

/** Items of an issue handed to somebody who may act on them. Never of criticism. */
export const referralSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  state: referralStateSchema,
  to: referralTargetSchema,
  /** Name of the platform; null for the others. */
  platform: z.string().max(60).nullable(),
  unit: z.string(),
  issueId: z.string(),
  claimId: z.string(),
  itemIds: z.array(z.string()).min(1).max(200),
  /** Which rule is touched and what is asked for, in the officer's words. */
  grounds: z.string().trim().min(20).max(4_000),
  requestedBy: z.string(),
  requestedAt: instantSchema,
  approver: z.string().nullable(),
  approvedAt: instantSchema.nullable(),
  sentAt: instantSchema.nullable(),
  /** What the receiver filed it under. */
  receipt: z.string().max(200).nullable(),
  updatedAt: instantSchema,
  updatedBy: z.string(),
});
export type Referral = z.infer<typeof referralSchema>;
