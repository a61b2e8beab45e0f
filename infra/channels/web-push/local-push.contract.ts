import webpush from 'web-push';
import { contactSchema } from '../../../shared/domain/recipient.ts';
import { startLocalProvider } from '../local-provider.contract.ts';
import { openLocalBrowser } from './local-browser.contract.ts';
import { createWebPushChannel } from './web-push-channel.ts';

const answers = {
  accept: [201, {}],
  busy: [429, {}],
  refuse: [410, {}],
  deny: [403, {}],
} satisfies Parameters<typeof startLocalProvider>[0];

/** The channel, the push service that it sends to, and the browser that reads what came. */
export async function openLocalPush() {
  const provider = await startLocalProvider(answers);
  const browser = openLocalBrowser();
  const channel = createWebPushChannel({
    fetcher: provider.fetcher,
    keys: webpush.generateVAPIDKeys(),
    contact: 'mailto:saring@kpu.example',
    now: provider.now,
  });
  const address = browser.subscription(`${provider.origin}/push/1`);
  return {
    provider,
    channel,
    decrypt: browser.decrypt,
    contact: contactSchema.parse({ channel: 'web_push', address }),
  };
}
