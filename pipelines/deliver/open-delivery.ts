import { unitName, zoneOf } from '../../shared/areas/units.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Channel } from '../../shared/ports/channel.ts';
import type { Installation } from '../../shared/ports/installation.ts';
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

/** What sending needs, out of an installation and its channels. */
export function openDelivery(parts: DeliveryParts): DeliverDeps {
  const { records, index, clock, channels, baseUrl, settings = defaultDeliverySettings } = parts;
  return {
    records,
    channels,
    clock,
    settings,
    pace: createPace(),
    messageOf: (delivery) => messageOf(delivery, { records, index, baseUrl, zoneOf, unitName }),
    recipientOf: async (id) => (id === desk.id ? desk : records.recipients.get(id)),
    async failed({ alertId }) {
      if (alertId === null) return;
      await records.transaction(async (inner) => {
        const alert = await inner.alerts.get(alertId, nationalScope);
        if (alert) await escalateUnreached(inner, alert, { now: clock.now(), zoneOf });
      });
    },
  };
}
