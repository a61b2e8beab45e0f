import { z } from 'zod';
import type { Instant } from '../../shared/domain/instant.ts';
import type { DeliveryReport } from './apply-report.ts';

/** What WhatsApp's webhook tells: news of messages, and persons who want no (or again) messages. */
export interface WhatsappNews {
  reports: (DeliveryReport & { providerId: string })[];
  consents: { address: string; wanted: boolean; at: Instant }[];
}

const seconds = z.coerce.number().int().positive();
const statusSchema = z.object({
  id: z.string(),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: seconds,
  errors: z.array(z.object({ code: z.number(), title: z.string().default('') })).optional(),
});
const messageSchema = z.object({
  from: z.string(),
  timestamp: seconds,
  text: z.object({ body: z.string() }).optional(),
  button: z.object({ text: z.string() }).optional(),
});
const payloadSchema = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({
            statuses: z.array(z.unknown()).default([]),
            messages: z.array(z.unknown()).default([]),
          }),
        }),
      ),
    }),
  ),
});

/** Whole messages only: "jangan berhenti" is no wish to stop. */
const stopWords = new Set(['berhenti', 'stop', 'keluar']);
const startWords = new Set(['mulai', 'start', 'ikut']);

/** Reads one call of the webhook; parts that do not fit are passed over, since WhatsApp adds kinds of news at will. */
export function readWhatsappNews(payload: unknown): WhatsappNews {
  const news: WhatsappNews = { reports: [], consents: [] };
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return news;
  const values = parsed.data.entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  for (const one of values.flatMap(({ statuses }) => statuses)) {
    const status = statusSchema.safeParse(one).data;
    if (!status) continue;
    const [error] = status.errors ?? [];
    const reason = error ? `WhatsApp: ${error.title} (kode ${error.code})` : null;
    news.reports.push({ providerId: status.id, state: status.status, at: status.timestamp * 1_000, reason });
  }
  for (const one of values.flatMap(({ messages }) => messages)) {
    const message = messageSchema.safeParse(one).data;
    const word = (message?.text?.body ?? message?.button?.text ?? '')
      .trim()
      .toLowerCase()
      .replace(/[.!]+$/, '');
    if (!message || !(stopWords.has(word) || startWords.has(word))) continue;
    news.consents.push({
      address: message.from,
      wanted: startWords.has(word),
      at: message.timestamp * 1_000,
    });
  }
  return news;
}
