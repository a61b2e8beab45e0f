import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/domain/issue.ts';
import { accessibilityFaults } from './check-accessibility.ts';
import { addColleague, type Colleague } from './colleague.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

const hourMs = 3_600_000;

describe.skipIf(skipped)(`what waits for a person${skipped}`, () => {
  let desk: Desk;
  let analyst: Colleague;
  let issue: Issue;
  beforeAll(async () => {
    desk = await openDesk();
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: ['new'],
      topmost: true,
      sort: 'priority',
      limit: 50,
    });
    // Of a regency: it can be handed up to its province.
    issue = issues.find(({ unit }) => unit.length === 5)!;
    analyst = await addColleague(desk, 'Analis Provinsi', 'analyst', issue.unit.slice(0, 2));
  }, 120_000);
  afterAll(() => desk?.stop());

  const offer = async (id: string): Promise<void> => {
    const now = Date.now();
    await desk.installation.records.workflow.handovers.put({
      id,
      issueId: issue.id,
      kind: 'up',
      state: 'open',
      from: issue.unit,
      to: issue.unit.slice(0, 2),
      reason: 'Perlu data dari provinsi.',
      dueAt: now + hourMs,
      at: now,
      by: 'seorang',
      answeredAt: null,
      answeredBy: null,
      answer: null,
    });
  };

  it('is told in the navigation, and an offer is returned with a reason', async () => {
    await offer('offer-1');
    const page = await analyst.open('/tugas');
    await page.getByRole('heading', { level: 1, name: '1 hal menunggu Anda' }).waitFor();
    await page.locator('.side-count').getByText('1', { exact: true }).waitFor();
    await page.getByText('Perlu data dari provinsi.').waitFor();
    expect([...faultsOf(page), ...(await accessibilityFaults(page))]).toEqual([]);
    await page.getByRole('button', { name: 'Kembalikan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Datanya sudah ada di kabupaten; lihat C.Hasil.');
    await dialog.getByRole('button', { name: 'Kembalikan' }).click();
    await page.getByText(`${issue.number} dikembalikan ke`).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Tidak ada yang menunggu Anda' }).waitFor();
    expect(await desk.installation.records.workflow.handovers.get('offer-1')).toMatchObject({
      state: 'returned',
      answer: 'Datanya sudah ada di kabupaten; lihat C.Hasil.',
    });
    await page.context().close();
  });

  it('is accepted in one press, and the issue opens in the hands of the unit', async () => {
    await offer('offer-2');
    const page = await analyst.open('/tugas');
    await page.getByRole('button', { name: 'Terima' }).click();
    await page.waitForURL(`**/isu/${issue.number}`);
    await settled(page);
    await page.getByRole('button', { name: 'Ambil isu ini' }).click();
    await page.getByText(`Isu ${issue.number} sekarang Anda pegang.`).waitFor();
    await page.getByRole('link', { name: /Tugas saya/ }).click();
    await page.getByText('Anda pegang', { exact: true }).waitFor();
    expect((await desk.installation.records.issues.get(issue.id, { unit: 'RI' }))!.handler).toBe(
      issue.unit.slice(0, 2),
    );
    await page.context().close();
  });

  it('goes from the list once a mention was read', async () => {
    await desk.installation.records.workflow.notices.add({
      id: 'notice-1',
      userId: analyst.user.id,
      at: Date.now(),
      readAt: null,
      kind: 'mention',
      issueId: issue.id,
      text: 'Seorang rekan menyebut Anda dalam catatan.',
    });
    const page = await analyst.open('/tugas', { width: 360 });
    await page.getByText('Seorang rekan menyebut Anda dalam catatan.').waitFor();
    await page.getByRole('button', { name: 'Sudah saya baca' }).click();
    await expect.poll(() => page.getByText('Anda disebut', { exact: true }).count()).toBe(0);
    await page.getByText('Pemberitahuan terakhir').click();
    await page.getByText('Seorang rekan menyebut Anda dalam catatan.').waitFor();
    await page.context().close();
  });
});

describe.skipIf(skipped)(`what lies beside an issue${skipped}`, () => {
  let desk: Desk;
  let issue: Issue;
  beforeAll(async () => {
    desk = await openDesk();
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: ['new'],
      topmost: true,
      sort: 'priority',
      limit: 3,
    });
    issue = issues[0]!;
  }, 120_000);
  afterAll(() => desk?.stop());

  it('is a file that is kept, taken as a download and removed with a reason; a wrong one is refused', async () => {
    const page = await desk.open(`/isu/${issue.number}`);
    await settled(page);
    const input = page.getByLabel('Tambah berkas');
    await input.setInputFiles({
      name: 'surat.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html>'),
    });
    await page.getByText('Jenis berkas ini tidak dapat dilampirkan').waitFor();
    await input.setInputFiles({
      name: 'berita acara.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 berita acara'),
    });
    await page.getByText('berita acara.pdf tersimpan.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'berita acara.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('berita acara.pdf');
    await page.getByRole('button', { name: 'Lepas berita acara.pdf' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('salah berkas');
    await page.getByRole('dialog').getByRole('button', { name: 'Lepas lampiran' }).click();
    await page.getByText('berita acara.pdf dilepas.').waitFor();
    await page.context().close();
  });

  it('is an impact that a person sets, and a clock that stands still for a reason', async () => {
    const page = await desk.open(`/isu/${issue.number}`);
    await settled(page);
    await page.getByRole('button', { name: 'Ubah dampak' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('2 · nama baik seorang petugas').check();
    await dialog.getByLabel('Alasan').fill('hanya nama baik seorang petugas');
    await dialog.getByRole('button', { name: 'Ubah dampak' }).click();
    await page.getByText('Dampak diubah').waitFor();
    await page.getByRole('button', { name: 'Jeda jam' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('menunggu C.Hasil dari KPPS');
    await page.getByRole('dialog').getByRole('button', { name: 'Jeda jam' }).click();
    await page.getByText(/Dijeda sejak .*menunggu C\.Hasil dari KPPS/).waitFor();
    await page.getByRole('button', { name: 'Lanjutkan jam' }).click();
    await page.getByText('Jam berjalan lagi.').waitFor();
    expect((await desk.installation.records.issues.get(issue.id, { unit: 'RI' }))!.personImpact?.value).toBe(
      2,
    );
    expect([...faultsOf(page), ...(await accessibilityFaults(page))]).toEqual([]);
    await page.context().close();
  });

  it('is a decision that can be taken back after the page was left', async () => {
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      states: ['new'],
      topmost: true,
      sort: 'priority',
      limit: 6,
    });
    const from = issues.at(-1)!;
    await desk.installation.records.constraints.put({
      id: 'act-1',
      kind: 'must_link',
      left: issue.id,
      right: from.id,
      by: 'seorang',
      at: Date.now(),
      undoneAt: null,
    });
    const page = await desk.open(`/isu/${issue.number}`);
    await settled(page);
    await page.getByText(`Digabung: ${from.number}`).waitFor();
    await page.getByRole('button', { name: 'Cabut keputusan' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('ternyata perkara lain');
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut keputusan' }).click();
    await page.getByText('Keputusan dicabut.').waitFor();
    await expect.poll(() => page.getByText(`Digabung: ${from.number}`).count()).toBe(0);
    expect(await desk.installation.records.constraints.active()).toEqual([]);
    await page.context().close();
  });
});
