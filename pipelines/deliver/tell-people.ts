import { type Delivery, deliveryId, type Message } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { openChannels, type Recipient } from '../../shared/domain/recipient.ts';
import type { Records } from '../../shared/ports/records.ts';
import { waiting } from './deliveries-for.ts';

/** Officers of one unit that are told of a duty. */
const mostPeople = 50;

/** Active people whose own unit this is. */
export async function officersOf(records: Pick<Records, 'recipients'>, unit: string): Promise<Recipient[]> {
  const people = await records.recipients.list({ scope: { unit }, limit: 1_000 });
  return people.filter((one) => one.active && one.unit === unit).slice(0, mostPeople);
}

/**
 * Puts one message that is no alert into the outbox of each of these people, by their own order of channels. A message
 * and person is put there once, however often it is asked for. Returns how many were new.
 */
export async function tellPeople(
  records: Pick<Records, 'deliveries'>,
  message: Message,
  people: readonly Recipient[],
  now: Instant,
): Promise<number> {
  const rows = people.flatMap((person): Delivery[] => {
    const [channel, ...laterChannels] = openChannels(person);
    if (channel === undefined) return [];
    return [
      {
        id: deliveryId(message.id, person.id),
        kind: message.kind,
        messageId: message.id,
        alertId: null,
        recipientId: person.id,
        unit: message.unit,
        level: message.level,
        escalatedFrom: null,
        channel,
        laterChannels,
        ...waiting(now),
      },
    ];
  });
  if (rows.length === 0) return 0;
  await records.deliveries.keepMessage(message);
  return records.deliveries.enqueue(rows);
}
