import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPicture } from '../../infra/render/draw-picture.ts';
import { buildAlert } from '../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { openTestApp } from './testing/open-test-app.ts';

describe('the API of alerts, clocks and the calendar', async () => {
  const { app, records, index, clock, headers, close } = await openTestApp({
    drawPicture: async (picture) => drawPicture(picture),
  });
  const item = buildIndexedItem({ nativeId: 'a', text: 'Suratnya habis', issueId: 'issue-001', linkedAt: 1 });

  beforeAll(async () => {
    await records.issues.put([buildIssue(1, { title: 'Surat suara <b>kurang</b>' })]);
    await records.stories.put([
      {
        id: 's1',
        issueId: 'issue-001',
        title: 'Warga mengeluh',
        firstAt: 1,
        lastAt: 2,
        unique: 3,
        items: 12,
      },
    ]);
    await index.put([item]);
    await records.alerts.put([
      buildAlert({ at: clock.now(), storyIds: ['s1'], firstItemId: item.id }),
      buildAlert({ id: 'alert-2', at: clock.now(), rule: 'clock_at_risk', counts: [] }),
    ]);
  });
  afterAll(close);

  const call = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers,
      ...(payload ? { payload } : {}),
    });

  it('is read page by page, each alert once', async () => {
    const first = (await call('GET', '/v1/alerts?limit=1')).json();
    expect(first.alerts.map(({ id }: { id: string }) => id)).toEqual(['alert-1']);
    const next = `/v1/alerts?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`;
    const second = (await call('GET', next)).json();
    expect(second.alerts.map(({ id }: { id: string }) => id)).toEqual(['alert-2']);
    expect((await call('GET', '/v1/alerts?cursor=apa%20saja')).statusCode).toBe(400);
    expect((await call('GET', '/v1/alerts')).json().nextCursor).toBeNull();
  });

  it('shows an alert with its stories, first item, link and chart', async () => {
    const { alert, stories, firstItem, link, chart } = (await call('GET', '/v1/alerts/alert-1')).json();
    expect(alert).toMatchObject({
      observed: 42,
      baseline: 3,
      factor: 14,
      platforms: { x: 30, facebook: 12 },
    });
    expect([stories[0].title, firstItem.text, link]).toEqual([
      'Warga mengeluh',
      'Suratnya habis',
      '/isu/ISU-2024-000001',
    ]);
    const svg = await call('GET', chart);
    expect(svg.headers['content-type']).toContain('image/svg+xml');
    expect(svg.body).toContain('&lt;b&gt;kurang');
    expect(svg.body).not.toContain('<b>');
    const png = await call('GET', chart.replace('.svg', '.png'));
    expect(png.headers['content-type']).toBe('image/png');
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect((await call('GET', '/v1/alerts/alert-2/chart.svg')).statusCode).toBe(404);
    expect((await call('GET', '/v1/alerts/none')).statusCode).toBe(404);
  });

  it('takes one click for a false alarm, heeds it in the budget, audits it, and takes it back', async () => {
    const budget = async () => {
      const { budgets } = (await call('GET', '/v1/alert-budgets')).json();
      return budgets.find(({ unit }: { unit: string }) => unit === '35.73');
    };
    expect(await budget()).toMatchObject({ pushes: 1, falseAlarms: 0, spent: false, thresholdFactor: 1 });
    await records.alerts.put([buildAlert({ id: 'alert-3', at: clock.now(), falseAlarm: true })]);
    expect((await call('POST', '/v1/alerts/alert-1/false-alarm', {})).json()).toMatchObject({
      falseAlarm: true,
    });
    expect(await budget()).toMatchObject({ pushes: 2, falseAlarms: 2, spent: true, thresholdFactor: 1.5 });
    await call('POST', '/v1/alerts/alert-1/false-alarm', { falseAlarm: false, reason: 'salah tekan' });
    expect(await budget()).toMatchObject({ falseAlarms: 1, thresholdFactor: 1 });
    expect((await records.audit.of('alert-1', 10)).map(({ action }) => action).sort()).toEqual([
      'alert.false_alarm',
      'alert.right_after_all',
    ]);
  });

  it('runs, marks, pauses for a reason and resumes a response clock', async () => {
    const url = '/v1/issues/ISU-2024-000001/clock';
    const at = clock.now();
    await records.clocks.put([
      {
        issueId: 'issue-001',
        unit: '35.73',
        level: 'rendah',
        startedAt: at,
        levelAt: at,
        doneAt: {},
        pauses: [],
        told: [],
      },
    ]);
    const before = (await call('GET', url)).json();
    expect(before).toMatchObject({ issue: 'ISU-2024-000001', zone: 'Asia/Jakarta', pauses: [] });
    expect(before.targets[0]).toMatchObject({ step: 'triage', name: 'pemilahan', doneAt: null });
    expect((await call('POST', `${url}/pause`, {})).statusCode).toBe(400);
    const paused = (await call('POST', `${url}/pause`, { reason: 'menunggu data provinsi' })).json();
    expect(paused.targets[0]).toMatchObject({ state: 'paused', dueAt: null });
    expect((await call('POST', `${url}/pause`, { reason: 'lagi' })).statusCode).toBe(409);
    const resumed = (await call('POST', `${url}/resume`)).json();
    expect(resumed.pauses).toHaveLength(1);
    const done = (await call('POST', `${url}/done`, { step: 'triage' })).json();
    expect(done.targets[0].state).toBe('met');
    expect((await records.clocks.many(['issue-001']))[0]).toMatchObject({ doneAt: { triage: at } });
    expect((await records.audit.of('issue-001', 10)).map(({ action }) => action)).toContain('clock.pause');
    expect((await call('GET', '/v1/issues/ISU-2024-999999/clock')).statusCode).toBe(404);
  });

  it('keeps own elections and stages, and refuses days that cannot be', async () => {
    const revote = {
      name: 'Pemungutan suara ulang Kabupaten Contoh',
      units: ['19.01'],
      votingDay: '2027-03-10',
      plenaryDay: '2027-03-15',
      stages: [{ name: 'Debat publik', from: '2027-03-01', to: '2027-03-01', expected: 2 }],
    };
    const kept = (await call('PUT', '/v1/calendar/psu-contoh', revote)).json();
    expect(kept.elections.at(-1)).toMatchObject({ id: 'psu-contoh', own: true, checked: false });
    const refused = async (over: object) =>
      (await call('PUT', '/v1/calendar/psu-contoh', { ...revote, ...over })).statusCode;
    expect(await refused({ plenaryDay: '2027-03-01' })).toBe(400);
    expect(await refused({ units: ['99.99'] })).toBe(400);
    expect(await refused({ votingDay: '2027-02-31x' })).toBe(400);
    const left = (await call('DELETE', '/v1/calendar/psu-contoh')).json();
    expect(left.elections.every(({ own }: { own: boolean }) => !own)).toBe(true);
  });

  it('shows every weight and lets it be set, with defaults for the rest', async () => {
    const before = (await call('GET', '/v1/watch-settings')).json();
    expect(before.spike.minimumCount).toEqual({ regency: 5, province: 10, national: 30 });
    const set = await call('PUT', '/v1/watch-settings', { spike: { busyZ: 6 } });
    expect(set.json()).toMatchObject({ spike: { busyZ: 6, busyStableZ: 3.5 }, alerts: { mergeHours: 24 } });
    expect((await call('GET', '/v1/watch-settings')).json().spike.busyZ).toBe(6);
    expect((await call('PUT', '/v1/watch-settings', { spike: { busyZ: -1 } })).statusCode).toBe(400);
  });

  it('keeps the impact that a person set, with the reason, until it is given back', async () => {
    const url = '/v1/issues/ISU-2024-000001/impact';
    const set = await call('PUT', url, { impact: 5, reason: 'ancaman terhadap petugas' });
    expect(set.json().personImpact).toMatchObject({ value: 5, reason: 'ancaman terhadap petugas' });
    expect((await records.state.get('watch.touched')) as object).toMatchObject({ issueIds: ['issue-001'] });
    expect((await records.audit.of('issue-001', 10)).map(({ action }) => action)).toContain('issue.impact');
    expect((await call('PUT', url, { impact: null, reason: 'kembali ke aturan' })).json().personImpact).toBe(
      null,
    );
    for (const body of [
      { impact: 6, reason: 'terlalu besar' },
      { impact: 3 },
      { impact: 2.5, reason: 'separuh' },
    ])
      expect((await call('PUT', url, body)).statusCode).toBe(400);
    expect(
      (await call('PUT', '/v1/issues/ISU-2024-999999/impact', { impact: 3, reason: 'tidak ada' })).statusCode,
    ).toBe(404);
  });
});
