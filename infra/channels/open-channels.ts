import type { Settings } from '../../shared/config/settings.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import type { Channel } from '../../shared/ports/channel.ts';
import type { Fetcher } from '../../shared/ports/fetcher.ts';
import type { Records } from '../../shared/ports/records.ts';
import { createSmtpChannel, type SmtpOptions } from './email/smtp-channel.ts';
import { createInAppChannel, type InAppNotice } from './in-app/in-app-channel.ts';
import { createTelegramChannel } from './telegram/telegram-channel.ts';
import { keepVapidKeys } from './web-push/vapid-keys.ts';
import { createWebPushChannel } from './web-push/web-push-channel.ts';
import { createWebhookChannel } from './webhook/webhook-channel.ts';
import { createWhatsappChannel } from './whatsapp/whatsapp-channel.ts';

export interface ChannelDeps {
  settings: Settings;
  records: Records;
  /** Its own, with a short pause and back-off: one person who blocked the bot must not silence it for the others. */
  fetcher: Fetcher;
  /** Draws the chart of an alert for mail programs. */
  drawPicture?: SmtpOptions['drawPicture'] | undefined;
  now(): number;
  /** Tells open pages that a message came. */
  tell(notice: InAppNotice): void;
}

/** The channels that the settings give what they need; one that is not here counts as not set up. */
export async function openChannels(deps: ChannelDeps): Promise<ReadonlyMap<ChannelName, Channel>> {
  const { settings, records, fetcher, now, tell, drawPicture } = deps;
  const { smtpUrl, mailFrom, telegramToken, whatsappToken, whatsappPhoneId, pushContact } = settings;
  const channels: Channel[] = [createInAppChannel(tell), createWebhookChannel({ fetcher, now })];
  if (smtpUrl && mailFrom)
    channels.push(
      createSmtpChannel({ url: smtpUrl, from: mailFrom, ...(drawPicture ? { drawPicture } : {}) }),
    );
  if (telegramToken) channels.push(createTelegramChannel({ fetcher, token: telegramToken, now }));
  if (whatsappToken && whatsappPhoneId)
    channels.push(
      createWhatsappChannel({
        fetcher,
        token: whatsappToken,
        phoneId: whatsappPhoneId,
        template: settings.whatsappTemplate,
        now,
      }),
    );
  if (pushContact)
    channels.push(
      createWebPushChannel({ fetcher, keys: await keepVapidKeys(records), contact: pushContact, now }),
    );
  return new Map(channels.map((channel) => [channel.name, channel]));
}
