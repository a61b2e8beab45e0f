import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../shared/domain/recipient.ts';
import { contractMessage, describeChannelContract } from '../../../shared/ports/channel.contract.ts';
import { Misconfigured, PermanentRefusal } from '../../../shared/ports/channel.ts';
import { startLocalProvider } from '../local-provider.contract.ts';
import { createWhatsappChannel } from './whatsapp-channel.ts';

const error = (code: number) => ({ error: { code, message: 'no' } });
const answers = {
  accept: [200, { messages: [{ id: 'wamid.1', message_status: 'accepted' }] }],
  busy: [400, error(131_056)],
  refuse: [400, error(131_026)],
  deny: [401, error(190)],
} satisfies Parameters<typeof startLocalProvider>[0];

const contact = contactSchema.parse({ channel: 'whatsapp', address: '6281200000000', optedInAt: 1 });

async function open(more: Partial<typeof answers> = {}) {
  const provider = await startLocalProvider({ ...answers, ...more });
  const channel = createWhatsappChannel({
    fetcher: provider.fetcher,
    token: 'secret-token-of-the-api',
    phoneId: '555',
    template: 'saring_peringatan',
    now: provider.now,
    baseUrl: provider.origin,
  });
  return { provider, channel };
}

const parametersOf = (body: Buffer): string[] =>
  JSON.parse(body.toString()).template.components[0].parameters.map((one: { text: string }) => one.text);

describeChannelContract({
  name: 'whatsapp',
  async create() {
    const { provider, channel } = await open();
    return {
      channel,
      contact,
      behave: provider.behave,
      arrived: async () =>
        provider.received.map(({ body }) => ({
          deliveryId: JSON.parse(body.toString()).biz_opaque_callback_data,
          visible: parametersOf(body).join('\n'),
        })),
      destroy: provider.destroy,
    };
  },
});

describe('the WhatsApp channel', () => {
  const addressee = { deliveryId: 'd1', recipientId: 'r1', name: 'Humas', contact };

  it('fills the template with three lines that hold neither markup nor breaks', async () => {
    const { provider, channel } = await open();
    const outcome = await channel.send(
      contractMessage({ subject: '*Tebal*\n_miring_ ~coret~ `kode`', short: '> kutipan\tdan     jarak' }),
      addressee,
    );
    expect(outcome).toEqual({ state: 'sent', providerId: 'wamid.1' });
    const [{ path, headers, body }] = provider.received as [(typeof provider.received)[0]];
    expect(path).toBe('/v23.0/555/messages');
    expect(headers.authorization).toBe('Bearer secret-token-of-the-api');
    expect(JSON.parse(body.toString())).toMatchObject({
      to: '6281200000000',
      type: 'template',
      template: { name: 'saring_peringatan', language: { code: 'id' } },
    });
    const [subject, short, link] = parametersOf(body);
    expect(`${subject}${short}`).not.toMatch(/[*_~`\n\t]| {4}|^>/);
    expect(short).toBe('› kutipan dan jarak');
    expect(link).toBe('https://saring.example/isu/ISU-2024-000001');
    await provider.destroy();
  });

  it('sends nothing to somebody who did not opt in', async () => {
    const { provider, channel } = await open();
    const stranger = { ...addressee, contact: { ...contact, optedInAt: null } };
    await expect(channel.send(contractMessage(), stranger)).rejects.toBeInstanceOf(PermanentRefusal);
    expect(provider.received).toEqual([]);
    await provider.destroy();
  });

  it('tells a template that is not approved as our own mistake', async () => {
    const { provider, channel } = await open({ refuse: [400, error(132_001)] as never });
    provider.behave('refuse');
    await expect(channel.send(contractMessage(), addressee)).rejects.toBeInstanceOf(Misconfigured);
    await provider.destroy();
  });
});
