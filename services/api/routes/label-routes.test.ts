import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { openTestApp } from '../testing/open-test-app.ts';

const reason = 'Mesin salah baca sindiran';

describe('labels over the API', async () => {
  const { app, index, headers, close } = await openTestApp({
    readModel: async (path) => readFileSync(new URL(`../../../models/${path}`, import.meta.url)),
  });
  const unsure = {
    value: 'neutral' as const,
    confidence: 0.4,
    words: [],
    by: 'machine' as const,
    needsReview: true,
  };
  const first = buildIndexedItem({
    nativeId: 'a',
    text: 'Mantap KPU, antre lima jam',
    labels: buildLabels({ tone: unsure }),
  });
  const second = buildIndexedItem({ nativeId: 'b', text: 'TPS buka pukul tujuh' });

  beforeAll(async () => {
    await index.put([first, second]);
  });
  afterAll(close);
  const get = async (url: string) => (await app.inject({ url, headers })).json();
  const label = (payload: object, id = first.id) =>
    app.inject({ method: 'POST', url: `/v1/items/${id}/labels`, payload, headers });

  it('asks for unsure items, and not again once they are labelled', async () => {
    const before = await get('/v1/labelling?limit=1');
    expect(before.items.map((one: { item: { nativeId: string } }) => one.item.nativeId)).toEqual(['a']);
    const answer = (
      await label({ values: { tone: 'negative', criticism: true }, by: 'petugas 1', reason })
    ).json();
    expect(answer.label).toMatchObject({
      by: 'petugas 1',
      reason,
      said: { tone: 'neutral', toneConfidence: 0.4 },
    });
    expect(answer.item.labels.tone).toMatchObject({ value: 'negative', by: 'person' });
    const after = await get('/v1/labelling');
    expect(after.items.map((one: { item: { nativeId: string } }) => one.item.nativeId)).toEqual(['b']);
    expect((await get(`/v1/items?tone=negative`)).total).toBe(1);
  });

  it('refuses what contradicts itself, names no place, or has no reason', async () => {
    const wrong = [
      { values: { tone: 'unrelated', target: true }, reason },
      { values: {}, reason },
      { values: { tone: 'negative' } },
      { values: { areas: ['99.99'] }, reason },
    ];
    for (const payload of wrong) expect((await label(payload)).statusCode, JSON.stringify(payload)).toBe(400);
    expect((await label({ values: { tone: 'negative' }, reason }, '0'.repeat(32))).statusCode).toBe(404);
  });

  it('reports quality: gold, people by month with their kappa, drift', async () => {
    await label({ values: { tone: 'neutral' }, by: 'petugas 2', reason });
    expect((await get(`/v1/items/${first.id}/labels`)).labels).toHaveLength(2);
    const report = await get('/v1/quality');
    expect(report.gold.n).toBeGreaterThan(300);
    expect(report.gold.figures.toneMacroF1.value).toBeGreaterThan(0.65);
    expect(report.gold.calibration.bins.length).toBeGreaterThan(2);
    expect(report.people).toMatchObject({ labels: 2, items: 1, persons: 2, disputed: 1 });
    expect(report.people.kappa.tone).toMatchObject({ pairs: 1, kappa: 0 });
    expect(report.people.months[0]).toMatchObject({ month: '2024-11', report: { n: 1 } });
    expect(report.drift.items).toBe(2);
    expect(report.model.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
