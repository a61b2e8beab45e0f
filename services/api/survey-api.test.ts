import { afterAll, describe, expect, it } from 'vitest';
import { ikmElements } from '../../pipelines/report/ikm/satisfaction-index.ts';
import { openTestApp } from './testing/open-test-app.ts';

const at = Date.UTC(2028, 1, 5, 3);

describe('surveys and activities through the API', async () => {
  const { app, queue, headers, close } = await openTestApp({ now: at });

  afterAll(close);

  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers,
      ...(payload ? { payload } : {}),
    });
  const begin = async (more: object = {}) =>
    (
      await call('POST', '/v1/surveys', {
        unit: '35.73',
        service: 'Layanan informasi publik',
        from: '2028-01-01T00:00:00+07:00',
        to: '2028-04-01T00:00:00+07:00',
        population: 500,
        ...more,
      })
    ).json().survey;
  const fill = (form: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const nine = (value: string) => Object.fromEntries(ikmElements.map((_, n) => [`u${n + 1}`, value]));

  it('takes a form once, without a token, and its suggestion into the item stream', async () => {
    const { id, form } = await begin();
    const page = await app.inject({ url: form });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('KPU Kota Malang');
    expect(page.body).not.toContain('<script');
    const ticket = /name="ticket" value="([^"]+)"/.exec(page.body)![1]!;
    const answer = { ...nine('3'), ticket, saran: 'Mohon ditambah kursi tunggu.' };
    expect((await fill(form, answer)).statusCode).toBe(200);
    expect((await fill(form, answer)).statusCode).toBe(200);
    expect((await fill(form, { ...nine('5'), ticket })).statusCode).toBe(400);
    expect((await fill(form, { ...answer, ticket: 'x' })).statusCode).toBe(400);
    expect((await fill(form, { ...answer, saran: 'x'.repeat(40_000) })).statusCode).toBe(413);
    const detail = (await call('GET', `/v1/surveys/${id}`)).json();
    expect([detail.respondents, detail.sampleSize, detail.result.index, detail.result.band]).toEqual([
      1,
      217,
      75,
      'C',
    ]);
    expect((await queue.counts())['enrich']).toMatchObject({ waiting: 1 });
  });

  it('closes with its span, and hides what it holds from strangers', async () => {
    const { id, form } = await begin({ to: '2028-02-01T00:00:00+07:00' });
    expect((await app.inject({ url: form })).statusCode).toBe(410);
    expect((await fill(form, { ...nine('4'), ticket: 'x'.repeat(36) })).statusCode).toBe(410);
    expect((await app.inject({ url: `/v1/surveys/${id}` })).statusCode).toBe(401);
    expect((await app.inject({ url: '/v1/public/surveys/none' })).statusCode).toBe(404);
  });

  it('takes a sheet, refuses rows by number, and the same sheet twice counts once', async () => {
    const { id } = await begin();
    const rows = [
      [...ikmElements.map((_, n) => `U${n + 1}`), 'Saran'],
      [...Array(9).fill('4'), 'Sudah baik'],
      [...Array(9).fill('2'), ''],
      [...Array(8).fill('2'), '7', ''],
    ];
    const taken = (await call('POST', `/v1/surveys/${id}/answers`, { rows })).json();
    expect(taken).toMatchObject({ added: 2, known: 0, suggestions: 1, refused: [{ row: 3 }] });
    expect((await call('POST', `/v1/surveys/${id}/answers`, { rows })).json()).toMatchObject({
      added: 0,
      known: 2,
    });
    const broken = await call('POST', `/v1/surveys/${id}/answers`, { rows: [['U1'], ['3']] });
    expect([broken.statusCode, broken.json().title]).toEqual([
      400,
      expect.stringContaining('Kolom tidak ditemukan'),
    ]);
  });

  it('logs activities with the checklist of their kind only', async () => {
    const activity = {
      unit: '35.73',
      kind: 'livestream',
      title: 'Debat publik',
      at: '2028-02-01T19:00:00+07:00',
      checklist: { cover: true, back_sound: false },
    };
    const added = await call('POST', '/v1/activities', activity);
    expect([added.statusCode, added.json().at]).toEqual([201, '2028-02-01T12:00:00.000Z']);
    expect((await call('POST', '/v1/activities', { ...activity, kind: 'release' })).statusCode).toBe(400);
    const url = `/v1/activities/${added.json().id}`;
    expect((await call('PUT', url, { ...activity, audience: 40 })).json().audience).toBe(40);
    const listed = (await call('GET', '/v1/activities?unit=35.73&kind=livestream')).json().activities;
    expect(listed).toHaveLength(1);
    const report = (await call('POST', '/v1/tiered-reports', { unit: '35.73', period: '2028-TW1' })).json();
    const value = (key: string) => report.figures.find((one: { key: string }) => one.key === key).value;
    expect([value('activity_livestream'), value('audience'), value('checklist')]).toEqual([1, 40, 50]);
    expect([value('ikm_respondents'), value('ikm'), value('aspirations')]).toEqual([3, 75, 2]);
    expect((await call('DELETE', url)).statusCode).toBe(204);
    expect((await call('GET', '/v1/activities?unit=35.73')).json().activities).toEqual([]);
  });
});
