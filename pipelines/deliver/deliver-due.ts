import type { Delivery, Message } from '../../shared/domain/delivery.ts';
import {
  type ChannelName,
  type Contact,
  openContact,
  type Recipient,
} from '../../shared/domain/recipient.ts';
import { type Channel, Misconfigured, PermanentRefusal } from '../../shared/ports/channel.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Pace } from './pace.ts';
import { afterFailure, afterSuccess, expired, failureOf } from './retry-plan.ts';
import type { DeliverySettings } from './settings.ts';

export interface DeliverDeps {
  records: Records;
  /** Those that are set up; a delivery for another goes on to its next channel. */
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: Clock;
  pace: Pace;
  settings: DeliverySettings;
  /** The message of a delivery; null when what it tells of is gone. */
  messageOf(delivery: Delivery): Promise<Message | null>;
  /** Whom it is for; null when that person is gone. */
  recipientOf(id: string): Promise<Recipient | null>;
  /** Told of what has failed for good, and at every failed try of what has been waiting for long. */
  unreached(delivery: Delivery): Promise<void>;
}

export interface DeliverResult {
  sent: number;
  /** Waiting for a later try or another channel. */
  postponed: number;
  failed: number;
  /** Stopped by the channel's rate, with more still due. */
  paced: boolean;
}

/** Whether the owner of an address said stop, wherever it is kept; a later consent to this contact opens it again. */
export async function saidStop(
  { dissemination: { optOuts } }: Pick<Records, 'dissemination'>,
  { channel, address, optedInAt }: Contact,
): Promise<boolean> {
  if (channel === 'in_app') return false;
  const stoppedAt = await optOuts.at(channel, address);
  return stoppedAt !== null && (optedInAt === null || optedInAt <= stoppedAt);
}

export interface DeliverOptions {
  signal?: AbortSignal;
  /** Just this delivery. */
  only?: string;
}

/** Channels that are not set up have nothing to spare. */
const absent = { perSecond: 1_000, atOnce: 20 };

/**
 * Sends what is due on one channel until nothing is, the channel's rate is used up or `signal` aborts. Each message is
 * claimed before it is sent and settled after it, so few are in doubt when the process dies: at most the channel's
 * `atOnce`.
 */
export async function deliverDue(
  deps: DeliverDeps,
  channelName: ChannelName,
  { signal, only }: DeliverOptions = {},
): Promise<DeliverResult> {
  const { records, clock, pace, settings } = deps;
  const { perSecond, atOnce } = deps.channels.get(channelName)?.limits ?? absent;
  const result: DeliverResult = { sent: 0, postponed: 0, failed: 0, paced: false };
  while (!signal?.aborted) {
    const now = clock.now();
    const limit = pace.take(channelName, perSecond, atOnce, now);
    if (limit === 0) return { ...result, paced: true };
    const claimed = await records.deliveries.claim({
      channel: channelName,
      now,
      limit,
      leaseMs: settings.leaseMs,
      ...(only === undefined ? {} : { id: only }),
    });
    pace.giveBack(channelName, limit - claimed.length);
    if (claimed.length === 0) return result;
    for (const settled of await Promise.all(claimed.map((delivery) => deliverOne(deps, delivery)))) {
      if (settled.state === 'failed') result.failed += 1;
      else if (settled.state === 'queued') result.postponed += 1;
      else result.sent += 1;
    }
  }
  return result;
}

async function deliverOne(deps: DeliverDeps, delivery: Delivery): Promise<Delivery> {
  const { records, clock, settings } = deps;
  const settled = await attempt(deps, delivery);
  // Somebody else took it over while we were slow: what they write holds, and the double stands in the attempts.
  if (!(await records.deliveries.settle(settled))) return settled;
  const waitedMs = clock.now() - delivery.createdAt;
  const isLate = settled.state === 'queued' && waitedMs >= settings.escalateAfterMs;
  // what is too old is no news for anybody else either
  if ((settled.state === 'failed' || isLate) && waitedMs <= settings.expiresMs) await deps.unreached(settled);
  return settled;

  async function attempt({ messageOf, recipientOf }: DeliverDeps, claimed: Delivery): Promise<Delivery> {
    if (clock.now() - claimed.createdAt > settings.expiresMs) return expired(claimed, clock.now());
    try {
      const [recipient, message] = [await recipientOf(claimed.recipientId), await messageOf(claimed)];
      if (message === null) return expired(claimed, clock.now());
      const outcome = await send(deps, claimed, recipient, message);
      return afterSuccess(claimed, outcome, clock.now());
    } catch (error) {
      return afterFailure(claimed, failureOf(error), clock.now(), settings);
    }
  }
}

/** Asks for the person's consent again, and whether the address said stop by another way: it may have been since. */
async function send(deps: DeliverDeps, delivery: Delivery, recipient: Recipient | null, message: Message) {
  if (!recipient?.active) throw new PermanentRefusal('Penerima sudah tidak aktif.');
  const contact = openContact(recipient, delivery.channel);
  if (!contact) throw new PermanentRefusal('Penerima tidak (lagi) menerima pesan lewat saluran ini.');
  if (await saidStop(deps.records, contact))
    throw new PermanentRefusal('Pemilik alamat ini sudah meminta tidak dikirimi pesan lagi.');
  const channel = deps.channels.get(delivery.channel);
  if (!channel) throw new Misconfigured('Saluran ini belum disiapkan pada instalasi ini.');
  return channel.send(message, {
    deliveryId: delivery.id,
    recipientId: recipient.id,
    name: recipient.name,
    contact,
  });
}
