import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { Message } from '../../shared/domain/delivery.ts';
import type { ChannelName, Recipient } from '../../shared/domain/recipient.ts';
import { personIdOf, recipientOfPerson } from '../../shared/domain/stakeholder.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { type Channel, PermanentRefusal } from '../../shared/ports/channel.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Records } from '../../shared/ports/records.ts';
import { campaignHolds } from '../disseminate/start-campaign.ts';
import type { DeliverDeps } from './deliver-due.ts';
import { desk } from './desk.ts';
import { escalateUnreached } from './enqueue-deliveries.ts';
import { messageOf } from './message-of.ts';
import { createPace } from './pace.ts';
import { type DeliverySettings, defaultDeliverySettings } from './settings.ts';

export interface DeliveryParts extends Pick<Installation, 'records' | 'index' | 'clock'> {
  channels: ReadonlyMap<ChannelName, Channel>;
  /** Where people open the application. */
  baseUrl: string;
  settings?: DeliverySettings;
}

/** Messages that are kept in memory: one of 10,000 recipients is then read once. */
const rememberedMessages = 50;

/** A message never changes once it is kept, so it may be remembered. */
function rememberMessages(read: DeliverDeps['messageOf']): DeliverDeps['messageOf'] {
  const known = new Map<string, Message>();
  return async (delivery) => {
    const found = known.get(delivery.messageId);
    if (found) return found;
    const message = await read(delivery);
    if (message === null) return null;
    if (known.size >= rememberedMessages) known.delete(known.keys().next().value ?? '');
    known.set(message.id, message);
    return message;
  };
}

/** Whom an id means: the desk, a person of the book of stakeholders, or an officer; null when they are gone. */
async function recipientOf(records: Records, id: string): Promise<Recipient | null> {
  if (id === desk.id) return desk;
  const personId = personIdOf(id);
  if (personId === null) return records.recipients.get(id);
  const stakeholder = await records.dissemination.stakeholders.ofPerson(personId);
  return stakeholder && recipientOfPerson(stakeholder, personId);
}

/** What sending needs, out of an installation and its channels. */
export function openDelivery(parts: DeliveryParts): DeliverDeps {
  const { records, index, clock, channels, baseUrl, settings = defaultDeliverySettings } = parts;
  const remembered = rememberMessages((delivery) =>
    messageOf(delivery, { records, index, baseUrl, zoneOf, unitName }),
  );
  return {
    records,
    channels,
    clock,
    settings,
    pace: createPace(),
    async messageOf(delivery) {
      const { campaignId } = delivery;
      if (campaignId !== undefined && !(await campaignHolds(records, campaignId, clock.now())))
        throw new PermanentRefusal('Klarifikasi ini ditarik, perlu ditinjau, atau penyebarannya dihentikan.');
      return remembered(delivery);
    },
    recipientOf: (id) => recipientOf(records, id),
    async unreached({ alertId }) {
      if (alertId === null) return;
      await records.transaction(async (inner) => {
        const alert = await inner.alerts.get(alertId, nationalScope);
        if (alert) await escalateUnreached(inner, alert, { now: clock.now(), zoneOf });
      });
    },
  };
}
