import { createHmac } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { enqueueDeliveries } from '../../pipelines/deliver/enqueue-deliveries.ts';
import { afterSuccess } from '../../pipelines/deliver/retry-plan.ts';
import { zoneOf } from '../../shared/areas/units.ts';
import { deliveryId } from '../../shared/domain/delivery.ts';
import { buildAlert } from '../../shared/testing/build-delivery.ts';
import { verifyTokenOf } from './routes/whatsapp-hook.ts';
import { openTestApp } from './testing/open-test-app.ts';

const secret = 'an-app-secret-for-tests';
const whsec = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

describe('the API of deliveries', async () => {
  const { app, records, clock, headers, close } = await openTestApp({
    scope: { unit: '35' },
    whatsappSecret: secret,
  });
  const id = deliveryId('alert-1', 'humas');

  afterAll(close);

  const call = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers,
      ...(payload ? { payload } : {}),
    });
  const person = {
    name: 'Petugas Humas',
    unit: '35.73',
    units: ['35.73'],
    quiet: { from: '22:00', to: '05:00' },
    contacts: [
      { channel: 'whatsapp', address: '6281200000000', optedInAt: '2024-11-01T00:00:00Z' },
      { channel: 'webhook', address: 'https://luar.example/kait', secrets: [whsec] },
    ],
  };

  it('keeps a person without ever showing a secret, and audits without addresses', async () => {
    const put = await call('PUT', '/v1/recipients/humas', person);
    expect(put.statusCode).toBe(200);
    expect(put.json()).toMatchObject({ id: 'humas', sensitivity: 'sedang', digest: true });
    expect(put.json().contacts[1]).toMatchObject({ secrets: 1 });
    const { secrets: _secrets, ...webhook } = person.contacts[1] as { secrets: string[] };
    const again = await call('PUT', '/v1/recipients/humas', {
      ...person,
      contacts: [person.contacts[0], webhook],
    });
    expect(again.json().contacts[1]).toMatchObject({ secrets: 1 });
    const list = await call('GET', '/v1/recipients');
    expect(list.json().recipients).toHaveLength(1);
    expect(list.body).not.toContain('whsec_');
    const audit = JSON.stringify(await records.audit.of('humas', 10));
    expect(audit).toContain('recipient.put');
    expect(audit).not.toMatch(/62812|luar\.example|Petugas/);
  });

  it('refuses addresses that are none and units outside the scope', async () => {
    const bad = await call('PUT', '/v1/recipients/a', {
      ...person,
      contacts: [{ channel: 'email', address: 'x' }],
    });
    expect(bad.statusCode).toBe(400);
    expect(bad.json().title).toContain('address');
    expect((await call('PUT', '/v1/recipients/a', { ...person, units: ['73.71'] })).statusCode).toBe(403);
    expect(
      (await call('PUT', '/v1/recipients/a', { ...person, quiet: { from: '25:00', to: '05:00' } }))
        .statusCode,
    ).toBe(400);
  });

  it('shows receipts, every try, and takes that a message was read', async () => {
    const alert = buildAlert({ issueId: null });
    await records.alerts.put([alert]);
    await enqueueDeliveries(records, [alert], { now: clock.now(), zoneOf });
    const take = { channel: 'whatsapp' as const, now: clock.now(), limit: 1, leaseMs: 1_000 };
    const [claimed] = await records.deliveries.claim(take);
    await records.deliveries.settle(
      afterSuccess(claimed!, { state: 'sent', providerId: 'wamid.1' }, clock.now()),
    );
    const { receipts } = (await call('GET', '/v1/deliveries?alert=alert-1&state=sent')).json();
    expect(receipts).toMatchObject([
      { deliveryId: id, state: 'sent', channel: 'whatsapp', at: '2024-11-27T01:00:00.000Z' },
    ]);
    const detail = (await call('GET', `/v1/deliveries/${id}`)).json();
    expect(detail).toMatchObject({ attempts: [{ number: 1, outcome: 'sent' }], message: null });
    expect((await call('GET', `/v1/deliveries/${'0'.repeat(32)}`)).statusCode).toBe(404);
    expect((await app.inject({ url: '/v1/deliveries' })).statusCode).toBe(401);
  });

  const report = (payload: object, signature?: string) => {
    const body = JSON.stringify({ entry: [{ changes: [{ value: payload }] }] });
    const signed = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    return app.inject({
      method: 'POST',
      url: '/v1/hooks/whatsapp',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? signed },
      payload: body,
    });
  };

  it('takes WhatsApp’s reports, signed ones only', async () => {
    const delivered = {
      statuses: [{ id: 'wamid.1', status: 'delivered', timestamp: '1732669300' }, { strange: true }],
    };
    expect((await report(delivered, 'sha256=00')).statusCode).toBe(401);
    expect((await records.deliveries.get(id))?.state).toBe('sent');
    expect((await report(delivered)).statusCode).toBe(200);
    expect((await records.deliveries.get(id))?.state).toBe('delivered');
    expect((await call('POST', `/v1/deliveries/${id}/read`)).json().state).toBe('read');
    await report({ statuses: [{ id: 'wamid.1', status: 'sent', timestamp: '1732669301' }] });
    expect((await records.deliveries.get(id))?.state).toBe('read');
  });

  it('obeys "berhenti", and only when that is the whole message', async () => {
    const say = (body: string) =>
      report({ messages: [{ from: '6281200000000', timestamp: '1732669400', text: { body } }] });
    const wanted = async () => (await records.recipients.get('humas'))!.contacts[0]!.optedOutAt;
    await say('jangan berhenti');
    expect(await wanted()).toBeNull();
    await say('Berhenti.');
    expect(await wanted()).toBe(1_732_669_400_000);
  });

  it('answers the question by which WhatsApp checks the address', async () => {
    const ask = (verify: string) =>
      app.inject({
        url: `/v1/hooks/whatsapp?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${verify}`,
      });
    expect((await ask(verifyTokenOf(secret))).body).toBe('42');
    expect((await ask(secret)).statusCode).toBe(401);
  });

  it('rotates the secret of a webhook: shown once, the one before it good for a while, never listed', async () => {
    await call('PUT', '/v1/recipients/humas', person);
    const rotate = (address: string) => call('POST', '/v1/recipients/humas/webhook-secret', { address });
    const { secret, active } = (await rotate('https://luar.example/kait')).json();
    expect(active).toBe(2);
    const contacts = (await records.recipients.get('humas'))!.contacts;
    expect(contacts.find(({ channel }) => channel === 'webhook')!.secrets).toEqual([secret, whsec]);
    const again = (await rotate('https://luar.example/kait')).json();
    expect(again.secret).not.toBe(secret);
    expect((await call('GET', '/v1/recipients')).body).not.toContain('whsec_');
    expect(JSON.stringify(await records.audit.of('humas', 20))).not.toContain('whsec_');
    expect((await rotate('https://lain.example/')).statusCode).toBe(404);
  });

  it('erases a person with every address', async () => {
    expect((await call('DELETE', '/v1/recipients/humas')).statusCode).toBe(204);
    expect((await call('DELETE', '/v1/recipients/humas')).statusCode).toBe(404);
    expect(await records.recipients.byAddress('whatsapp', '6281200000000')).toEqual([]);
  });
});
