import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../pipelines/deliver/deliver-due.ts';
import { openDelivery } from '../../pipelines/deliver/open-delivery.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';
import { type Entered, enterAs } from './testing/enter-as.ts';
import { type Kept, keepingChannel } from './testing/keeping-channel.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const subscription = (n: number) => ({
  endpoint: `https://push.example/${n}`,
  keys: { p256dh: `key-${n}`, auth: `auth-${n}` },
});

describe('a test to a recipient', () => {
  let api: TestApp;
  let admin: Entered;
  beforeEach(async () => {
    api = await openTestApp();
    admin = await enterAs(api, 'admin', 'administrator', '35');
    await admin.call('PUT', '/v1/recipients/humas', {
      name: 'Petugas Humas',
      unit: '35.73',
      units: ['35.73'],
      quiet: { from: '00:00', to: '23:59' },
      contacts: [
        { channel: 'email', address: 'humas@kpu.example' },
        { channel: 'telegram', address: '12345' },
        { channel: 'whatsapp', address: '6281200000000' },
      ],
    });
  });
  afterEach(() => api.close());

  it('goes by each open way through the outbox, in quiet hours too, and is on record without addresses', async () => {
    const { status, body } = await admin.call('POST', '/v1/recipients/humas/test');
    expect(status).toBe(202);
    // WhatsApp was never asked for by this person.
    expect(body.receipts.map(({ channel }: { channel: string }) => channel)).toEqual(['email', 'telegram']);
    const sent: Kept[] = [];
    const channels = new Map(
      (['email', 'telegram'] as const).map((name): [ChannelName, ReturnType<typeof keepingChannel>] => [
        name,
        keepingChannel(name, sent),
      ]),
    );
    const deps = openDelivery({ ...api, channels, baseUrl: 'https://saring.example' });
    for (const name of ['email', 'telegram'] as const) await deliverDue(deps, name);
    expect(sent).toHaveLength(2);
    expect(sent[0]!.message.text).toContain('Saluran ini berfungsi');
    expect(sent[0]!.message.link).toBe('https://saring.example/peringatan');
    const after = await admin.call('GET', '/v1/deliveries?recipient=humas');
    expect(
      after.body.receipts.map(({ kind, state }: { kind: string; state: string }) => [kind, state]),
    ).toEqual([
      ['test', 'sent'],
      ['test', 'sent'],
    ]);
    const audit = JSON.stringify(await api.records.audit.of('humas', 10));
    expect(audit).toContain('recipient.test');
    expect(audit).not.toContain('humas@kpu.example');
  });

  it('is refused within a minute, to who has no way open, to others and outside the unit', async () => {
    await admin.call('POST', '/v1/recipients/humas/test');
    expect((await admin.call('POST', '/v1/recipients/humas/test')).status).toBe(429);
    api.clock.advance(60_000);
    expect((await admin.call('POST', '/v1/recipients/humas/test')).status).toBe(202);
    const none = { name: 'Tanpa jalur', unit: '35', units: ['35'], contacts: [] };
    await admin.call('PUT', '/v1/recipients/tanpa-jalur', none);
    expect((await admin.call('POST', '/v1/recipients/tanpa-jalur/test')).status).toBe(422);
    const analyst = await enterAs(api, 'analis', 'analyst', '35');
    expect((await analyst.call('POST', '/v1/recipients/humas/test')).status).toBe(403);
    const elsewhere = await enterAs(api, 'jabar', 'administrator', '32');
    expect((await elsewhere.call('POST', '/v1/recipients/humas/test')).status).toBe(404);
  });
});

describe('notifications in one’s own browser', () => {
  let api: TestApp;
  let analyst: Entered;
  beforeEach(async () => {
    api = await openTestApp();
    await api.records.state.put('push.vapid', { publicKey: 'public', privateKey: 'private' });
    analyst = await enterAs(api, 'analis', 'analyst', '35.73');
  });
  afterEach(() => api.close());

  it('are turned on and off by anybody for themselves, each browser once', async () => {
    expect((await analyst.call('GET', '/v1/me/push')).body).toEqual({ publicKey: 'public', browsers: [] });
    await analyst.call('PUT', '/v1/me/push', { subscription: subscription(1) });
    await analyst.call('PUT', '/v1/me/push', { subscription: subscription(1) });
    const { body } = await analyst.call('PUT', '/v1/me/push', { subscription: subscription(2) });
    expect(body.browsers).toEqual(['https://push.example/1', 'https://push.example/2']);
    expect(await api.records.recipients.get('orang-analis')).toMatchObject({
      unit: '35.73',
      units: ['35.73'],
      levels: ['tinggi', 'kritis'],
    });
    const test = await analyst.call('POST', '/v1/me/push/test');
    expect([test.status, test.body.receipts[0].channel]).toEqual([202, 'web_push']);
    const left = await analyst.call('DELETE', '/v1/me/push?endpoint=https%3A%2F%2Fpush.example%2F1');
    expect(left.body.browsers).toEqual(['https://push.example/2']);
    await analyst.call('DELETE', '/v1/me/push');
    expect(await api.records.recipients.get('orang-analis')).toBeNull();
    expect((await analyst.call('POST', '/v1/me/push/test')).status).toBe(422);
  });

  it('keep the six newest browsers, refuse what is no subscription, and write no address into the audit', async () => {
    for (let n = 1; n <= 8; n += 1)
      await analyst.call('PUT', '/v1/me/push', { subscription: subscription(n) });
    const { body } = await analyst.call('GET', '/v1/me/push');
    expect(body.browsers).toEqual([3, 4, 5, 6, 7, 8].map((n) => `https://push.example/${n}`));
    const wrong = [
      { endpoint: 'javascript:alert(1)', keys: subscription(1).keys },
      { endpoint: 'https://a.example' },
    ];
    for (const one of wrong)
      expect((await analyst.call('PUT', '/v1/me/push', { subscription: one })).status).toBe(400);
    expect(JSON.stringify(await api.records.audit.of('orang-analis', 20))).not.toContain('push.example');
  });
});
