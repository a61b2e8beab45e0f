import { z } from 'zod';
import { hashId } from './ids.ts';
import { instantSchema } from './instant.ts';
import { channelNameSchema } from './recipient.ts';
import { levelSchema } from './risk.ts';

export const deliveryKindSchema = z.enum(['alert', 'digest', 'test', 'reminder', 'issue', 'campaign']);

/**
 * What is told, in the forms that channels choose from. All of it is plain text with markup unescaped, except `html`,
 * which is a whole page with everything escaped.
 */
export const messageSchema = z.object({
  id: z.string(),
  kind: deliveryKindSchema,
  alertId: z.string().nullable(),
  issueId: z.string().nullable(),
  unit: z.string(),
  level: levelSchema,
  at: instantSchema,
  subject: z.string(),
  /** One line of at most 160 characters, without the link. */
  short: z.string(),
  text: z.string(),
  html: z.string(),
  /** A picture of what is told, and in words what it shows; null where nothing is counted. */
  chart: z
    .object({ svg: z.string(), alt: z.string(), width: z.number(), height: z.number() })
    .nullable()
    .default(null),
  /** Opens the issue, or the feed. */
  link: z.string(),
  /** The same as fields, for programs. */
  data: z.record(z.string(), z.unknown()),
});
export type Message = z.infer<typeof messageSchema>;

export const attemptOutcomeSchema = z.enum([
  /** Begun; the process has not told yet how it ended. */
  'open',
  'sent',
  'delivered',
  'temporary',
  'refused',
  'misconfigured',
  /** Ended without anybody knowing whether it arrived: a second one may make a double. */
  'unknown',
]);

/** One try on one channel. */
export const attemptSchema = z.object({
  number: z.number().int().positive(),
  channel: channelNameSchema,
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  outcome: attemptOutcomeSchema,
  reason: z.string().nullable(),
  providerId: z.string().nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const deliveryStateSchema = z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** One message to one person: the row of the outbox, and afterwards the proof of what became of it. */
export const deliverySchema = z.object({
  id: z.string(),
  kind: deliveryKindSchema,
  /** Of the message; it is written when the first channel is tried. */
  messageId: z.string(),
  alertId: z.string().nullable(),
  /** The campaign whose answer this spreads. */
  campaignId: z.string().optional(),
  recipientId: z.string(),
  unit: z.string(),
  level: levelSchema,
  /** The unit that has nobody to tell, when this went to the one above it. */
  escalatedFrom: z.string().nullable(),
  channel: channelNameSchema,
  /** Tried after `channel`, in order. */
  laterChannels: z.array(channelNameSchema),
  state: deliveryStateSchema,
  createdAt: instantSchema,
  /** Not before this moment. */
  dueAt: instantSchema,
  /** While `sending`: taken for crashed after this. */
  leaseUntil: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  /** Why it failed or waits, in Indonesian. */
  reason: z.string().nullable(),
  providerId: z.string().nullable(),
  attempts: z.array(attemptSchema),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** The same alert is never put twice into one person's outbox. */
export const deliveryId = (subject: string, recipientId: string): string =>
  hashId(`delivery ${subject} ${recipientId}`);

/** The message of an alert; one that had to be escalated says so and is another. */
export const alertMessageId = (alertId: string, escalatedFrom: string | null): string =>
  hashId(`message ${alertId} ${escalatedFrom ?? ''}`);

/** How often this message may have arrived once too often: tries of unknown end that others followed. */
export const possibleDoubles = ({ attempts }: Delivery): number =>
  attempts.filter((attempt, index) => attempt.outcome === 'unknown' && index < attempts.length - 1).length;
