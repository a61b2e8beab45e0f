import { z } from 'zod';
import { answerKindSchema, answerTextSchema } from './answer.ts';
import { claimStatusSchema } from './claim.ts';
import { type Instant, instantSchema } from './instant.ts';

/** What the public is told about a change; it stays for ever. */
export const noticeSchema = z.object({
  at: instantSchema,
  kind: z.enum(['correction', 'withdrawal']),
  text: z.string().trim().min(3).max(600),
  by: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const publishedSourceSchema = z.object({
  /** What sentences refer to it by. */
  ref: z.string(),
  title: z.string(),
  url: z.string(),
  regulation: z.string().nullable(),
});
export type PublishedSource = z.infer<typeof publishedSourceSchema>;

/** A published answer: public, dated, with a review date. Corrected and withdrawn, never removed. */
export const publicationSchema = z.object({
  id: z.string(),
  /** Grows with every correction and withdrawal. */
  version: z.number().int().positive(),
  /** Last part of its public address. */
  code: z.string().regex(/^[0-9a-z]{8}$/),
  /** Public address of the page, whole. */
  url: z.string(),
  state: z.enum(['live', 'withdrawn']),
  kind: answerKindSchema,
  verdict: claimStatusSchema,
  /** The unit that answers. */
  unit: z.string(),
  issueId: z.string().nullable(),
  claimId: z.string().nullable(),
  /** What circulated, as it may be told: once, without its shouting; null for replies and holding statements. */
  claimSaid: z.string().nullable(),
  firstAppearedAt: instantSchema.nullable(),
  title: z.string(),
  /** One or two sentences for lists, feeds and cards. */
  summary: z.string(),
  /** Every form as it was approved. */
  texts: z.array(answerTextSchema),
  sources: z.array(publishedSourceSchema),
  notices: z.array(noticeSchema),
  publishedAt: instantSchema,
  updatedAt: instantSchema,
  /** From then on it must not be passed on without another look. */
  reviewAt: instantSchema,
  answerId: z.string(),
  answerVersion: z.number().int().positive(),
  approver: z.string(),
});
export type Publication = z.infer<typeof publicationSchema>;

/** May it be passed on now? A withdrawn or stale one may not. */
export const mayBePassedOn = (
  { state, reviewAt }: Pick<Publication, 'state' | 'reviewAt'>,
  now: Instant,
): boolean => state === 'live' && now < reviewAt;
