import webpush, { type RequestDetails } from 'web-push';
import type { Message } from '../../../shared/domain/delivery.ts';
import { pushSubscriptionSchema } from '../../../shared/domain/recipient.ts';
import { type Channel, Misconfigured, PermanentRefusal } from '../../../shared/ports/channel.ts';
import type { Fetcher, HttpFailure } from '../../../shared/ports/fetcher.ts';
import { callApi, readJson } from '../api-call.ts';
import type { VapidKeys } from './vapid-keys.ts';

export interface WebPushOptions {
  fetcher: Fetcher;
  keys: VapidKeys;
  /** `mailto:` or `https:`; RFC 8292 wants a way to reach the sender. */
  contact: string;
  now(): number;
}

/** Browser makers name no figure; so many a second reach a whole province in a few seconds. */
const limits = { perSecond: 50, atOnce: 4 };
/** An alert that nobody saw within half a day is in the digest by then. */
const keptSeconds = 12 * 3_600;

/** Plain text: the browser shows it as such. The tag makes a double replace the first on the screen. */
const payloadOf = ({ subject, short, link, level }: Message, deliveryId: string): string =>
  JSON.stringify({ title: subject, body: short, url: link, level, tag: deliveryId });

/**
 * Web push (RFC 8030, 8291, 8292), encrypted here and sent through the Fetcher, since a subscription's address comes
 * from outside. The topic makes the push service replace a double that has not been shown yet.
 */
export function createWebPushChannel({ fetcher, keys, contact, now }: WebPushOptions): Channel {
  return {
    name: 'web_push',
    limits,
    async send(message, addressee) {
      const details = encrypt(message, addressee.contact.address, addressee.deliveryId, { keys, contact });
      const { 'Content-Length': _length, ...headers } = details.headers;
      const call = { url: details.endpoint, headers: asStrings(headers), body: details.body! };
      await callApi(fetcher, call, { now, read });
      return { state: 'sent', providerId: null };
    },
    close: async () => {},
  };
}

function encrypt(
  message: Message,
  address: string,
  deliveryId: string,
  { keys, contact }: Pick<WebPushOptions, 'keys' | 'contact'>,
): RequestDetails {
  const subscription = pushSubscriptionSchema.safeParse(readJson(address));
  if (!subscription.success)
    throw new PermanentRefusal('Langganan notifikasi peramban ini tidak dapat dibaca.');
  try {
    return webpush.generateRequestDetails(subscription.data, payloadOf(message, deliveryId), {
      vapidDetails: { subject: contact, ...keys },
      TTL: keptSeconds,
      urgency: message.level === 'kritis' ? 'high' : 'normal',
      topic: deliveryId,
    });
  } catch {
    throw new PermanentRefusal('Langganan notifikasi peramban ini tidak sah.');
  }
}

const asStrings = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function read({ status }: HttpFailure): Error | null {
  if (status === 404 || status === 410)
    return new PermanentRefusal('Peramban ini sudah berhenti berlangganan notifikasi.');
  if (status === 401 || status === 403)
    return new Misconfigured('Layanan notifikasi menolak kunci VAPID instalasi ini.');
  return null;
}
