import { type Delivery, deliveryId } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { type ChannelName, openChannels, type Recipient } from '../../shared/domain/recipient.ts';
import type { Records } from '../../shared/ports/records.ts';
import { waiting } from './deliveries-for.ts';

/** Between two tests of one recipient. Chosen: enough to look at the phone, too long to be a nuisance by. */
export const testEveryMs = 60_000;
/** Receipts of one recipient among which the last test is looked for. */
const recent = 50;

/** When the next test of a recipient may be sent; null when it may be now. */
export async function testAllowedAt(
  { deliveries }: Pick<Records, 'deliveries'>,
  recipient: Recipient,
  now: Instant,
): Promise<Instant | null> {
  const scope = { unit: recipient.unit };
  const made = await deliveries.list({ scope, recipientId: recipient.id, limit: recent });
  const last = Math.max(0, ...made.filter(({ kind }) => kind === 'test').map(({ createdAt }) => createdAt));
  return last + testEveryMs > now ? last + testEveryMs : null;
}

/** One test by one channel, without a second channel behind it: what is asked is whether this one works. */
export const testDelivery = (
  recipient: Pick<Recipient, 'id' | 'unit'>,
  channel: ChannelName,
  messageId: string,
  now: Instant,
): Delivery => ({
  id: deliveryId(`test ${messageId}`, recipient.id),
  kind: 'test',
  messageId,
  alertId: null,
  recipientId: recipient.id,
  unit: recipient.unit,
  level: 'rendah',
  escalatedFrom: null,
  channel,
  laterChannels: [],
  ...waiting(now),
});

/**
 * Puts one test for each open channel of a recipient into the outbox. Quiet hours do not hold it back, since somebody
 * asks for it now.
 * @returns the rows; none when no channel is open
 */
export async function enqueueTest(
  { deliveries }: Pick<Records, 'deliveries'>,
  recipient: Recipient,
  id: string,
  now: Instant,
): Promise<Delivery[]> {
  const rows = openChannels(recipient).map((channel) =>
    testDelivery(recipient, channel, `${id} ${channel}`, now),
  );
  if (rows.length > 0) await deliveries.enqueue(rows);
  return rows;
}
