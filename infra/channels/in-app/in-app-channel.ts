import type { Channel } from '../../../shared/ports/channel.ts';

/** Told to whoever has the application open; the text is read from the records by its id. */
export interface InAppNotice {
  deliveryId: string;
  recipientId: string;
  unit: string;
}

/** Nothing leaves the machine, so there is nobody to spare. */
const limits = { perSecond: 1_000, atOnce: 20 };

/**
 * The application itself: the message lies in the person's inbox from the moment it is recorded, and open pages are
 * told. Whether it was read, the page reports.
 */
export function createInAppChannel(tell: (notice: InAppNotice) => void): Channel {
  return {
    name: 'in_app',
    limits,
    async send(message, { deliveryId, recipientId }) {
      tell({ deliveryId, recipientId, unit: message.unit });
      return { state: 'delivered', providerId: null };
    },
    close: async () => {},
  };
}
