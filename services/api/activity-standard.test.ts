import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asToken, openTestApp, type TestApp } from './testing/open-test-people.ts';

describe('output standards of an activity', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());

  it('are looked at rule by rule, with a link that proves it or a note that says what is missing', async () => {
    const stream = { unit: '35.73', kind: 'livestream', title: 'Siaran pleno', at: '2024-11-27T02:00:00Z' };
    const { id } = (await test.call('POST', '/v1/activities', asToken, stream)).body;
    const url = `/v1/activities/${id}/standard`;
    const fresh = (await test.call('GET', url)).body;
    expect([fresh.rules.map(({ key }: { key: string }) => key), fresh.looked]).toEqual([
      ['cover', 'back_sound', 'cover_lifted'],
      0,
    ]);
    const drafter = await test.as('drafter', '35.73');
    const put = (rule: string, body: object) => test.call('PUT', `${url}/${rule}`, drafter, body);
    expect((await put('cover', { met: true })).status).toBe(422);
    expect((await put('back_sound', { met: false })).status).toBe(422);
    expect((await put('organiser_first', { met: true, links: ['https://x.example'] })).status).toBe(404);
    expect((await put('cover', { met: true, links: ['javascript:alert(1)'] })).status).toBe(400);
    await put('cover', { met: true, links: ['https://bukti.example/sampul.png'] });
    const { body } = await put('back_sound', { met: false, note: 'Musik terlalu keras.' });
    expect([body.looked, body.met, body.rules[0].links]).toEqual([
      2,
      1,
      ['https://bukti.example/sampul.png'],
    ]);
    expect((await put('cover', { met: null })).body).toMatchObject({ looked: 1, met: 0 });
    expect((await test.call('GET', url, await test.as('drafter', '35.78'))).status).toBe(404);
    expect((await test.call('PUT', `${url}/cover`, await test.as('reader'), { met: null })).status).toBe(403);
    const actions = (await test.records.audit.of(id, 20)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'activity.standard')).toHaveLength(3);
  });

  it('are the same for photos of every kind of event', async () => {
    const event = { unit: '35.73', kind: 'event', title: 'Sosialisasi di pasar', at: '2024-11-27T02:00:00Z' };
    const { id } = (await test.call('POST', '/v1/activities', asToken, event)).body;
    const { rules } = (await test.call('GET', `/v1/activities/${id}/standard`)).body;
    expect(rules.map(({ key }: { key: string }) => key)).toEqual(['sharp', 'rundown', 'nothing_sensitive']);
  });
});
