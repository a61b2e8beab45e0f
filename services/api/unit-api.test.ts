import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createReportFiles } from '../../infra/render/create-report-files.ts';
import { loadUnitChanges } from '../../pipelines/flow/unit-changes.ts';
import { namesOfUnits } from '../../pipelines/report/check/names-of-units.ts';
import { unitOfCode, unitsWithin } from '../../shared/areas/unit-of-code.ts';
import { applyUnitChanges, unitName, zoneOf } from '../../shared/areas/units.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { openTestApp, type TestApp, testPassword } from './testing/open-test-people.ts';

const reason = 'Undang-undang pembentukan daerah yang baru';

describe('the units of an installation', () => {
  let test: TestApp;
  const told: string[] = [];
  beforeAll(async () => {
    test = await openTestApp({ files: createReportFiles() });
    test.changes.listen(({ kind, unit }) => told.push(`${kind} ${unit}`));
    await test.records.issues.put([buildIssue(1, { unit: '35.78', handler: '35.73' })]);
  });
  afterEach(() => applyUnitChanges([]));
  afterAll(() => test.close());

  const put = (code: string, body: object) =>
    test.call('PUT', `/v1/units/${code}`, undefined, { reason, ...body });
  const listed = async (code: string) =>
    (await test.call('GET', '/v1/units')).body.units.find((unit: { code: string }) => unit.code === code);
  const audited = () => test.records.audit.of('unit 35.73', 10);

  it('shows a new name wherever a unit is named, and keeps who changed it, from what, and why', async () => {
    expect((await put('35.73', { name: 'Kota Malang Raya' })).body).toMatchObject({
      code: '35.73',
      name: 'Kota Malang Raya',
      zone: 'Asia/Jakarta',
      parent: '35',
      closed: false,
    });
    expect(told).toEqual(['units.changed 35.73']);
    expect((await listed('35.73')).name).toBe('Kota Malang Raya');
    const sender = await test.as('analyst', '35.78');
    const issue = await test.call('GET', '/v1/issues/ISU-2024-000001/workflow', sender);
    expect(issue.body.steps[0].blocked).toContain('Isu ini sedang ditangani KPU Kota Malang Raya.');
    const begun = await test.call('POST', '/v1/tiered-reports', undefined, {
      unit: '35.73',
      period: '2024-TW1',
    });
    const paper = await test.call('GET', `/v1/tiered-reports/${begun.body.id}/files/md`);
    expect(paper.text).toContain('KPU Kota Malang Raya');
    const map = await test.call('GET', '/v1/opinion-map?unit=35.73&span=2024-11');
    expect(map.body.title).toBe('Peta opini KPU Kota Malang Raya');
    expect(namesOfUnits('35.73')?.base).toBe('malang raya');
    expect(await audited()).toMatchObject([
      {
        action: 'unit.change',
        before: { name: 'Kota Malang' },
        after: { name: 'Kota Malang Raya', closed: false },
        reason,
      },
    ]);
  });

  it('writes nothing for the same once more, and knows it after a start', async () => {
    expect(unitName('35.73')).toBe('Kota Malang');
    await loadUnitChanges(test.records);
    expect(unitName('35.73')).toBe('Kota Malang Raya');
    expect((await put('35.73', { name: 'Kota Malang Raya' })).status).toBe(200);
    expect(await audited()).toHaveLength(1);
  });

  it('takes a new regency, in which people get rights, act and report', async () => {
    const before = unitsWithin('35').length;
    const nobody = await test.call('POST', '/v1/invitations', undefined, {
      email: 'baru@kpu.example',
      name: 'Petugas',
      grants: [{ unit: '35.80', role: 'administrator' }],
    });
    expect([nobody.status, nobody.body.title]).toEqual([400, 'There is no unit 35.80']);
    expect((await put('35.80', { name: 'Kabupaten Contoh Baru' })).body.tier).toBe('regency');
    expect(unitsWithin('35')).toHaveLength(before + 1);
    expect(unitOfCode('3580').name).toBe('KPU Kabupaten Contoh Baru');
    const link = await test.call('POST', '/v1/invitations', undefined, {
      email: 'baru@kpu.example',
      name: 'Petugas',
      grants: [{ unit: '35.80', role: 'administrator' }],
    });
    expect(link.status, link.text).toBe(201);
    const taken = await test.call(
      'POST',
      '/v1/invitations/accept',
      {},
      {
        token: link.body.token,
        password: testPassword,
      },
    );
    expect(taken.status, taken.text).toBeLessThan(300);
    const officer = { ...(await test.as('drafter', '35.80')), unit: '35.80' };
    const report = await test.call('POST', '/v1/tiered-reports', officer, {
      unit: '35.80',
      period: '2024-TW1',
    });
    expect(report.status, report.text).toBe(201);
    expect((await test.call('GET', '/v1/issues', officer)).status).toBe(200);
  });

  it('corrects the zone of a province for all below it, and of one regency alone', async () => {
    await put('62', { name: 'Kalimantan Tengah', zone: 'Asia/Makassar' });
    expect([zoneOf('62'), zoneOf('62.03')]).toEqual(['Asia/Makassar', 'Asia/Makassar']);
    await put('62.03', { name: unitName('62.03'), zone: 'Asia/Jakarta' });
    expect(zoneOf('62.03')).toBe('Asia/Jakarta');
  });

  it('closes a unit: it keeps its name for what is there, and gets nothing new', async () => {
    await put('35.80', { name: 'Kabupaten Contoh Baru', closed: true });
    expect(await listed('35.80')).toMatchObject({ name: 'Kabupaten Contoh Baru', closed: true });
    expect(unitOfCode('35.80').name).toBe('KPU Kabupaten Contoh Baru');
    expect(unitsWithin('35').map(({ code }) => code)).not.toContain('35.80');
    const grants = [{ unit: '35.80', role: 'reader' }];
    const given = await test.call('POST', '/v1/invitations', undefined, {
      email: 'x@kpu.example',
      name: 'X',
      grants,
    });
    expect([given.status, given.body.title]).toEqual([400, '35.80 is closed']);
  });

  it.each([
    ['35.81', { name: 'Contoh' }, /diawali "Kabupaten" atau "Kota"/],
    ['35.81', { name: 'Kota Surabaya' }, /sudah dipakai unit 35\.78/],
    ['35.81', { name: 'Kota <b>Contoh</b>' }, /tanda yang tidak lazim/],
    ['89.01', { name: 'Kabupaten Contoh' }, /Provinsi 89 belum ada/],
    ['35.82', { name: 'Kota Contoh', closed: true }, /belum ada, jadi tidak dapat ditutup/],
    ['35', { name: 'Jawa Timur', closed: true }, /Tutup dahulu unit di bawahnya/],
  ])('refuses %s %o in words', async (code, body, why) => {
    const refused = await put(code, body);
    expect([refused.status, refused.body.hint]).toEqual([422, expect.stringMatching(why)]);
    expect((await test.records.audit.of(`unit ${code}`, 5)).length).toBe(0);
  });

  it('refuses what is no code, no reason, and everybody but an administrator of KPU RI', async () => {
    expect((await put('RI', { name: 'KPU Pusat' })).status).toBe(400);
    expect((await put('35.7', { name: 'Kota Contoh' })).status).toBe(400);
    expect((await put('35.73', { name: 'Kota Malang', reason: ' ' })).status).toBe(400);
    expect((await put('35.73', { name: 'Kota Malang', tier: 'national' })).status).toBe(400);
    const body = { name: 'Kota Malang', reason };
    for (const [role, unit] of [
      ['administrator', '35'],
      ['head', 'RI'],
      ['approver', 'RI'],
    ] as const)
      expect((await test.call('PUT', '/v1/units/35.73', await test.as(role, unit), body)).status).toBe(403);
    const own = await test.call('PUT', '/v1/units/35.73', await test.as('administrator', 'RI'), body);
    expect([own.status, own.body.name]).toEqual([200, 'Kota Malang']);
  });

  it('keeps two changes that are made at once', async () => {
    const both = await Promise.all([
      put('91.71', { name: 'Kota Jayapura Contoh' }),
      put('92.71', { name: 'Kota Sorong Contoh' }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await loadUnitChanges(test.records);
    expect([unitName('91.71'), unitName('92.71')]).toEqual(['Kota Jayapura Contoh', 'Kota Sorong Contoh']);
  });
});
