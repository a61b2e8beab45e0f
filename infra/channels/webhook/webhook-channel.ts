import { Webhook } from 'standardwebhooks';
import type { Message } from '../../../shared/domain/delivery.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { type Channel, Misconfigured, PermanentRefusal } from '../../../shared/ports/channel.ts';
import type { Fetcher, HttpFailure } from '../../../shared/ports/fetcher.ts';
import { callApi } from '../api-call.ts';

export interface WebhookOptions {
  fetcher: Fetcher;
  now(): number;
}

/** Chosen: a receiver's small server is not to be flooded; two may be doubled by a kill, and their id shows it. */
const limits = { perSecond: 20, atOnce: 2 };

const types: Record<Message['kind'], string> = {
  alert: 'alert.raised',
  digest: 'digest.ready',
  test: 'test.sent',
  reminder: 'report.due',
  issue: 'issue.changed',
  campaign: 'answer.spread',
};

/** Reminders say what they are about; those of reports are older and do not. */
const typeOf = ({ kind, data }: Message): string =>
  kind === 'reminder' && typeof data['about'] === 'string' ? `${data['about']}.due` : types[kind];

const payloadOf = (message: Message): string =>
  JSON.stringify({ type: typeOf(message), timestamp: toRfc3339(message.at), data: message.data });

/**
 * Posts JSON signed by Standard Webhooks. `webhook-id` is the delivery's id, so a receiver knows a double; while a
 * secret is being replaced the message carries a signature of each of the two.
 */
export function createWebhookChannel({ fetcher, now }: WebhookOptions): Channel {
  return {
    name: 'webhook',
    limits,
    async send(message, { contact, deliveryId }) {
      if (contact.secrets.length === 0)
        throw new Misconfigured('Webhook ini belum punya kunci tanda tangan.');
      const body = payloadOf(message);
      const signedAt = new Date(now());
      const signatures = contact.secrets.map((secret) =>
        new Webhook(secret).sign(deliveryId, signedAt, body),
      );
      const headers = {
        'content-type': 'application/json',
        'webhook-id': deliveryId,
        'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1_000)),
        'webhook-signature': signatures.join(' '),
      };
      await callApi(fetcher, { url: contact.address, headers, body }, { now, read });
      return { state: 'delivered', providerId: deliveryId };
    },
    close: async () => {},
  };
}

/** The receiver's own answer: a refusal there says nothing about our set-up. */
const read = ({ status }: HttpFailure): Error | null =>
  status < 500 && status !== 408 && status !== 429
    ? new PermanentRefusal(`Server penerima webhook menolak pesan (${status}).`)
    : null;
