import { z } from 'zod';
import type { Message } from '../../../shared/domain/delivery.ts';
import {
  type Channel,
  Misconfigured,
  PermanentRefusal,
  TemporaryFailure,
} from '../../../shared/ports/channel.ts';
import type { Fetcher, HttpFailure } from '../../../shared/ports/fetcher.ts';
import { callApi, readJson, retryMoment } from '../api-call.ts';

export interface TelegramOptions {
  fetcher: Fetcher;
  /** The bot's token; it is part of the address, so no address is ever logged. */
  token: string;
  now(): number;
  baseUrl?: string;
}

/** Telegram lets a bot send about 30 messages a second over all chats; some room is left for people's questions. */
const limits = { perSecond: 20, atOnce: 1 };

const answerSchema = z.object({ result: z.object({ message_id: z.number() }) });
const refusalSchema = z.object({
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

/** Telegram's HTML mode knows these three as markup. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const textOf = ({ subject, short, link }: Message): string =>
  `<b>${escapeHtml(subject)}</b>\n${escapeHtml(short)}\n${escapeHtml(link)}`;

/** Messages by a Telegram bot. Telegram knows no idempotency key: a retry after a lost answer may make a double. */
export function createTelegramChannel({
  fetcher,
  token,
  now,
  baseUrl = 'https://api.telegram.org',
}: TelegramOptions): Channel {
  const read = (failure: HttpFailure): Error | null => refusalOf(failure, now());
  return {
    name: 'telegram',
    limits,
    async send(message, { contact }) {
      const body = JSON.stringify({
        chat_id: contact.address,
        text: textOf(message),
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      });
      const call = {
        url: `${baseUrl}/bot${token}/sendMessage`,
        headers: { 'content-type': 'application/json' },
        body,
      };
      const answer = answerSchema.safeParse(readJson((await callApi(fetcher, call, { now, read })).body));
      return { state: 'sent', providerId: answer.success ? String(answer.data.result.message_id) : null };
    },
    close: async () => {},
  };
}

function refusalOf({ status, bodyStart }: HttpFailure, now: number): Error | null {
  const refusal = refusalSchema.safeParse(readJson(bodyStart)).data;
  if (status === 429)
    return new TemporaryFailure('Telegram meminta jeda karena terlalu banyak pesan.', {
      retryAt: retryMoment(refusal?.parameters?.retry_after ?? null, now),
    });
  if (status === 401 || status === 404)
    return new Misconfigured('Telegram tidak mengenali token bot; periksa pengaturannya.');
  if (status === 403)
    return new PermanentRefusal('Penerima memblokir bot Telegram atau belum memulai percakapan dengannya.');
  if (status === 400)
    return new PermanentRefusal(`Telegram menolak pesan: ${refusal?.description || 'tanpa alasan'}`);
  return null;
}
