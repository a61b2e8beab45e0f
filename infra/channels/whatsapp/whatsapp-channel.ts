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

export interface WhatsappOptions {
  fetcher: Fetcher;
  token: string;
  phoneId: string;
  /** An approved template of the category "utility" in Indonesian with three body parameters: subject, text, link. */
  template: string;
  now(): number;
  baseUrl?: string;
}

/** The Cloud API takes 80 messages a second of a number; a quarter of it leaves room for the unit's other uses. */
const limits = { perSecond: 20, atOnce: 1 };

const answerSchema = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });
const refusalSchema = z.object({ error: z.object({ code: z.number(), message: z.string().default('') }) });

const lookalikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * A parameter may hold no line break, tab or run of spaces, and WhatsApp reads `*_~` and back-ticks as markup: they
 * become look-alikes without a meaning.
 */
const parameter = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[*_~`]/g, (sign) => lookalikes[sign]!)
    .replace(/^>/, '›')
    .trim()
    .slice(0, 700) || '-';

const bodyOf = (message: Message, to: string, template: string, deliveryId: string): string =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    type: 'template',
    template: {
      name: template,
      language: { code: 'id' },
      components: [
        {
          type: 'body',
          parameters: [parameter(message.subject), parameter(message.short), message.link].map((text) => ({
            type: 'text',
            text,
          })),
        },
      ],
    },
    biz_opaque_callback_data: deliveryId,
  });

/**
 * Template messages by the WhatsApp Cloud API to persons who opted in. It knows no idempotency key; its reports carry
 * the delivery's id back, so that a double is seen.
 */
export function createWhatsappChannel(options: WhatsappOptions): Channel {
  const { fetcher, token, phoneId, template, now, baseUrl = 'https://graph.facebook.com' } = options;
  const read = (failure: HttpFailure): Error | null => refusalOf(failure, now());
  return {
    name: 'whatsapp',
    limits,
    async send(message, { contact, deliveryId }) {
      if (contact.optedInAt === null)
        throw new PermanentRefusal('Penerima belum menyetujui pesan WhatsApp (opt-in).');
      const call = {
        url: `${baseUrl}/v23.0/${phoneId}/messages`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: bodyOf(message, contact.address, template, deliveryId),
      };
      const answer = answerSchema.safeParse(readJson((await callApi(fetcher, call, { now, read })).body));
      return { state: 'sent', providerId: answer.success ? answer.data.messages[0]!.id : null };
    },
    close: async () => {},
  };
}

/** Codes of the Cloud API's error reference: rate limits; the account, token, permission or template. */
const rateCodes = new Set([4, 80007, 130429, 131048, 131056]);
const setUpCodes = new Set([3, 10, 190, 200, 368, 131005, 131031, 131042, 133010]);

function refusalOf({ status, bodyStart, retryAfter }: HttpFailure, now: number): Error | null {
  const code = refusalSchema.safeParse(readJson(bodyStart)).data?.error.code ?? null;
  if (code === null) return null;
  if (rateCodes.has(code))
    return new TemporaryFailure('WhatsApp meminta jeda karena terlalu banyak pesan.', {
      retryAt: retryMoment(retryAfter, now),
    });
  if (setUpCodes.has(code) || (code >= 132_000 && code < 133_000))
    return new Misconfigured(`Akun, token atau templat WhatsApp perlu diperiksa (kode ${code}).`);
  if (status >= 500) return null;
  return new PermanentRefusal(`WhatsApp tidak dapat mengirim ke nomor ini (kode ${code}).`);
}
