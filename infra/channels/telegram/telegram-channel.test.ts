import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../shared/domain/recipient.ts';
import { contractMessage, describeChannelContract } from '../../../shared/ports/channel.contract.ts';
import { startLocalProvider } from '../local-provider.contract.ts';
import { createTelegramChannel } from './telegram-channel.ts';

const answers = {
  accept: [200, { ok: true, result: { message_id: 77 } }],
  busy: [429, { ok: false, description: 'Too Many Requests', parameters: { retry_after: 17 } }],
  refuse: [403, { ok: false, description: 'Forbidden: bot was blocked by the user' }],
  deny: [401, { ok: false, description: 'Unauthorized' }],
} satisfies Parameters<typeof startLocalProvider>[0];

const contact = contactSchema.parse({ channel: 'telegram', address: '-100123' });
/** What the app shows: tags read as tags, entities as signs. */
const shown = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

async function open() {
  const provider = await startLocalProvider(answers);
  const channel = createTelegramChannel({
    fetcher: provider.fetcher,
    token: '123:secret-token',
    now: provider.now,
    baseUrl: provider.origin,
  });
  return { provider, channel };
}

describeChannelContract({
  name: 'telegram',
  async create() {
    const { provider, channel } = await open();
    return {
      channel,
      contact,
      behave: provider.behave,
      arrived: async () =>
        provider.received.map(({ body }) => ({
          deliveryId: null,
          visible: shown(JSON.parse(body.toString()).text),
        })),
      destroy: provider.destroy,
    };
  },
});

describe('the Telegram channel', () => {
  const addressee = { deliveryId: 'd1', recipientId: 'r1', name: 'Humas', contact };

  it('sends a short bold head, the line and the link, and keeps the id of the message', async () => {
    const { provider, channel } = await open();
    expect(await channel.send(contractMessage(), addressee)).toEqual({ state: 'sent', providerId: '77' });
    const [{ path, body }] = provider.received as [(typeof provider.received)[0]];
    expect(path).toBe('/bot123:secret-token/sendMessage');
    expect(JSON.parse(body.toString())).toMatchObject({
      chat_id: '-100123',
      parse_mode: 'HTML',
      text: '<b>KRITIS – Kota Malang: Surat suara kurang</b>\n42 unggahan dalam satu jam.\nhttps://saring.example/isu/ISU-2024-000001',
    });
    await provider.destroy();
  });

  it('waits as long as Telegram asks for', async () => {
    const { provider, channel } = await open();
    provider.behave('busy');
    await expect(channel.send(contractMessage(), addressee)).rejects.toMatchObject({
      retryAt: provider.now() + 17_000,
      maybeSent: false,
    });
    await provider.destroy();
  });

  it('says that a message may have arrived when the answer is lost', async () => {
    const { provider, channel } = await open();
    for (const mood of ['hang', 'drop'] as const) {
      provider.behave(mood);
      await expect(channel.send(contractMessage(), addressee), mood).rejects.toMatchObject({
        maybeSent: true,
      });
    }
    await provider.destroy();
  });
});
