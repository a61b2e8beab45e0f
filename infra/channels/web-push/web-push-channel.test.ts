import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../shared/domain/recipient.ts';
import { contractMessage, describeChannelContract } from '../../../shared/ports/channel.contract.ts';
import { PermanentRefusal } from '../../../shared/ports/channel.ts';
import { createRecords } from '../../records/create-records.ts';
import { createSqliteDialect } from '../../records/sqlite-dialect.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { openLocalPush } from './local-push.contract.ts';
import { keepVapidKeys } from './vapid-keys.ts';

describeChannelContract({
  name: 'web_push',
  async create() {
    const { provider, channel, contact, decrypt } = await openLocalPush();
    return {
      channel,
      contact,
      behave: provider.behave,
      arrived: async () =>
        provider.received.map(({ body }) => {
          const { tag, title, body: text } = decrypt(body);
          return { deliveryId: tag, visible: `${title}\n${text}` };
        }),
      destroy: provider.destroy,
    };
  },
});

describe('the web push channel', () => {
  it('encrypts for the browser, signs by VAPID, and lets a double replace the first', async () => {
    const { provider, channel, contact, decrypt } = await openLocalPush();
    await channel.send(contractMessage(), {
      deliveryId: 'a'.repeat(32),
      recipientId: 'r1',
      name: 'Humas',
      contact,
    });
    const [{ headers, body }] = provider.received as [(typeof provider.received)[0]];
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      urgency: 'high',
      topic: 'a'.repeat(32),
      ttl: '43200',
    });
    expect(headers.authorization).toMatch(/^vapid t=\S+, k=\S+$/);
    expect(body.includes('Surat suara')).toBe(false);
    expect(decrypt(body)).toMatchObject({
      title: 'KRITIS – Kota Malang: Surat suara kurang',
      url: 'https://saring.example/isu/ISU-2024-000001',
      tag: 'a'.repeat(32),
    });
    await provider.destroy();
  });

  it('refuses a subscription with keys that are none', async () => {
    const { provider, channel } = await openLocalPush();
    const address = JSON.stringify({ endpoint: provider.origin, keys: { p256dh: 'AAAA', auth: 'BBBB' } });
    const contact = contactSchema.parse({ channel: 'web_push', address });
    await expect(
      channel.send(contractMessage(), { deliveryId: 'd', recipientId: 'r', name: 'n', contact }),
    ).rejects.toBeInstanceOf(PermanentRefusal);
    await provider.destroy();
  });

  it('makes its keys once', async () => {
    const sqlite = openSqlite(':memory:');
    const { records, close } = await createRecords(createSqliteDialect(sqlite));
    const [first, second] = await Promise.all([keepVapidKeys(records), keepVapidKeys(records)]);
    expect(second).toEqual(first);
    expect(await keepVapidKeys(records)).toEqual(first);
    await close();
    sqlite.close();
  });
});
