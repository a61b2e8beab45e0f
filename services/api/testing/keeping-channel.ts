import type { Message } from '../../../shared/domain/delivery.ts';
import type { ChannelName } from '../../../shared/domain/recipient.ts';
import type { Addressee, Channel } from '../../../shared/ports/channel.ts';

export interface Kept {
  message: Message;
  to: Addressee;
}

/** What would have gone out on a channel, kept. */
export function keepingChannel(name: ChannelName, sent: Kept[]): Channel {
  return {
    name,
    limits: { perSecond: 1_000, atOnce: 50 },
    send: async (message, to) => {
      sent.push({ message, to });
      return { state: 'sent', providerId: `${name}-${sent.length}` };
    },
    close: async () => {},
  };
}
