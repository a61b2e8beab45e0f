import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReportFiles } from '../../infra/render/create-report-files.ts';
import { parseReport } from '../../pipelines/report/check/parse-report.ts';
import { runReport } from '../../pipelines/report/run/run-report.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { openTestApp } from './testing/open-test-app.ts';

const at = Date.UTC(2028, 3, 5, 3);
const place = (code: string) => [{ code, from: 'text' as const, words: [] }];

describe('reports through the API', async () => {
  const files = createReportFiles();
  const { app, records, index, clock, token, close } = await openTestApp({ now: at, files });

  beforeAll(async () => {
    await index.put(
      Array.from({ length: 40 }, (_, n) =>
        buildIndexedItem({
          nativeId: `n${n}`,
          publishedAt: Date.UTC(2028, 1, 1) + n * dayMs,
          labels: buildLabels({ places: place('35.73') }),
        }),
      ),
    );
    await records.issues.put([
      buildIssue(1, { unit: '35.73', firstAt: Date.UTC(2028, 1, 1), lastAt: Date.UTC(2028, 1, 9) }),
    ]);
  });
  afterAll(close);

  const call = (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: object,
    more: Record<string, string> = {},
  ) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, ...more },
      ...(payload ? { payload } : {}),
    });
  const summary =
    'Triwulan ini diisi sosialisasi di tiga kecamatan pada 12 Februari 2028 dan dua siaran pers; 214 pemilih baru hadir di Sukun.';
  const activities =
    'Sosialisasi pada 12 Februari 2028 di Kedungkandang diikuti 87 siswa. Siaran pers kedua terbit 3 Maret 2028 dan dimuat sembilan media. Rapat dengan Bawaslu pada 21 Januari 2028 menyepakati posko aduan di Lowokwaru.';

  it('walk from the draft to KPU RI, with the findings and every refusal on the way', async () => {
    expect((await call('POST', '/v1/tiered-reports', { unit: '35.73', period: '2028-Q1' })).statusCode).toBe(
      400,
    );
    expect((await call('POST', '/v1/tiered-reports', { unit: '99.99', period: '2028-TW1' })).statusCode).toBe(
      400,
    );
    const begun = await call('POST', '/v1/tiered-reports', { unit: '35.73', period: '2028-TW1' });
    expect(begun.statusCode).toBe(201);
    const { id, figures } = begun.json();
    const figure = (key: string) => figures.find((one: { key: string }) => one.key === key);
    expect([figure('items').value, figure('issues').value]).toEqual([40, 1]);
    expect((await call('GET', `${figure('items').query}&limit=1`)).json().total).toBe(40);
    expect((await call('POST', '/v1/tiered-reports', { unit: '35.73', period: '2028-TW1' })).statusCode).toBe(
      409,
    );

    const url = `/v1/tiered-reports/${id}`;
    expect((await call('POST', `${url}/pass`, {})).json().title).toContain('Ringkasan belum ditulis');
    expect((await call('PATCH', url, { narrative: { summary } })).statusCode).toBe(428);
    const etag = String((await call('GET', url)).headers['etag']);
    const wrong = {
      narrative: { summary, activities: `${activities} Rapat 4 Oktober 2027 di Blimbing.` },
      figures: { items: 90 },
    };
    const edited = await call('PATCH', url, wrong, { 'if-match': etag });
    expect(edited.statusCode).toBe(200);
    expect((await call('PATCH', url, wrong, { 'if-match': etag })).statusCode).toBe(412);

    const { findings } = (await call('GET', `${url}/findings`)).json();
    expect(findings.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'dates_elsewhere',
      'figures_contradict',
    ]);
    expect(
      findings.find(({ kind }: { kind: string }) => kind === 'figures_contradict').passages[0],
    ).toMatchObject({
      text: 'Unggahan terpantau: 90 (laporan)',
      sourceText: 'Unggahan terpantau: 40 (data sistem)',
    });
    const refused = await call('POST', `${url}/pass`, {});
    expect([refused.statusCode, refused.json().title.slice(0, 16)]).toEqual([409, 'Ada 2 temuan pem']);
    const passed = await call('POST', `${url}/pass`, { reason: 'Unggahan termasuk yang dicatat manual.' });
    expect(passed.json()).toMatchObject({ state: 'chair_review', handedInAt: '2028-04-05T03:00:00.000Z' });
    const again = await call('PATCH', url, wrong, { 'if-match': `"${id}-${passed.json().version}"` });
    expect(again.statusCode).toBe(409);

    expect((await call('POST', `${url}/return`, { reason: 'x' })).statusCode).toBe(400);
    const back = await call('POST', `${url}/return`, { reason: 'Angka mohon disamakan.' });
    expect(back.json().state).toBe('draft');
    const renewed = await call('POST', `${url}/refresh`, {});
    expect(renewed.json().figures.find(({ key }: { key: string }) => key === 'items')).toMatchObject({
      value: 90,
      system: 40,
    });
    const right = { narrative: { activities }, figures: { items: 40 } };
    await call('PATCH', url, right, { 'if-match': String((await call('GET', url)).headers['etag']) });
    expect((await call('GET', `${url}/findings`)).json().findings).toEqual([]);
    const states = [];
    for (let n = 0; n < 4; n++) states.push((await call('POST', `${url}/pass`, {})).json().state);
    expect(states).toEqual(['chair_review', 'province_review', 'national_review', 'accepted']);
    expect((await call('POST', `${url}/pass`, {})).statusCode).toBe(403);
    expect((await records.audit.of(id, 20)).length).toBe(10);
  });

  it('are told apart from copies of the quarter before, with the passages side by side', async () => {
    clock.set(Date.UTC(2028, 6, 6));
    const { id } = (await call('POST', '/v1/tiered-reports', { unit: '35.73', period: '2028-TW2' })).json();
    const url = `/v1/tiered-reports/${id}`;
    const etag = String((await call('GET', url)).headers['etag']);
    await call('PATCH', url, { narrative: { summary, activities } }, { 'if-match': etag });
    const { findings } = (await call('GET', `${url}/findings`)).json();
    const kinds = findings.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['copied_forward', 'dates_elsewhere']));
    expect(findings[0].passages[0].sourceText).toContain('2028');
    expect(findings[0].source).toBe('35.73_2028-TW1.md');
  });

  it('name the later of two that were handed in on one day as the copy, whatever their codes', async () => {
    clock.set(Date.UTC(2028, 9, 5));
    const write = async (unit: string) => {
      const { id } = (await call('POST', '/v1/tiered-reports', { unit, period: '2028-TW3' })).json();
      const url = `/v1/tiered-reports/${id}`;
      const text = {
        summary:
          'Pada 12 Juli 2028 dua belas sekolah di Ngantru didatangi; 418 pemilih pemula mengikuti simulasi surat suara.',
        activities:
          'Posko aduan dibuka 3 Agustus 2028 di terminal dan menerima 57 aduan. Siaran pers 21 Agustus 2028 dimuat sebelas media. Rapat dengan Bawaslu pada 9 September 2028 menyepakati jadwal pengawasan gudang.',
      };
      const etag = String((await call('GET', url)).headers['etag']);
      await call('PATCH', url, { narrative: text }, { 'if-match': etag });
      return url;
    };
    const first = await write('33.74');
    await call('POST', `${first}/pass`, {});
    clock.set(Date.UTC(2028, 9, 5, 1));
    const second = await write('33.05');
    const { findings } = (await call('GET', `${second}/findings`)).json();
    expect(findings[0]).toMatchObject({ kind: 'neighbour', source: '33.74_2028-TW3.md' });
    expect((await call('GET', `${first}/findings`)).json().findings).toEqual([]);
    expect((await call('POST', `${second}/pass`, {})).statusCode).toBe(409);
  });

  it('show who is missing and late, and add up what is there', async () => {
    clock.set(Date.UTC(2028, 3, 30));
    const board = (await call('GET', '/v1/compliance?unit=35&period=2028-TW1')).json();
    expect(board.rows).toHaveLength(39);
    expect(board.rows.find(({ unit }: { unit: string }) => unit === '35.73')).toMatchObject({
      state: 'accepted',
      daysLate: 0,
      returns: 1,
    });
    expect(board.groups).toEqual([
      { unit: '35', name: 'Jawa Timur', units: 39, handedIn: 1, late: 38, missing: 38 },
    ]);
    const rolled = (await call('GET', '/v1/roll-up?unit=35&period=2028-TW1')).json();
    expect(rolled.coverage).toMatchObject({ handedIn: 1, units: 38 });
    expect(rolled.figures.find(({ key }: { key: string }) => key === 'items')).toMatchObject({
      value: 40,
      units: 1,
    });
    const evaluation = (await call('GET', '/v1/evaluation?unit=35.73&period=2028-TW1')).json();
    expect(evaluation.tables.map(({ id: table }: { id: string }) => table)).toEqual([
      'resist',
      'amec',
      'times',
    ]);
    expect(evaluation.tables[0].rows).toHaveLength(6);
  });

  it('come as documents and as the Markdown that the check reads', async () => {
    const { reports } = (await call('GET', '/v1/tiered-reports?period=2028-TW1')).json();
    const url = `/v1/tiered-reports/${reports[0].id}/files`;
    const markdown = await call('GET', `${url}/md`);
    expect(markdown.headers['content-disposition']).toBe('attachment; filename="35.73_2028-TW1.md"');
    expect(parseReport({ name: '35.73_2028-TW1.md', text: markdown.body })).toMatchObject({
      unit: '35.73',
      period: { year: 2028, quarter: 1 },
      statedUnit: '35.73',
    });
    for (const [format, mark] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['html', '<!doctype html>'],
      ['json', '{'],
    ] as const)
      expect((await call('GET', `${url}/${format}`)).rawPayload.subarray(0, mark.length).toString()).toBe(
        mark,
      );
  });

  it('take their deadlines from the settings', async () => {
    const settings = (await call('GET', '/v1/tiered-settings')).json();
    const later = { ...settings, quarter: { ...settings.quarter, draft: 60 } };
    expect((await call('PUT', '/v1/tiered-settings', later)).statusCode).toBe(200);
    const board = (await call('GET', '/v1/compliance?unit=35&period=2028-TW1')).json();
    expect(board.groups[0]).toMatchObject({ late: 0, missing: 38 });
    expect((await call('PUT', '/v1/tiered-settings', { quarter: { draft: -1 } })).statusCode).toBe(400);
  });

  describe('maps and exports', () => {
    const ports = () => ({ index, records, clock, files });

    it('gives a map at once and its files from the background', async () => {
      const map = (await call('GET', '/v1/opinion-map?unit=35.73&span=2028-02')).json();
      expect(map.figures[0]).toMatchObject({ key: 'items', value: 29 });
      expect((await call('GET', '/v1/opinion-map?unit=35.73&span=kemarin')).statusCode).toBe(400);
      const asked = await call('POST', '/v1/report-runs', {
        unit: '35.73',
        span: '2028-02',
        formats: ['html', 'csv'],
      });
      expect([asked.statusCode, asked.json().state]).toEqual([202, 'queued']);
      const { id } = asked.json();
      expect((await call('GET', `/v1/report-runs/${id}/files/x`)).statusCode).toBe(409);
      await runReport(ports(), id);
      const { state, links } = (await call('GET', `/v1/report-runs/${id}`)).json();
      expect([state, links.length]).toEqual(['done', 2]);
      const [zip, page] = [await call('GET', links[0]), await call('GET', links[1])];
      expect(zip.rawPayload.subarray(0, 2).toString()).toBe('PK');
      expect(page.body).toContain('Peta opini KPU Kota Malang');
      expect(page.headers['content-disposition']).toContain('attachment');
    });

    it('ends a run that cannot be done, with the reason', async () => {
      const { id } = (await call('POST', '/v1/report-runs', { span: 'ISU-2028-999999' })).json();
      expect(await runReport(ports(), id)).toMatchObject({
        state: 'failed',
        error: expect.stringContaining('ISU-2028-999999'),
      });
    });

    it('exports every kind of rows in every format, and refuses filters that a kind does not have', async () => {
      expect((await call('POST', '/v1/exports', { what: 'audit', text: 'x' })).statusCode).toBe(400);
      expect((await call('POST', '/v1/exports', { what: 'items', levels: ['tinggi'] })).statusCode).toBe(400);
      for (const [what, rows] of [
        ['items', 40],
        ['issues', 1],
        ['claims', 0],
        ['audit', 1],
      ] as const) {
        const { id } = (await call('POST', '/v1/exports', { what })).json();
        await runReport(ports(), id);
        const run = (await call('GET', `/v1/report-runs/${id}`)).json();
        expect(run.state).toBe('done');
        expect(run.rows).toBeGreaterThanOrEqual(rows);
        const jsonl = await call(
          'GET',
          run.links.find((link: string) => link.endsWith('jsonl')),
        );
        expect(jsonl.body.split('\n').filter(Boolean)).toHaveLength(run.rows);
        expect((await call('GET', run.links[0])).body.startsWith('\ufeffexport_version,')).toBe(true);
        expect((await call('GET', run.links[2])).rawPayload.subarray(0, 2).toString()).toBe('PK');
      }
    });

    it('keeps a schedule of units that exist', async () => {
      const schedule = { maps: [{ unit: '35', every: 'month', formats: ['pdf'] }], keepDays: 30 };
      expect((await call('PUT', '/v1/report-schedule', schedule)).statusCode).toBe(200);
      expect((await call('GET', '/v1/report-schedule')).json()).toEqual(schedule);
      const strange = { ...schedule, maps: [{ ...schedule.maps[0], unit: '99' }] };
      expect((await call('PUT', '/v1/report-schedule', strange)).statusCode).toBe(400);
    });
  });
});
