import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRecipient } from '../../../shared/testing/build-delivery.ts';
import { openTestApp, type TestApp } from '../testing/open-test-people.ts';

const secret = 'a-secret-of-the-app';
const phone = '6281200000000';
const sign = (body: string, by = secret): string =>
  `sha256=${createHmac('sha256', by).update(body).digest('hex')}`;

describe('replayed webhooks', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp({ whatsappSecret: secret });
    await test.records.recipients.put(
      buildRecipient({ contacts: [{ channel: 'whatsapp', address: phone, optedInAt: 1_000 }] }),
    );
  });
  afterAll(() => test.close());
  const bodyOf = (word: string, seconds: number): string =>
    JSON.stringify({
      entry: [
        {
          changes: [
            { value: { messages: [{ from: phone, timestamp: String(seconds), text: { body: word } }] } },
          ],
        },
      ],
    });
  const post = async (body: string, signature = sign(body)): Promise<number> =>
    (
      await test.call(
        'POST',
        '/v1/hooks/whatsapp',
        { headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature } },
        body,
      )
    ).status;
  const wishes = async () => {
    const { optedInAt, optedOutAt } = (await test.records.recipients.get('humas-malang'))!.contacts[0]!;
    return [optedInAt, optedOutAt];
  };

  it('refuses what is not signed over these very bytes', async () => {
    const body = bodyOf('berhenti', 1_732_669_000);
    const other = bodyOf('mulai', 1_732_669_000);
    const forged = [
      '',
      'sha256=',
      'sha256=00',
      sign(body, 'another'),
      sign(other),
      sign(body).toUpperCase(),
      sign(body).slice(0, -1),
      `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
    ];
    for (const signature of forged)
      expect([signature, await post(body, signature)]).toEqual([signature, 401]);
    expect(await wishes()).toEqual([1_000, null]);
    console.info(`replayed webhooks, forged: ${forged.length} of ${forged.length} refused`);
  });

  it('changes nothing when an old wish is told again', async () => {
    const [stop, start, again] = [
      bodyOf('berhenti', 2_000),
      bodyOf('mulai', 3_000),
      bodyOf('berhenti', 4_000),
    ];
    for (const body of [stop, start, again]) expect(await post(body)).toBe(200);
    expect(await wishes()).toEqual([3_000_000, 4_000_000]);
    for (const body of [start, stop, start, stop]) await post(body);
    expect(await wishes()).toEqual([3_000_000, 4_000_000]);
    expect(await test.records.dissemination.optOuts.at('whatsapp', phone)).toBe(4_000_000);
    console.info('replayed webhooks, wishes: 4 of 4 replays changed nothing');
  });

  it('survives a signed body that is no JSON or of another shape', async () => {
    for (const body of ['', '{', 'null', '[]', '{"entry":"x"}', '{"entry":[{"changes":[{}]}]}'])
      expect([body, (await post(body)) < 500]).toEqual([body, true]);
  });
});
