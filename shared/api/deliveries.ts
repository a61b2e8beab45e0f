import { z } from 'zod';
import { attemptSchema, type Delivery, deliveryStateSchema, type Message } from '../domain/delivery.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { receiptOf, receiptSchema } from '../domain/receipt.ts';
import { contactSchema, type Recipient, recipientSchema } from '../domain/recipient.ts';
import { cursorSchema, listOf, momentSchema, timestampSchema } from './common.ts';

export const deliveryQuerySchema = z.object({
  alert: z.string().max(64).optional(),
  recipient: z.string().max(64).optional(),
  campaign: z.string().max(64).optional(),
  state: listOf(deliveryStateSchema).optional(),
  from: momentSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const apiReceiptSchema = receiptSchema
  .extend({
    at: timestampSchema,
    recipientName: z.string().nullable().describe('null for partners, and for who is in the list no longer'),
  })
  .meta({ id: 'Receipt' });
/** What one call sent. */
export const receiptsSchema = z.object({ receipts: z.array(apiReceiptSchema) });
export const receiptListSchema = receiptsSchema.extend({ nextCursor: z.string().nullable() });

const apiAttemptSchema = attemptSchema.extend({
  startedAt: timestampSchema,
  endedAt: timestampSchema.nullable(),
});
/** What was said, as plain text; a page that shows it escapes it. */
const apiMessageSchema = z.object({
  subject: z.string(),
  short: z.string(),
  text: z.string(),
  link: z.string(),
  level: z.string(),
});
export const deliveryDetailSchema = z.object({
  receipt: apiReceiptSchema,
  attempts: z.array(apiAttemptSchema),
  message: apiMessageSchema.nullable(),
});

export const toApiReceipt = (
  delivery: Delivery,
  recipientName: string | null = null,
): z.infer<typeof apiReceiptSchema> => {
  const receipt = receiptOf(delivery);
  return { ...receipt, at: toRfc3339(receipt.at), recipientName };
};

/** The link by which a person stops messages is theirs alone. */
const withoutKey = ({ text, data }: Message): string =>
  typeof data['optOut'] === 'string' ? text.replaceAll(data['optOut'], '…') : text;

export const toApiDelivery = (
  delivery: Delivery,
  message: Message | null,
): z.infer<typeof deliveryDetailSchema> => ({
  receipt: toApiReceipt(delivery),
  attempts: delivery.attempts.map((attempt) => ({
    ...attempt,
    startedAt: toRfc3339(attempt.startedAt),
    endedAt: attempt.endedAt === null ? null : toRfc3339(attempt.endedAt),
  })),
  message: message
    ? {
        subject: message.subject,
        short: message.short,
        text: withoutKey(message),
        link: message.link,
        level: message.level,
      }
    : null,
});

const stamp = (at: number | null): string | null => (at === null ? null : toRfc3339(at));
const momentOrNull = z.union([momentSchema, z.null()]).default(null);

/** Secrets are never shown, only how many are active. */
const apiContactSchema = z.object({
  channel: contactSchema.shape.channel,
  address: z.string(),
  secrets: z.number().int(),
  optedInAt: timestampSchema.nullable(),
  optedOutAt: timestampSchema.nullable(),
});
export const apiRecipientSchema = recipientSchema
  .extend({ contacts: z.array(apiContactSchema) })
  .meta({ id: 'Recipient' });
export const recipientListSchema = z.object({
  recipients: z.array(apiRecipientSchema),
  nextCursor: z.string().nullable(),
});
export const recipientQuerySchema = z.object({
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** As a person is written; a webhook's secrets may be left out, then those of the same address stay. */
export const recipientBodySchema = recipientSchema.omit({ id: true }).extend({
  contacts: z
    .array(
      z.object({
        channel: contactSchema.shape.channel,
        address: z.string().min(1).max(2_000),
        secrets: z.array(z.string()).max(2).optional(),
        optedInAt: momentOrNull,
        optedOutAt: momentOrNull,
      }),
    )
    .max(12),
});

export const toApiRecipient = (recipient: Recipient): z.infer<typeof apiRecipientSchema> => ({
  ...recipient,
  contacts: recipient.contacts.map(({ secrets, optedInAt, optedOutAt, ...contact }) => ({
    ...contact,
    secrets: secrets.length,
    optedInAt: stamp(optedInAt),
    optedOutAt: stamp(optedOutAt),
  })),
});
