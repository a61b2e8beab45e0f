import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** What somebody wrote beside an issue, for colleagues. */
export const issueNoteSchema = z.object({
  id: z.string(),
  issueId: z.string(),
  at: instantSchema,
  by: z.string(),
  text: z.string().trim().min(1).max(5_000),
  /** Users who were called by it. */
  mentions: z.array(z.string()).max(20),
});
export type IssueNote = z.infer<typeof issueNoteSchema>;

/** A file that belongs to an issue; its bytes lie in the evidence store under `hash`. */
export const attachmentSchema = z.object({
  id: z.string(),
  issueId: z.string(),
  at: instantSchema,
  by: z.string(),
  name: z.string().min(1).max(200),
  type: z.string(),
  bytes: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  removedAt: instantSchema.nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const handoverKindSchema = z.enum(['up', 'down', 'sideways']);
export const handoverStateSchema = z.enum(['open', 'accepted', 'returned', 'withdrawn']);

/** An issue on its way from one unit to another. It stays where it is until the other one accepts. */
export const handoverSchema = z.object({
  id: z.string(),
  issueId: z.string(),
  kind: handoverKindSchema,
  state: handoverStateSchema,
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  /** By when the other one has to answer. */
  dueAt: instantSchema,
  at: instantSchema,
  by: z.string(),
  answeredAt: instantSchema.nullable(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** That one officer reads an issue now, so that no other one does; it runs out by itself. */
export interface IssueLease {
  issueId: string;
  holder: string;
  takenAt: number;
  untilAt: number;
}

export const noticeKindSchema = z.enum([
  'mention',
  'assigned',
  'nudge',
  'handover',
  'handover_answered',
  'handover_late',
  'merged',
]);

/** Told to one person inside the application; what was not read stands in their to-do list. */
export const personNoticeSchema = z.object({
  id: z.string(),
  userId: z.string(),
  at: instantSchema,
  readAt: instantSchema.nullable(),
  kind: noticeKindSchema,
  issueId: z.string(),
  /** In Indonesian, one sentence. */
  text: z.string(),
});
export type PersonNotice = z.infer<typeof personNoticeSchema>;
