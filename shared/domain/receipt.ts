import { z } from 'zod';
import { type Delivery, deliveryKindSchema, possibleDoubles } from './delivery.ts';
import { instantSchema } from './instant.ts';
import { channelNameSchema } from './recipient.ts';

/** What a person who asks "did it arrive?" is told. */
export const receiptSchema = z.object({
  deliveryId: z.string(),
  kind: deliveryKindSchema,
  alertId: z.string().nullable(),
  recipientId: z.string(),
  unit: z.string(),
  escalatedFrom: z.string().nullable(),
  channel: channelNameSchema,
  /** `sent`: the provider took it. `delivered` and `read` only where the channel tells. */
  state: z.enum(['queued', 'sent', 'delivered', 'read', 'failed']),
  at: instantSchema,
  reason: z.string().nullable(),
  tries: z.number().int(),
  /** Times it may have arrived once too often, after a crash or a lost answer. */
  possibleDoubles: z.number().int(),
  providerId: z.string().nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const receiptOf = (delivery: Delivery): Receipt => ({
  deliveryId: delivery.id,
  kind: delivery.kind,
  alertId: delivery.alertId,
  recipientId: delivery.recipientId,
  unit: delivery.unit,
  escalatedFrom: delivery.escalatedFrom,
  channel: delivery.channel,
  state: delivery.state === 'sending' ? 'queued' : delivery.state,
  at: delivery.finishedAt ?? delivery.attempts.at(-1)?.startedAt ?? delivery.createdAt,
  reason: delivery.reason,
  tries: delivery.attempts.length,
  possibleDoubles: possibleDoubles(delivery),
  providerId: delivery.providerId,
});
