import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../shared/domain/recipient.ts';
import { contractMessage, describeChannelContract } from '../../../shared/ports/channel.contract.ts';
import { PermanentRefusal } from '../../../shared/ports/channel.ts';
import { createContractClock } from '../../../shared/ports/fetcher.contract.ts';
import { createUndiciFetcher } from '../../http/undici/undici-fetcher.ts';
import { startLocalProvider } from '../local-provider.contract.ts';
import { createWebhookChannel } from './webhook-channel.ts';

const secret = (seed: number): string => `whsec_${Buffer.alloc(32, seed).toString('base64')}`;
const answers = {
  accept: [204, null],
  busy: [503, {}],
  refuse: [410, {}],
  deny: [401, {}],
} satisfies Parameters<typeof startLocalProvider>[0];

async function open(secrets = [secret(1)]) {
  const provider = await startLocalProvider(answers);
  // signatures carry the machine's time, since receivers compare it with theirs
  const channel = createWebhookChannel({ fetcher: provider.fetcher, now: Date.now });
  const contact = contactSchema.parse({ channel: 'webhook', address: `${provider.origin}/kait`, secrets });
  const addressee = { deliveryId: 'd1', recipientId: 'r1', name: 'Sistem', contact };
  return { provider, channel, contact, addressee };
}

describeChannelContract({
  name: 'webhook',
  async create() {
    const { provider, channel, contact } = await open();
    return {
      channel,
      contact,
      behave: provider.behave,
      arrived: async () =>
        provider.received.map(({ headers, body }) => ({
          deliveryId: String(headers['webhook-id']),
          visible: Object.values(JSON.parse(body.toString()).data).map(String).join(' ') + body.toString(),
        })),
      destroy: provider.destroy,
    };
  },
  without: { deny: 'a receiver that wants other credentials refuses us; our own set-up has none' },
});

describe('the webhook channel', () => {
  it('signs so that either of two active secrets verifies it, and no other', async () => {
    const { provider, channel, addressee } = await open([secret(2), secret(1)]);
    expect(await channel.send(contractMessage(), addressee)).toEqual({
      state: 'delivered',
      providerId: 'd1',
    });
    const [{ headers, body }] = provider.received as [(typeof provider.received)[0]];
    for (const one of [secret(1), secret(2)])
      expect(new Webhook(one).verify(body, headers as Record<string, string>)).toMatchObject({
        type: 'alert.raised',
        timestamp: '2024-11-27T01:00:00.000Z',
        data: { alert: { id: 'a1' } },
      });
    expect(() => new Webhook(secret(3)).verify(body, headers as Record<string, string>)).toThrow();
    await provider.destroy();
  });

  it('refuses private addresses in every form, and tells nothing of them', async () => {
    const clock = createContractClock();
    const fetcher = createUndiciFetcher({
      clock,
      sleep: (ms) => clock.sleep(ms),
      contact: 'https://example.org/kontak',
      resolve: async () => [{ address: '10.1.2.3', family: 4 }],
    });
    const channel = createWebhookChannel({ fetcher, now: Date.now });
    for (const address of [
      'http://127.0.0.1/kait',
      'http://[::1]/kait',
      'http://169.254.169.254/latest/meta-data',
      'http://2130706433/',
      'http://dalam.example/kait',
      'https://192.168.1.1:8443/kait',
    ]) {
      const contact = contactSchema.parse({ channel: 'webhook', address, secrets: [secret(1)] });
      const sent = channel.send(contractMessage(), {
        deliveryId: 'd1',
        recipientId: 'r1',
        name: 'Sistem',
        contact,
      });
      await expect(sent, address).rejects.toBeInstanceOf(PermanentRefusal);
    }
    await fetcher.close();
  });

  it('has no secret that signs nothing', () => {
    const bare = { channel: 'webhook', address: 'https://luar.example/kait' };
    expect(contactSchema.safeParse(bare).success).toBe(false);
    expect(contactSchema.safeParse({ ...bare, secrets: ['pendek'] }).success).toBe(false);
    expect(contactSchema.safeParse({ ...bare, secrets: [secret(1), secret(2), secret(3)] }).success).toBe(
      false,
    );
  });
});
